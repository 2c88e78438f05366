import { randomBytes } from 'node:crypto'
import { openAudit } from '../shared/backend/audit'
import { openPeople } from '../shared/backend/people'
import { openSingleUse } from '../shared/backend/single-use'
import { openStorage } from '../shared/backend/storage'
import { openTickets } from '../shared/backend/tickets'
import { openUpstream } from '../shared/backend/upstream'
import { createProfiles } from '../shared/employees/profiles'
import { createRechecks } from '../shared/employees/rechecks'
import { configured } from '../shared/runtime/serve-function'
import { createBackendTokens } from '../shared/session/backend-token'
import { deriveMac, deriveSealRing } from '../shared/session/derived-keys'
import { createSessionGate } from '../shared/session/session-gate'
import { createSessionTokens } from '../shared/session/session-token'
import { createSessions } from '../shared/session/sessions'
import { createSeal } from '../shared/store/seal'
import { createRoutes } from './routes'
import { createStates } from './state'
import { createWeb } from './web'
import { createWebCookie } from './web-cookie'

/** Puts the function together for one configuration. */
export const web = configured(
  ['app', 'store', 'seal', 'wecom', 'signing', 'profile', 'audit', 'web', 'backends'],
  (runtime) => {
    const { config, clock } = runtime
    const { ring, lifeSeconds, longestSeconds } = config.signing
    const storage = openStorage(runtime)
    const upstream = openUpstream(runtime, storage)
    const { employees, directory, madeBy } = openPeople(runtime, storage, upstream)
    const audit = openAudit(runtime, storage)
    const rechecks = createRechecks({ employees, directory, audit, clock })
    const { freshMs } = config.profile
    const tokens = createSessionTokens({ ring, ...config.app, clock })
    const nowSeconds = () => Math.floor(clock.now() / 1000)
    const mac = (purpose: string) => deriveMac(ring, purpose, nowSeconds)
    const seal = createSeal(deriveSealRing(ring, 'web cookie'), clock)
    const cookie = createWebCookie(seal, longestSeconds)

    const routes = createRoutes({
      ...config.app,
      ...config.web,
      readVisitor: (authCode) =>
        upstream.ask('/cgi-bin/auth/getuserinfo', (token) =>
          upstream.wecom.auth.getuserinfo(token, authCode),
        ),
      readDetail: (userTicket) =>
        upstream.ask('/cgi-bin/auth/getuserdetail', (token) =>
          upstream.wecom.auth.getuserdetail(token, userTicket),
        ),
      employees,
      profiles: createProfiles({ directory, employees, rechecks, madeBy, freshMs, clock }),
      sessions: createSessions({ tokens, lifeSeconds, longestSeconds, clock }),
      gate: createSessionGate(tokens, employees),
      singleUse: openSingleUse(runtime, storage),
      tickets: openTickets(runtime, storage, upstream),
      backends: config.backends,
      backendTokens: createBackendTokens({ ring, corpId: config.app.corpId, clock }),
      ring,
      audit,
      cookie,
      states: createStates(mac('web state'), nowSeconds),
      formMac: mac('web form'),
      lifeSeconds,
      random: randomBytes,
      clock,
    })
    return createWeb(routes, cookie)
  },
)
