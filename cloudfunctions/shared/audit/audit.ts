import type { ErrorCode } from '../../../typings/api'
import type { Clock } from '../runtime/clock'
import type { Store } from '../store/store'
import { auditKeyFrom, type AuditEntry, type AuditKind, type AuditRecord } from './audit-record'

export interface Audit {
  /**
   * Adds one record. Never throws, because nobody may be kept out or let in by it: a record that could
   * not be written is reported to `onLost`.
   */
  record(entry: AuditEntry): Promise<void>
}

export interface AuditOptions {
  store: Pick<Store, 'insert'>
  /** Corp and app. */
  keyPrefix: string
  clock: Clock
  /** AUDIT_DAYS: how long a record is kept. */
  keepDays: number
  /** Gives that many random bytes. */
  random(bytes: number): Buffer
  onLost(kind: AuditKind): void
}

const dayMs = 24 * 60 * 60_000
const randomBytesOfKey = 8

// Anybody can make these happen as often as they like, under nobody's name: a write for each would be
// an attack by itself. They stand in the log.
const strangersOwn: readonly ErrorCode[] = ['BAD_INPUT', 'TOO_LARGE', 'SLOW_DOWN', 'CODE_REFUSED']

/** Append-only: a record is inserted under a key that nobody had, and nothing here changes or deletes one. */
export const createAudit = ({
  store,
  keyPrefix,
  clock,
  keepDays,
  random,
  onLost,
}: AuditOptions): Audit => ({
  async record(entry) {
    if (entry.kind === 'signInRefused' && !entry.userId && strangersOwn.includes(entry.reason))
      return
    const at = clock.now()
    const own = random(randomBytesOfKey).toString('hex')
    const record: AuditRecord = { ...entry, at }
    try {
      await store.insert(`${auditKeyFrom(keyPrefix, at)}:${own}`, record, keepDays * dayMs)
    } catch {
      onLost(entry.kind)
    }
  },
})
