import { LoadFailure } from './load-once'
import { StoreError, type StoreOperation } from './store-error'

/** Runs one operation of an engine, within its time, and lets none of the engine's errors out. */
export type Guard = <T>(
  operation: StoreOperation,
  run: (signal: AbortSignal) => Promise<T>,
) => Promise<T>

export interface GuardOptions {
  /** For one operation, in ms, whatever number of requests it takes. */
  timeoutMs: number
  /** Whether the engine said no, as against not being there. */
  isRefusal(error: unknown): boolean
}

/**
 * @returns a guard whose operations end within `timeoutMs`. The signal tells an operation of several
 * requests that its caller has gone on: it must not write any more.
 */
export const createGuard =
  ({ timeoutMs, isRefusal }: GuardOptions): Guard =>
  async (operation, run) => {
    const abort = new AbortController()
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        abort.abort()
        reject(new StoreError('away', operation))
      }, timeoutMs)
    })
    try {
      return await Promise.race([run(abort.signal), tooLate])
    } catch (error) {
      const isFinal = error instanceof LoadFailure || isRefusal(error)
      throw new StoreError(isFinal ? 'refused' : 'away', operation)
    } finally {
      clearTimeout(timer)
    }
  }
