import type { Clock } from '../runtime/clock'
import type { Store } from '../store/store'

/** So many in a while, over all instances. */
export interface RateLimit {
  /** Whether this subject may once more; asking counts only when the answer is yes. @throws StoreError */
  take(subject: string): Promise<boolean>
}

export interface RateLimitOptions {
  store: Store
  /** Begins the keys in the store: what is limited. */
  keyPrefix: string
  clock: Clock
  /** How many at once; after that they come back evenly, so many in `periodMs`. */
  most: number
  periodMs: number
}

/**
 * A leaky bucket (GCRA): one number for each subject, the moment at which everything that was taken
 * will have leaked out. It forgives nothing at the turn of a minute, as a counter would.
 */
export const createRateLimit = ({
  store,
  keyPrefix,
  clock,
  most,
  periodMs,
}: RateLimitOptions): RateLimit => {
  const dropMs = periodMs / most

  const tryOnce = async (key: string): Promise<boolean | 'again'> => {
    const now = clock.now()
    const stored = await store.get(key)
    const emptyAt = Math.max(now, Number(stored?.value ?? 0)) + dropMs
    if (emptyAt - now > periodMs) return false
    const isWritten = stored
      ? await store.cas(key, stored.rev, emptyAt, periodMs)
      : await store.insert(key, emptyAt, periodMs)
    return isWritten || 'again'
  }

  return {
    async take(subject) {
      const key = `${keyPrefix}:${subject}`
      // Each lost attempt was won by another: after so many, they took all there was.
      for (let lost = 0; lost < most; lost++) {
        const taken = await tryOnce(key)
        if (taken !== 'again') return taken
      }
      return false
    },
  }
}
