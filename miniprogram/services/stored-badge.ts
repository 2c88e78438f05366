import { displayFields, isBadge, isRecord, isSamePerson } from './badge'
import type { Badge } from './badge'
import { succeeds } from './storage'
import type { Storage } from './storage'

export interface StoredBadge {
  /** The badge of the last confirmed launch; anything unreadable counts as none. */
  read(): Badge | null
  /** Stores a confirmed employee's display fields; another person's go first. */
  keep(employee: Badge): void
  forget(): void
}

const KEY = 'badge'

/** Another version's badge is not understood, and simply fetched again. */
const VERSION = 1

/** Keeps the display fields of the badge between launches, so that the next one can show them at once. */
export function createStoredBadge(storage: Storage): StoredBadge {
  function read(): Badge | null {
    try {
      return readBadge(storage.getStorageSync(KEY))
    } catch {
      return null
    }
  }

  function forget(): void {
    // Where removing fails, overwriting may still work: what must not stay is the person.
    if (!succeeds(() => storage.removeStorageSync(KEY))) {
      succeeds(() => storage.setStorageSync(KEY, ''))
    }
  }

  return {
    read,
    forget,
    keep(employee) {
      const before = read()
      if (before && !isSamePerson(before, employee)) forget()
      const record = { version: VERSION, badge: displayFields(employee) }
      if (!succeeds(() => storage.setStorageSync(KEY, record))) forget()
    },
  }
}

function readBadge(stored: unknown): Badge | null {
  if (!isRecord(stored) || stored.version !== VERSION) return null
  return isBadge(stored.badge) ? displayFields(stored.badge) : null
}
