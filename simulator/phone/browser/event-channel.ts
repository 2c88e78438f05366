type Listener = (...values: unknown[]) => void

export type EventChannel = ReturnType<typeof createEventChannel>

/**
 * The channel between a page and the one it opened.
 * https://developers.weixin.qq.com/miniprogram/dev/api/route/EventChannel.html
 */
export function createEventChannel() {
  const listeners = new Map<string, Set<Listener>>()
  const of = (name: string) => {
    const known = listeners.get(name) ?? new Set<Listener>()
    listeners.set(name, known)
    return known
  }
  const on = (name: string, listener: Listener) => void of(name).add(listener)
  const off = (name: string, listener?: Listener) => {
    if (listener === undefined) listeners.delete(name)
    else of(name).delete(listener)
  }
  const once = (name: string, listener: Listener) => {
    const single: Listener = (...values) => {
      off(name, single)
      listener(...values)
    }
    on(name, single)
  }
  const emit = (name: string, ...values: unknown[]) =>
    [...of(name)].forEach((listener) => listener(...values))
  return { on, off, once, emit }
}
