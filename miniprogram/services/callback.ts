/** The callback pair that every asynchronous `wx` call takes. */
export interface Callbacks<T> {
  success(result: T): void
  fail(failure: unknown): void
}

/**
 * Turns a callback call of `wx` into a promise, here and nowhere else: the promises of `wx` itself came
 * with base library 2.10.2, and nothing official says that `wx.qy` has them at all.
 */
export function settled<T>(start: (callbacks: Callbacks<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start({ success: resolve, fail: reject })
  })
}
