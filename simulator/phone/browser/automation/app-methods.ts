import type { Page } from '../page'
import { isFailure, type CallResult } from '../wx/call'
import { argumentsOf, type Methods, type Params, type Phone, type Tell } from './methods'
import { createReplacedCalls, type Replacement } from './replaced-calls'
import { functionIn } from './function-in-scope'

type Call = (...values: unknown[]) => unknown

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const

/** App.…: the mini program as a whole, wx, and what it prints. */
export function appMethods(
  { stack, wx, scope, leave }: Phone,
  describePage: (page: Page) => object,
  tell: Tell,
): Methods {
  const replaced = createReplacedCalls(wx)
  let isLogged = false

  const followConsole = () => {
    if (isLogged) return
    isLogged = true
    for (const level of LEVELS) {
      const print = console[level].bind(console)
      console[level] = (...values: unknown[]) => {
        tell('App.logAdded', { type: level, args: values.map(printable) })
        print(...values)
      }
    }
  }

  return {
    'App.getPageStack': () => ({ pageStack: stack.pages().map(describePage) }),
    'App.getCurrentPage': () => {
      const page = stack.top()
      if (page === undefined) throw new Error('no page is open')
      return describePage(page)
    },
    'App.callWxMethod': async (params) => {
      refusePlugins(params)
      const name = String(params['method'])
      const call = (name in wx ? wx[name] : undefined) as Call | undefined
      if (typeof call !== 'function') throw new Error(`wx.${name} does not exist`)
      const values = argumentsOf(params)
      // wx.request gives a task and no promise.
      const run = name === 'request' ? () => withCallbacks(call, values) : () => call(...values)
      return { result: (await run()) as unknown }
    },
    'App.mockWxMethod': (params) => {
      refusePlugins(params)
      const name = String(params['method'])
      if ('functionDeclaration' in params) {
        const written = functionIn(scope, params['functionDeclaration']) as Replacement
        replaced.replace(name, function (...values) {
          return written.apply(this, [...values, ...argumentsOf(params)])
        })
      } else if ('result' in params) replaced.replace(name, () => params['result'])
      else replaced.restore(name)
    },
    'App.callFunction': async (params) => {
      const written = functionIn(scope, params['functionDeclaration'])
      return { result: await written(...argumentsOf(params)) }
    },
    'App.addBinding': ({ name }) =>
      scope.define({
        [String(name)]: (...args: unknown[]) => tell('App.bindingCalled', { name, args }),
      }),
    'App.enableLog': followConsole,
    'App.exit': leave,
  }
}

function refusePlugins({ pluginId }: Params): void {
  if (pluginId !== undefined) throw new Error('plugins are not simulated in the preview')
}

function withCallbacks(call: Call, [options]: unknown[]) {
  return new Promise((resolve, reject) =>
    call({
      ...(options as object | undefined),
      success: resolve,
      fail: (failure: CallResult) => reject(failure as unknown as Error),
    }),
  )
}

/** What a wx call, or a test's own function, was refused with. */
export function messageOf(reason: unknown): string {
  if (reason instanceof Error) return reason.message
  const isResult = typeof reason === 'object' && reason !== null && 'errMsg' in reason
  return isResult && isFailure(reason as CallResult)
    ? (reason as CallResult).errMsg
    : String(reason)
}

/** A printed value as JSON can carry it. */
function printable(value: unknown): unknown {
  if (value instanceof Error) return value.stack ?? value.message
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null') as unknown
  } catch {
    return String(value)
  }
}
