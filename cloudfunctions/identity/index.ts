import { createBackend } from '../shared/runtime/backend'
import { serveFunction } from '../shared/runtime/serve'
import { createIdentity } from './identity'

export const main = serveFunction('identity', (runtime) => {
  const { config } = runtime
  const { wecom, accessToken, directory, sessions } = createBackend(runtime)
  return createIdentity({
    corpId: config.corpId,
    exchangeCode: (jsCode) =>
      accessToken.use((token) => wecom.miniprogram.jscode2session(token, jsCode)),
    directory,
    sessions,
  })
})
