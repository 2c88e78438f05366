type Listener<Value> = (value: Value) => void

/** Who listens to something that wx tells: added by `on…`, removed by `off…`, one or all. */
export function createListeners<Value>() {
  const listeners = new Set<Listener<Value>>()
  return {
    on: (listener: Listener<Value>) => void listeners.add(listener),
    off: (listener?: Listener<Value>) =>
      void (listener === undefined ? listeners.clear() : listeners.delete(listener)),
    tell: (value: Value) => {
      for (const listener of [...listeners]) {
        try {
          listener(value)
        } catch (error) {
          reportError(error)
        }
      }
    },
  }
}
