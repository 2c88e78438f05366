import type { Store } from '../store/store'
import { StoreError } from '../store/store-error'
import type { Affected } from './affected'

/** A change whose affected were not all looked at. */
export interface OpenRecheck {
  affected: Affected
  /** Nothing of it is left. @throws StoreError */
  close(): Promise<void>
  /** This much of it is left. @throws StoreError */
  keep(left: Affected): Promise<void>
}

/**
 * What an event began and the clock has to finish. It lies in one document of the store, where no
 * instance can lose it and the clock finds it without a search.
 */
export interface OpenRechecks {
  /** @throws StoreError */
  add(affected: Affected): Promise<void>
  /** @throws StoreError */
  read(): Promise<OpenRecheck[]>
}

interface Entry {
  /** Of the change as it came last: whoever works at an earlier one can neither close nor keep it. */
  turn: number
  affected: Affected
}

// Nobody's session lives longer, and a sign-in asks WeCom anyway.
const keptMs = 26 * 60 * 60_000
// Of those who write at the same moment, one gets through in each round.
const mostAttempts = 24

export const createOpenRechecks = (store: Store, keyPrefix: string): OpenRechecks => {
  const key = `${keyPrefix}:rechecks`

  const change = async (decide: (entries: Entry[]) => Entry[]): Promise<void> => {
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const stored = await store.get(key)
      const next = decide(readEntries(stored?.value))
      const isWritten = stored
        ? await store.cas(key, stored.rev, next, keptMs)
        : await store.insert(key, next, keptMs)
      if (isWritten) return
    }
    throw new StoreError('away', 'cas')
  }

  return {
    // The same change twice is one: the second begins it anew.
    add: (affected) =>
      change((entries) => {
        const turn = 1 + Math.max(0, ...entries.map((entry) => entry.turn))
        const others = entries.filter((entry) => !isSame(entry.affected, affected))
        return [...others, { turn, affected }]
      }),
    async read() {
      const entries = readEntries((await store.get(key))?.value)
      return entries.map(({ turn, affected }) => ({
        affected,
        close: () => change((now) => now.filter((entry) => entry.turn !== turn)),
        keep: (left) =>
          change((now) =>
            now.map((entry) => (entry.turn === turn ? { turn, affected: left } : entry)),
          ),
      }))
    },
  }
}

const isSame = (one: Affected, other: Affected): boolean =>
  String(one.userIds) === String(other.userIds) &&
  String(one.departmentIds) === String(other.departmentIds)

/** What somebody has put there by hand is passed over. */
const readEntries = (value: unknown): Entry[] => (Array.isArray(value) ? value.filter(isEntry) : [])

const isEntry = (value: unknown): value is Entry => {
  const { turn, affected } = Object(value) as Record<string, unknown>
  const { userIds, departmentIds, after } = Object(affected) as Record<string, unknown>
  return (
    Number.isSafeInteger(turn) &&
    Array.isArray(userIds) &&
    userIds.every((id) => typeof id === 'string') &&
    Array.isArray(departmentIds) &&
    departmentIds.every(Number.isSafeInteger) &&
    (after === undefined || typeof after === 'string')
  )
}
