import type { Sleep } from './sleep'

/**
 * Waits for a promise no longer than so many ms, then rejects with what `tooLate` gives. The work
 * itself can't be called back: whatever it does later must do no harm.
 */
export type TimeLimit = <T>(work: Promise<T>, ms: number, tooLate: () => Error) => Promise<T>

export const createTimeLimit =
  (sleep: Sleep): TimeLimit =>
  async (work, ms, tooLate) => {
    const ended = new AbortController()
    const alarm = sleep(ms, ended.signal).then(() => {
      throw tooLate()
    })
    try {
      return await Promise.race([work, alarm])
    } finally {
      // The alarm goes off at once now, and nobody listens.
      alarm.catch(() => undefined)
      ended.abort()
    }
  }
