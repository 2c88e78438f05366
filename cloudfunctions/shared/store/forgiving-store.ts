import type { Store } from './store'
import { StoreError } from './store-error'

/** The part of a store that a cache needs. */
export type CacheStore = Pick<Store, 'get' | 'put' | 'del'>

/** A store that, when it is away, knows nothing and remembers nothing: a cache must never fail a call. */
export const createForgivingStore = (store: Store): CacheStore => ({
  get: (key) => store.get(key).catch((error: unknown) => forgive(error, null)),
  put: (key, value, ttlMs) =>
    store.put(key, value, ttlMs).catch((error: unknown) => forgive(error, undefined)),
  del: (key) => store.del(key).catch((error: unknown) => forgive(error, undefined)),
})

const forgive = <T>(error: unknown, instead: T): T => {
  if (error instanceof StoreError) return instead
  throw error
}
