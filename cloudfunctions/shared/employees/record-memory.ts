import type { Clock } from '../runtime/clock'
import { StoreError } from '../store/store-error'
import type { EmployeeRecord } from './employee-record'

/** What this instance knows of employees: bounded in age and in number. */
export interface RecordMemory {
  /** The record, at most half a minute old; undefined when there is none. @throws StoreError */
  current(userId: string): Promise<EmployeeRecord | undefined>
  /** As `current`, but never out of memory while the store answers. */
  anew(userId: string): Promise<EmployeeRecord | undefined>
  /** What counts without the store, if anything does. */
  last(userId: string): EmployeeRecord | undefined
  /** What this instance has just written. */
  keep(userId: string, record: EmployeeRecord): void
  /** The store has to be asked again, and nothing counts while it is away. */
  drop(userId: string): void
}

interface Kept {
  record: EmployeeRecord | undefined
  /** Epoch ms: when the store was asked. */
  checkedAt: number
}

// A revocation takes effect within a minute everywhere: half of it here, half to spare for clocks and
// for a store that comes back.
const freshMs = 30_000
// With the store away, work goes on for this long after the last look.
const countsMs = 60_000
// A record has 1 to 2 KB.
const capacity = 5_000

/** @param read From the store. @throws StoreError */
export const createRecordMemory = (
  read: (userId: string) => Promise<EmployeeRecord | undefined>,
  clock: Clock,
): RecordMemory => {
  const memory = new Map<string, Kept>()
  const flights = new Map<string, Promise<EmployeeRecord | undefined>>()

  // A clock that was set back makes nothing fresh.
  const youngerThan = (ms: number, id: string): Kept | undefined => {
    const kept = memory.get(id)
    const age = kept ? clock.now() - kept.checkedAt : Infinity
    return age >= 0 && age < ms ? kept : undefined
  }
  const remember = (id: string, kept: Kept) => {
    memory.delete(id)
    memory.set(id, kept)
    const [oldest] = memory.keys()
    if (memory.size > capacity && oldest !== undefined) memory.delete(oldest)
  }
  const look = (id: string): Promise<EmployeeRecord | undefined> => {
    const checkedAt = clock.now()
    const flight = read(id)
      .then(
        (record) => {
          // Unless this instance has written meanwhile: what was read may be older than that.
          if (flights.get(id) === flight) remember(id, { record, checkedAt })
          return record
        },
        (error: unknown) => {
          const last = youngerThan(countsMs, id)
          if (last && error instanceof StoreError) return last.record
          throw error
        },
      )
      .finally(() => {
        if (flights.get(id) === flight) flights.delete(id)
      })
    flights.set(id, flight)
    return flight
  }
  const anew = (id: string) => flights.get(id) ?? look(id)

  return {
    async current(userId) {
      const id = userId.toLowerCase()
      const fresh = youngerThan(freshMs, id)
      return fresh ? fresh.record : anew(id)
    },
    anew: (userId) => anew(userId.toLowerCase()),
    last: (userId) => youngerThan(countsMs, userId.toLowerCase())?.record,
    keep(userId, record) {
      const id = userId.toLowerCase()
      flights.delete(id)
      remember(id, { record, checkedAt: clock.now() })
    },
    drop(userId) {
      const id = userId.toLowerCase()
      flights.delete(id)
      memory.delete(id)
    },
  }
}
