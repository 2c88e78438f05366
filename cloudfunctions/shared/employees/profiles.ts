import type { Directory, DirectoryEntry } from '../directory/directory'
import type { Clock } from '../runtime/clock'
import { forgiving } from '../store/forgiving'
import {
  newsOf,
  type ActiveRecord,
  type EmployeeRecord,
  type RevocationReason,
} from './employee-record'
import type { Employees } from './employees'
import { withGiven } from './given'
import { saysMemberIsGone } from './member-gone'
import type { Rechecks } from './rechecks'

/** What WeCom said of an employee, and when it was asked. */
export interface Confirmed extends DirectoryEntry {
  /** Epoch ms. */
  askedAt: number
}

/** Employees by their record as long as that is fresh, and by WeCom's word otherwise. */
export interface Profiles {
  /** The record, if it says what WeCom would say, as far as anybody knows. */
  fresh(record: EmployeeRecord | undefined): ActiveRecord | undefined
  /**
   * Asks WeCom now. A member who is not active, or whom this app may not see, loses every session.
   *
   * @param record The record as it was just read.
   * @throws WecomError
   */
  ask(record: EmployeeRecord | undefined, userId: string): Promise<Confirmed>
  /** As `ask`, and writes the answer into the record. With the store away, nothing is written. */
  confirm(record: EmployeeRecord | undefined, userId: string): Promise<Confirmed>
}

export interface ProfilesOptions {
  directory: Pick<Directory, 'read'>
  employees: Pick<Employees, 'remember'>
  rechecks: Pick<Rechecks, 'revoke'>
  /** Fingerprint of the rules that profiles are made by. */
  madeBy: string
  /** For so long a profile is believed, in ms: the longest that a person whom no event reports stays in. */
  freshMs: number
  clock: Clock
}

export const createProfiles = ({
  directory,
  employees,
  rechecks,
  madeBy,
  freshMs,
  clock,
}: ProfilesOptions): Profiles => {
  // The answer to the caller does not hang on it: the next look at this person says the same.
  const revoke = async (userId: string, reason: RevocationReason) => {
    await forgiving(rechecks.revoke(userId, reason, 'signIn'), undefined)
  }
  const ask: Profiles['ask'] = async (record, userId) => {
    // Whoever has read of a revocation asks after it, however far the clocks are apart.
    const askedAt = Math.max(clock.now(), newsOf(record) + 1)
    try {
      const entry = await directory.read(userId)
      if (entry.status !== 'active') await revoke(userId, entry.status)
      const employee = withGiven(entry.employee, record?.active ? record.given : undefined)
      return { ...entry, employee, askedAt }
    } catch (error) {
      if (saysMemberIsGone(error)) await revoke(userId, 'notVisible')
      throw error
    }
  }

  return {
    ask,
    fresh(record) {
      if (!record?.active || record.madeBy !== madeBy) return undefined
      const age = clock.now() - record.employee.confirmedAt
      return age >= 0 && age < freshMs ? record : undefined
    },
    async confirm(record, userId) {
      const confirmed = await ask(record, userId)
      if (confirmed.status === 'active') {
        await forgiving(employees.remember(confirmed, confirmed.askedAt), undefined)
      }
      return confirmed
    },
  }
}
