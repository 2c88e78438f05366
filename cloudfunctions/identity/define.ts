import { createBackend } from '../shared/backend'
import type { FunctionDefinition } from '../shared/runtime/serve'
import type { Runtime } from '../shared/runtime/serve-function'
import { createIdentity } from './identity'

/** Puts the function together for one configuration. */
export const defineIdentity = (runtime: Runtime): FunctionDefinition => {
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
}
