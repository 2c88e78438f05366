import type { Audit } from '../audit/audit'
import type { NoticedBy } from '../audit/audit-record'
import type { Directory } from '../directory/directory'
import type { Clock } from '../runtime/clock'
import { newsOf, type RevocationReason } from './employee-record'
import type { Employees } from './employees'
import { saysMemberIsGone } from './member-gone'

/** `nobody`: there is no record, or none of somebody who may work: nothing has to be asked. */
export type Recheck = 'confirmed' | 'revoked' | 'nobody'

/** Looks after people who did not come by themselves, on behalf of an event or the clock. */
export interface Rechecks {
  /**
   * Asks WeCom about one person now, and writes what it says: a new profile and standing, or the end of
   * all sessions. Without an answer nobody loses any.
   *
   * @throws WecomError or StoreError
   */
  ask(userId: string, by: NoticedBy): Promise<Recheck>
  /** Ends all sessions of one person, on record. @throws StoreError */
  revoke(userId: string, reason: RevocationReason, by: NoticedBy): Promise<void>
}

export interface RechecksOptions {
  employees: Employees
  directory: Pick<Directory, 'read'>
  audit: Audit
  clock: Clock
}

export const createRechecks = ({
  employees,
  directory,
  audit,
  clock,
}: RechecksOptions): Rechecks => {
  const revoke: Rechecks['revoke'] = async (userId, reason, by) => {
    const wasActive = await employees.revoke(userId, reason)
    if (wasActive) await audit.record({ kind: 'revoked', userId, reason, by })
  }
  const revoked = async (...departure: Parameters<typeof revoke>): Promise<Recheck> => {
    await revoke(...departure)
    return 'revoked'
  }

  return {
    revoke,
    async ask(userId, by) {
      const record = await employees.read(userId)
      if (!record?.active) return 'nobody'
      const askedAt = Math.max(clock.now(), newsOf(record) + 1)
      const entry = await directory.read(record.userId).catch((error: unknown) => {
        if (saysMemberIsGone(error)) return undefined
        throw error
      })
      if (!entry) return revoked(record.userId, 'notVisible', by)
      if (entry.status !== 'active') return revoked(record.userId, entry.status, by)
      await employees.remember(entry, askedAt)
      return 'confirmed'
    },
  }
}
