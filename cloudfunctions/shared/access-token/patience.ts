import { AccessTokenError } from './access-token-error'
import type { Surroundings } from './options'

/** How long one caller waits for tokens, over all its attempts. */
export interface Patience {
  /**
   * @param work Begun only if there is time for it.
   * @throws AccessTokenError `outOfTime`, or what the work throws
   */
  spend<T>(work: () => Promise<T>): Promise<T>
  /** Waits for half of what is left at most: the caller has something better to do. */
  spendHalf(work: () => Promise<void>): Promise<void>
}

/** @param remainingMs What is left of the caller's own deadline, in ms. */
export const createPatience = (
  { monotonic, limit, timings }: Surroundings,
  remainingMs: () => number,
): Patience => {
  let leftMs = timings.waitMaxMs
  const left = () => Math.min(leftMs, remainingMs())
  const outOfTime = () => new AccessTokenError({ shortage: 'outOfTime', retryAfterMs: 0 })

  const spend = async <T>(work: () => Promise<T>, ms: number): Promise<T> => {
    if (ms <= 0) throw outOfTime()
    const begunAt = monotonic()
    try {
      return await limit(work(), ms, outOfTime)
    } finally {
      leftMs -= monotonic() - begunAt
    }
  }

  return {
    spend: (work) => spend(work, left()),
    spendHalf: (work) => spend(work, left() / 2).catch(() => undefined),
  }
}
