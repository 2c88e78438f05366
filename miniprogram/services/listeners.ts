/** Whoever wants to hear of every new value. */
export interface Listeners<T> {
  tell(value: T): void
  /** Tells of every new value, until the answered function is called. */
  listen(listener: (value: T) => void): () => void
}

export function createListeners<T>(): Listeners<T> {
  const listeners: ((value: T) => void)[] = []
  return {
    tell(value) {
      // A copy: a listener may leave while it is being told.
      listeners.slice().forEach((listener) => listener(value))
    },
    listen(listener) {
      listeners.push(listener)
      return () => {
        const at = listeners.indexOf(listener)
        if (at >= 0) listeners.splice(at, 1)
      }
    },
  }
}
