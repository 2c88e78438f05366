import type { Repeatability } from './call'
import { isRefusal, WecomError } from './errors'
import { busy } from './catalogue/groups'

export interface RetryOptions<T> {
  /**
   * One try.
   *
   * @param timeoutMs How long it may take.
   * @param tryNumber Begins at 1.
   */
  attempt: (timeoutMs: number, tryNumber: number) => Promise<T>
  isSafeToRepeat: (error: unknown) => boolean
  /** What is left of the time for everything that the caller has to do, in ms. */
  remainingMs: () => number
  /** For one try. */
  perTryMs: number
  /** Waits for ms. */
  sleep: (ms: number) => Promise<unknown>
  /** From 0 to 1. */
  random: () => number
}

// WeCom asks for at most three repetitions after "system busy".
// https://developer.work.weixin.qq.com/document/path/90313
const maximumTries = 4
const firstWaitMs = 100
const longestWaitMs = 1000

/**
 * Tries until it works, cannot be repeated safely, or would outlast the time that is left. Waits
 * longer each time, and at random, so that callers that failed together do not come back together.
 *
 * @throws the error of the last try
 */
export const withRetries = async <T>(options: RetryOptions<T>): Promise<T> => {
  const { attempt, isSafeToRepeat, remainingMs, perTryMs, sleep, random } = options
  for (let tryNumber = 1; ; tryNumber++) {
    try {
      return await attempt(Math.max(0, Math.min(perTryMs, remainingMs())), tryNumber)
    } catch (error) {
      const waitMs = waitAfter(tryNumber, random())
      const isLast = tryNumber === maximumTries || waitMs >= remainingMs()
      if (isLast || !isSafeToRepeat(error)) throw error
      await sleep(waitMs)
    }
  }
}

// Between half and the whole of 100, 200, 400 … ms.
const waitAfter = (tryNumber: number, random: number): number =>
  Math.min(longestWaitMs, firstWaitMs * 2 ** (tryNumber - 1)) * (0.5 + random / 2)

const isFailure = (error: unknown, ...failures: WecomError['failure'][]): boolean =>
  error instanceof WecomError && failures.includes(error.failure)

/** After which errors a call may be sent again, by what it does at WeCom. */
export const isSafeToRepeat: Readonly<Record<Repeatability, (error: unknown) => boolean>> = {
  read: (error) => isFailure(error, 'notSent', 'noAnswer') || isRefusal(error, ...busy),
  // "Busy" may be said after the code was spent, so even a refusal ends it.
  once: (error) => isFailure(error, 'notSent'),
}
