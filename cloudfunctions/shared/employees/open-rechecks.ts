import { createHash } from 'node:crypto'
import type { Store } from '../store/store'
import type { Affected } from './affected'

/** A change whose affected were not all looked at. */
export interface OpenRecheck {
  affected: Affected
  /** Nothing of it is left. @throws StoreError */
  close(): Promise<void>
  /** This much of it is left. @throws StoreError */
  keep(left: Affected): Promise<void>
}

/** What an event began and the clock has to finish: it lies in the store, where no instance can lose it. */
export interface OpenRechecks {
  /** @throws StoreError */
  add(affected: Affected): Promise<void>
  /** Some of them. @throws StoreError */
  read(): Promise<OpenRecheck[]>
}

// Nobody's session lives longer, and a sign-in asks WeCom anyway.
const keptMs = 26 * 60 * 60_000
const readAtOnce = 20

export const createOpenRechecks = (store: Store, keyPrefix: string): OpenRechecks => {
  const prefix = `${keyPrefix}:recheck:`
  // The same change twice is one: the second only begins it anew.
  const keyOf = ({ userIds, departmentIds }: Affected): string =>
    prefix +
    createHash('sha256')
      .update(JSON.stringify([userIds, departmentIds]))
      .digest('hex')

  const open = async (key: string): Promise<OpenRecheck[]> => {
    const stored = await store.get(key)
    const affected = readAffected(stored?.value)
    if (!stored || !affected) return []
    // Only if nobody has begun it anew meanwhile. No engine deletes by revision; all let a value end.
    const close = async () => void (await store.cas(key, stored.rev, affected, 1))
    return [
      {
        affected,
        close,
        async keep(left) {
          if (keyOf(left) === key) await store.cas(key, stored.rev, left, keptMs)
          else {
            await store.insert(keyOf(left), left, keptMs)
            await close()
          }
        },
      },
    ]
  }

  return {
    add: (affected) => store.put(keyOf(affected), affected, keptMs),
    async read() {
      const keys = await store.scan(prefix, readAtOnce)
      return (await Promise.all(keys.map(open))).flat()
    },
  }
}

const readAffected = (value: unknown): Affected | undefined => {
  const { userIds, departmentIds, after } = Object(value) as Record<string, unknown>
  const isAffected =
    Array.isArray(userIds) &&
    userIds.every((id) => typeof id === 'string') &&
    Array.isArray(departmentIds) &&
    departmentIds.every(Number.isSafeInteger) &&
    (after === undefined || typeof after === 'string')
  return isAffected ? (value as Affected) : undefined
}
