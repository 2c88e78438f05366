import type { Store } from './store'
import { StoreError, type StoreOperation } from './store-error'

export interface Impatience {
  /** What is left of the time for the call under way, in ms. */
  remainingMs(): number
  /** Ms from any beginning; never goes back. */
  monotonic(): number
}

// One operation gets a quarter of the time that is left, so that several in a row leave some for WeCom.
const shareOfTheRest = 0.25
const longestMs = 1000
// After a failure the next callers do not wait for the same silence again.
const restMs = 2000

/**
 * A store that does not let a call wait for it: an operation ends in its share of the time that is
 * left, and after one that failed the others fail at once for a while.
 */
export const createImpatientStore = (
  store: Store,
  { remainingMs, monotonic }: Impatience,
): Store => {
  let awayUntil = -Infinity

  const hurry = async <T>(operation: StoreOperation, work: () => Promise<T>): Promise<T> => {
    if (monotonic() < awayUntil) throw new StoreError('away', operation)
    const limitMs = Math.max(1, Math.min(longestMs, remainingMs() * shareOfTheRest))
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new StoreError('away', operation)), limitMs)
    })
    try {
      return await Promise.race([work(), tooLate])
    } catch (error) {
      if (error instanceof StoreError && error.failure === 'away') awayUntil = monotonic() + restMs
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  return {
    get: (key) => hurry('get', () => store.get(key)),
    insert: (key, value, ttlMs) => hurry('insert', () => store.insert(key, value, ttlMs)),
    cas: (key, rev, value, ttlMs) => hurry('cas', () => store.cas(key, rev, value, ttlMs)),
    put: (key, value, ttlMs) => hurry('put', () => store.put(key, value, ttlMs)),
    del: (key) => hurry('del', () => store.del(key)),
    scan: (prefix, limit, after) => hurry('scan', () => store.scan(prefix, limit, after)),
    removeExpired: () => hurry('removeExpired', () => store.removeExpired()),
  }
}
