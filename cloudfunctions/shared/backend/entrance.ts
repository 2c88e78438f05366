import type { Audit } from '../audit/audit'
import { createProfiles } from '../employees/profiles'
import { createRechecks } from '../employees/rechecks'
import type { Runtime } from '../runtime/serve-function'
import { createBackendTokens, type BackendTokens } from '../session/backend-token'
import type { Backends } from '../session/backends'
import type { EnterDeps } from '../session/enter'
import { createSessionGate, type SessionGate } from '../session/session-gate'
import { createSessionTokens } from '../session/session-token'
import { createSessions } from '../session/sessions'
import type { SingleUse } from '../single-use/single-use'
import { openAudit } from './audit'
import { openPeople } from './people'
import { openSingleUse } from './single-use'
import type { Storage } from './storage'
import type { Upstream } from './upstream'

/** What every door has that employees come in by with a code of WeCom. */
export interface Entrance extends EnterDeps {
  gate: SessionGate
  singleUse: SingleUse
  backends: Backends
  backendTokens: BackendTokens
  audit: Audit
}

type Needs = 'app' | 'seal' | 'signing' | 'profile' | 'audit' | 'backends'

export const openEntrance = (
  runtime: Runtime<Needs>,
  storage: Storage,
  upstream: Upstream,
): Entrance => {
  const { config, clock } = runtime
  const { corpId, agentId } = config.app
  const { ring, lifeSeconds, longestSeconds } = config.signing
  const { freshMs } = config.profile
  const { employees, directory, madeBy } = openPeople(runtime, storage, upstream)
  const audit = openAudit(runtime, storage)
  const rechecks = createRechecks({ employees, directory, audit, clock })
  const tokens = createSessionTokens({ ring, corpId, agentId, clock })
  return {
    employees,
    profiles: createProfiles({ directory, employees, rechecks, madeBy, freshMs, clock }),
    sessions: createSessions({ tokens, lifeSeconds, longestSeconds, clock }),
    gate: createSessionGate(tokens, employees),
    singleUse: openSingleUse(runtime, storage),
    backends: config.backends,
    backendTokens: createBackendTokens({ ring, corpId, clock }),
    audit,
  }
}
