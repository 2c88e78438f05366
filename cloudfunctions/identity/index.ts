import { createBackend } from '../shared/backend'
import { serveFunction } from '../shared/runtime/serve-function'
import { createIdentity } from './identity'

export const main = serveFunction('identity', (runtime) => {
  const { wecom, ask, directory, sessions, singleUse } = createBackend(runtime)
  return createIdentity({
    corpId: runtime.config.corpId,
    exchangeCode: (jsCode) =>
      ask('/cgi-bin/miniprogram/jscode2session', (token) =>
        wecom.miniprogram.jscode2session(token, jsCode),
      ),
    directory,
    sessions,
    singleUse,
  })
})
