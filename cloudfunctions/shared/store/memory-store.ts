import type { Clock } from '../runtime/clock'
import { mostKeysAtOnce, type Store } from './store'

interface Entry {
  json: string
  rev: number
  expiresAt: number
}

// Expired entries are swept when the map has doubled since the last sweep, so memory stays bounded.
const smallestSweep = 1024

/** A store in this process: for tests, and for one instance on a developer's machine. */
export const createMemoryStore = (clock: Clock): Store => {
  const entries = new Map<string, Entry>()
  let sweepAt = smallestSweep
  // Of all that ever were: a key that comes back starts above what it had before.
  let highestRev = 0

  const live = (key: string): Entry | undefined => {
    const entry = entries.get(key)
    if (!entry || entry.expiresAt > clock.now()) return entry
    entries.delete(key)
    return undefined
  }
  /** Answers how much had expired. */
  const sweep = (): number => {
    const before = entries.size
    for (const key of [...entries.keys()]) live(key)
    sweepAt = Math.max(smallestSweep, entries.size * 2)
    return before - entries.size
  }
  // Kept as JSON: a caller that changes its object later must not change ours.
  const write = (key: string, value: unknown, ttlMs: number) => {
    const rev = (live(key)?.rev ?? highestRev) + 1
    highestRev = Math.max(highestRev, rev)
    entries.set(key, { json: JSON.stringify(value), rev, expiresAt: clock.now() + ttlMs })
    if (entries.size > sweepAt) sweep()
  }

  return {
    async get(key) {
      const entry = live(key)
      return entry ? { value: JSON.parse(entry.json) as unknown, rev: entry.rev } : null
    },
    async insert(key, value, ttlMs) {
      if (live(key)) return false
      write(key, value, ttlMs)
      return true
    },
    async cas(key, rev, value, ttlMs) {
      if (live(key)?.rev !== rev) return false
      write(key, value, ttlMs)
      return true
    },
    async put(key, value, ttlMs) {
      write(key, value, ttlMs)
    },
    async del(key) {
      entries.delete(key)
    },
    async scan(prefix, limit, after) {
      const isWanted = (key: string) =>
        key.startsWith(prefix) && (after === undefined || key > after) && live(key)
      const keys = [...entries.keys()].filter(isWanted)
      return keys.sort().slice(0, Math.min(limit, mostKeysAtOnce))
    },
    async removeExpired() {
      return sweep()
    },
  }
}
