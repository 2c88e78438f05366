import { randomBytes } from 'node:crypto'
import { openEntrance } from '../shared/backend/entrance'
import { openStorage } from '../shared/backend/storage'
import { openTickets } from '../shared/backend/tickets'
import { openUpstream } from '../shared/backend/upstream'
import { openVisitors } from '../shared/backend/visitors'
import { configured } from '../shared/runtime/serve-function'
import { deriveMac, deriveSealRing } from '../shared/session/derived-keys'
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
    const nowSeconds = () => Math.floor(clock.now() / 1000)
    const mac = (purpose: string) => deriveMac(ring, purpose, nowSeconds)
    const seal = createSeal(deriveSealRing(ring, 'web cookie'), clock)
    const cookie = createWebCookie(seal, longestSeconds)

    const routes = createRoutes({
      ...config.app,
      ...config.web,
      ...openEntrance(runtime, storage, upstream),
      ...openVisitors(runtime, upstream),
      tickets: openTickets(runtime, storage, upstream),
      ring,
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
