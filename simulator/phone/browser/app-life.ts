import type { LaunchOptions } from './wx/system'

type AppInstance = Record<string, unknown>
type Listener = (value: unknown) => void

export type AppEvent = 'AppShow' | 'AppHide' | 'Error' | 'UnhandledRejection' | 'PageNotFound'

const EVENTS: readonly AppEvent[] = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
]

/** Methods of App() that hear of each event. */
const METHODS: Record<AppEvent, string> = {
  AppShow: 'onShow',
  AppHide: 'onHide',
  Error: 'onError',
  UnhandledRejection: 'onUnhandledRejection',
  PageNotFound: 'onPageNotFound',
}

/**
 * App() and its life, and the wx.onApp… listeners beside it.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/api/App.html
 */
export function createAppLife() {
  let instance: AppInstance = {}
  const listeners = new Map<AppEvent, Set<Listener>>(EVENTS.map((event) => [event, new Set()]))

  const callMethod = (method: string, value: unknown) => {
    const handler = instance[method]
    if (typeof handler === 'function') handler.call(instance, value)
  }
  const emit = (event: AppEvent, value?: unknown) => {
    for (const hear of [
      () => callMethod(METHODS[event], value),
      ...[...(listeners.get(event) ?? [])].map((listener) => () => listener(value)),
    ]) {
      try {
        hear()
      } catch (error) {
        // An onError that throws must not be told of its own error for ever.
        if (event === 'Error') console.error(error)
        else reportError(error)
      }
    }
  }

  return {
    App: (definition: AppInstance) => {
      instance = { ...definition }
    },
    getApp: () => instance,
    emit,
    launch: (options: LaunchOptions) => {
      try {
        callMethod('onLaunch', options)
      } catch (error) {
        reportError(error)
      }
      emit('AppShow', options)
    },
    /** onAppShow, offAppShow and so on. */
    calls: Object.fromEntries(
      EVENTS.flatMap((event) => {
        const of = () => listeners.get(event) ?? new Set<Listener>()
        return [
          [`on${event}`, (listener: Listener) => void of().add(listener)],
          [
            `off${event}`,
            (listener?: Listener) =>
              listener === undefined ? of().clear() : void of().delete(listener),
          ],
        ]
      }),
    ),
  }
}
