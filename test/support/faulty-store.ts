import type { Store } from '../../cloudfunctions/shared/store/store'
import { StoreError, type StoreOperation } from '../../cloudfunctions/shared/store/store-error'

/** A store that can be away, for everybody who uses it. */
export const createFaultyStore = (engine: Store) => {
  let isAway = false
  const orAway =
    <A extends unknown[], T>(operation: StoreOperation, work: (...inputs: A) => Promise<T>) =>
    async (...inputs: A): Promise<T> => {
      if (isAway) throw new StoreError('away', operation)
      return work(...inputs)
    }
  const store: Store = {
    get: orAway('get', engine.get),
    insert: orAway('insert', engine.insert),
    cas: orAway('cas', engine.cas),
    put: orAway('put', engine.put),
    del: orAway('del', engine.del),
    scan: orAway('scan', engine.scan),
    removeExpired: orAway('removeExpired', engine.removeExpired),
  }
  return { store, setAway: (now: boolean) => void (isAway = now) }
}
