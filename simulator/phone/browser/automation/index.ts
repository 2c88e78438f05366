import { appMethods, messageOf } from './app-methods'
import { elementMethods } from './element-methods'
import type { Methods, Params, Phone } from './methods'
import { createNodes } from './nodes'
import { createPageNumbers, pageMethods } from './page-methods'
import { toolMethods } from './tool-methods'

/**
 * Lets the clients of WeChat DevTools' automation protocol drive this phone, through the endpoint of the
 * preview.
 *
 * @param endpoint where that listens to phones
 */
export function takeQuestions(endpoint: string, phone: Phone): void {
  const socket = new WebSocket(endpoint)
  const send = (message: object) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }
  const tell = (method: string, params: object) => send({ method, params })
  const methods = methodsOf(phone, tell)

  socket.addEventListener('message', ({ data }) => {
    const { id, method, params } = JSON.parse(String(data)) as Question
    const answer = async () => {
      const run = methods[method]
      if (run === undefined) throw new Error(`${method} has no answer here`)
      return run(params)
    }
    answer()
      // What JSON cannot carry is refused as well, or the client would wait for ever.
      .then((result) => send({ id, result: result ?? {} }))
      .catch((reason: unknown) => send({ id, error: { message: messageOf(reason) } }))
  })
  window.addEventListener('error', ({ error, message }) =>
    tell('App.exceptionThrown', thrown(error ?? message)),
  )
  window.addEventListener('unhandledrejection', ({ reason }) =>
    tell('App.exceptionThrown', thrown(reason)),
  )
}

interface Question {
  id: string
  method: string
  params: Params
}

function methodsOf(phone: Phone, tell: (method: string, params: object) => void): Methods {
  const scopeByPath = new Map(phone.program.units.map(({ path, styleScope }) => [path, styleScope]))
  const scopes = new Set([...scopeByPath.values()].filter((scope) => scope !== ''))
  const nodes = createNodes((path) => scopeByPath.get(path) ?? '')
  const pages = createPageNumbers(phone)
  return {
    ...appMethods(phone, pages.describe, tell),
    ...pageMethods(nodes, scopes, pages.find),
    ...elementMethods(nodes, scopes, pages.find),
    ...toolMethods(phone),
  }
}

function thrown(reason: unknown): object {
  return reason instanceof Error
    ? { message: reason.message, stack: reason.stack }
    : { message: messageOf(reason) }
}
