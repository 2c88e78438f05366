import { openEntrance } from '../shared/backend/entrance'
import { openPrivateData } from '../shared/backend/private-data'
import { openStorage } from '../shared/backend/storage'
import { openUpstream } from '../shared/backend/upstream'
import { configured } from '../shared/runtime/serve-function'
import { createIdentity } from './identity'

/** Puts the function together for one configuration. */
export const identity = configured(
  ['app', 'store', 'seal', 'wecom', 'signing', 'profile', 'miniprogram', 'audit', 'backends'],
  (runtime) => {
    const { config, clock } = runtime
    const storage = openStorage(runtime)
    const upstream = openUpstream(runtime, storage)

    return createIdentity({
      ...openEntrance(runtime, storage, upstream),
      corpId: config.app.corpId,
      exchangeCode: (jsCode) =>
        upstream.ask('/cgi-bin/miniprogram/jscode2session', (token) =>
          upstream.wecom.miniprogram.jscode2session(token, jsCode),
        ),
      privateData: openPrivateData(runtime, storage),
      fields: config.profile.fields,
      clock,
    })
  },
)
