import { openAudit } from '../shared/backend/audit'
import { openPeople } from '../shared/backend/people'
import { openPrivateData } from '../shared/backend/private-data'
import { openSingleUse } from '../shared/backend/single-use'
import { openStorage } from '../shared/backend/storage'
import { openUpstream } from '../shared/backend/upstream'
import { createProfiles } from '../shared/employees/profiles'
import { createRechecks } from '../shared/employees/rechecks'
import { configured } from '../shared/runtime/serve-function'
import { createBackendTokens } from '../shared/session/backend-token'
import { createSessionGate } from '../shared/session/session-gate'
import { createSessionTokens } from '../shared/session/session-token'
import { createSessions } from '../shared/session/sessions'
import { createIdentity } from './identity'

/** Puts the function together for one configuration. */
export const identity = configured(
  ['app', 'store', 'seal', 'wecom', 'signing', 'profile', 'miniprogram', 'audit', 'backends'],
  (runtime) => {
    const { config, clock } = runtime
    const { corpId, agentId } = config.app
    const { ring, lifeSeconds, longestSeconds } = config.signing
    const storage = openStorage(runtime)
    const upstream = openUpstream(runtime, storage)
    const { employees, directory, madeBy } = openPeople(runtime, storage, upstream)
    const audit = openAudit(runtime, storage)
    const rechecks = createRechecks({ employees, directory, audit, clock })
    const { freshMs } = config.profile
    const tokens = createSessionTokens({ ring, corpId, agentId, clock })

    return createIdentity({
      corpId,
      exchangeCode: (jsCode) =>
        upstream.ask('/cgi-bin/miniprogram/jscode2session', (token) =>
          upstream.wecom.miniprogram.jscode2session(token, jsCode),
        ),
      employees,
      profiles: createProfiles({ directory, employees, rechecks, madeBy, freshMs, clock }),
      sessions: createSessions({ tokens, lifeSeconds, longestSeconds, clock }),
      gate: createSessionGate(tokens, employees),
      backends: config.backends,
      backendTokens: createBackendTokens({ ring, corpId, clock }),
      audit,
      singleUse: openSingleUse(runtime, storage),
      privateData: openPrivateData(runtime, storage),
      fields: config.profile.fields,
      clock,
    })
  },
)
