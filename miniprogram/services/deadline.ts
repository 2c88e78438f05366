/** Runs `done` after `milliseconds`; the answer takes it back. */
export type Timer = (done: () => void, milliseconds: number) => () => void

/** How long a person waits for one step before hearing that it did not work. */
export const TIMEOUT_MILLISECONDS = 10_000

/**
 * Waits ten seconds for `work`: then `late` is the answer, and whatever the work still brings is
 * dropped.
 */
export function withDeadline<T>(work: Promise<T>, late: T, timer: Timer): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = timer(() => resolve(late), TIMEOUT_MILLISECONDS)
    work.then(
      (value) => {
        cancel()
        resolve(value)
      },
      (reason) => {
        cancel()
        reject(reason)
      },
    )
  })
}
