import type { Clock } from '../runtime/clock'
import type { Store } from '../store/store'
import { readRecord, type EmployeeRecord } from './employee-record'
import { createRecordMemory } from './record-memory'

/** What functions need that only verify: who is who, and no way to change it. */
export interface EmployeeReader {
  /** The record, at most half a minute old and at most a minute with the store away. @throws StoreError */
  current(userId: string): Promise<EmployeeRecord | undefined>
  /** The record as it is now, or with the store away as `current` has it. @throws StoreError */
  anew(userId: string): Promise<EmployeeRecord | undefined>
}

export interface EmployeeReaderOptions {
  store: Pick<Store, 'get'>
  /** Begins the keys in the store: corp and app. */
  keyPrefix: string
  clock: Clock
}

/** Before the key of each record. */
export const recordPrefix = (keyPrefix: string): string => `${keyPrefix}:employee:`

// WeCom compares user ids without regard to case.
export const recordKey = (keyPrefix: string, userId: string): string =>
  recordPrefix(keyPrefix) + userId.toLowerCase()

export const createEmployeeReader = ({
  store,
  keyPrefix,
  clock,
}: EmployeeReaderOptions): EmployeeReader => {
  const { current, anew } = createRecordMemory(
    async (userId) => readRecord((await store.get(recordKey(keyPrefix, userId)))?.value),
    clock,
  )
  return { current, anew }
}
