import type { DirectoryEntry } from '../directory/directory'
import type { Store } from '../store/store'
import { StoreError } from '../store/store-error'
import {
  readRecord,
  type ActiveRecord,
  type EmployeeRecord,
  type LiveSession,
  type RevocationReason,
  type RevokedRecord,
} from './employee-record'
import {
  recordKey,
  recordPrefix,
  type EmployeeReader,
  type EmployeeReaderOptions,
} from './employee-reader'
import { withGiven, type Given } from './given'
import { lengthened, withSession } from './live-sessions'
import { createRecordMemory } from './record-memory'
import { createTurns } from './turns'

/** What WeCom said of an employee. */
export type Known = Pick<DirectoryEntry, 'employee' | 'standing'>

/**
 * The employees that this app knows: who may work, and by which sessions. Each change is one
 * compare-and-set of one document, so that of a sign-in and a revocation at the same moment neither
 * undoes the other. All throw a StoreError when the store does not do it.
 */
export interface Employees extends EmployeeReader {
  /** The record in the store, now. */
  read(userId: string): Promise<EmployeeRecord | undefined>
  /**
   * Writes a sign-in. `revokedMeanwhile`: what WeCom said is older than a revocation; ask it once more.
   * With the store away the session counts in this instance alone, for a minute.
   *
   * @param askedAt Epoch ms: before WeCom was asked.
   */
  admit(known: Known, session: LiveSession, askedAt: number): Promise<Admission>
  /** Writes what a re-check brought, unless it is old news. */
  remember(known: Known, askedAt: number): Promise<void>
  /** Adds what the employee gave by their own consent. */
  give(userId: string, given: Given): Promise<void>
  /** Lets the next reader who can ask WeCom do so. */
  forgetProfile(userId: string): Promise<void>
  /**
   * Ends all sessions, and lets nobody in by what WeCom was asked before; works for a person without a
   * record too. Answers whether they could work until now.
   */
  revoke(userId: string, reason: RevocationReason): Promise<boolean>
  /** Ends one session. Answers whether there was such a session. */
  endSession(userId: string, sessionId: string): Promise<boolean>
  endSessions(userId: string): Promise<void>
  /** Lengthens a session's life. False when it does not count any more. @param expiresAt Epoch ms. */
  extend(userId: string, sessionId: string, expiresAt: number): Promise<boolean>
  /** Ids, in lower case and in order, of those who have a record. @param after The last id of the page before. */
  list(after: string | undefined, limit: number): Promise<string[]>
}

export type Admission = 'admitted' | 'revokedMeanwhile'

export interface EmployeesOptions extends EmployeeReaderOptions {
  store: Store
  /** Fingerprint of the rules that profiles are made by. */
  madeBy: string
}

// No session lives longer (SESSION_HOURS is at most 24), and a sign-in that lost against a revocation is
// long over by then.
const keptMs = 26 * 60 * 60_000
// Of those who want one person's record at the same moment, at least one gets it in each round.
const mostAttempts = 24

export const createEmployees = ({
  store,
  keyPrefix,
  clock,
  madeBy,
}: EmployeesOptions): Employees => {
  const keyOf = (userId: string) => recordKey(keyPrefix, userId)
  const read = async (userId: string) => readRecord((await store.get(keyOf(userId)))?.value)
  const memory = createRecordMemory(read, clock)
  // What this instance wrote last must be what it remembers last, whatever the answers overtake.
  const inTurn = createTurns()

  /** @param decide Gives what is to be written, or undefined to leave it. */
  const change = (
    userId: string,
    decide: (record: EmployeeRecord | undefined) => EmployeeRecord | undefined,
  ): Promise<boolean> => inTurn(userId.toLowerCase(), () => attemptTo(userId, decide))
  const attemptTo: typeof change = async (userId, decide) => {
    const key = keyOf(userId)
    for (let attempt = 0; attempt < mostAttempts; attempt++) {
      const stored = await store.get(key)
      const next = decide(readRecord(stored?.value))
      if (!next) return false
      const isWritten = stored
        ? await store.cas(key, stored.rev, next, keptMs)
        : await store.insert(key, next, keptMs)
      if (isWritten) {
        memory.keep(userId, next)
        return true
      }
    }
    throw new StoreError('away', 'cas')
  }
  /** A change after which less is allowed: if it may have failed, this instance believes nothing. */
  const restrict: typeof change = (userId, decide) =>
    change(userId, decide).catch((error: unknown) => {
      memory.drop(userId)
      throw error
    })
  const changeActive =
    (how: typeof change) =>
    (userId: string, decide: (record: ActiveRecord) => ActiveRecord | undefined) =>
      how(userId, (record) => (record?.active ? decide(record) : undefined))

  const profileOf = (
    { employee, standing }: Known,
    askedAt: number,
    last: Pick<ActiveRecord, 'forgottenAt' | 'given'>,
  ) => {
    const confirmedAt = askedAt > last.forgottenAt ? askedAt : 0
    return { employee: withGiven({ ...employee, confirmedAt }, last.given), standing, madeBy }
  }
  const admitted = (
    record: EmployeeRecord | undefined,
    known: Known,
    session: LiveSession,
    askedAt: number,
  ): ActiveRecord => {
    const last = record?.active ? record : undefined
    const { forgottenAt = 0, given } = last ?? {}
    const kept = { forgottenAt, ...(given && { given }) }
    // Somebody may have asked later and been faster.
    const isNews = !last || last.madeBy !== madeBy || askedAt >= last.employee.confirmedAt
    return {
      userId: known.employee.userId,
      active: true,
      revokedAt: record?.revokedAt ?? 0,
      ...kept,
      sessions: withSession(last?.sessions ?? [], session, clock.now()),
      ...(isNews ? profileOf(known, askedAt, kept) : pickProfile(last)),
    }
  }

  return {
    read,
    current: memory.current,
    anew: memory.anew,

    async admit(known, session, askedAt) {
      const { userId } = known.employee
      let isLate = false
      const decide = (record: EmployeeRecord | undefined) => {
        isLate = record !== undefined && askedAt <= record.revokedAt
        return isLate ? undefined : admitted(record, known, session, askedAt)
      }
      try {
        await change(userId, decide)
      } catch (error) {
        const next = error instanceof StoreError ? decide(memory.last(userId)) : undefined
        if (next) memory.keep(userId, next)
        else if (!isLate) throw error
      }
      return isLate ? 'revokedMeanwhile' : 'admitted'
    },

    async remember(known, askedAt) {
      await changeActive(change)(known.employee.userId, (record) => {
        const isOld = askedAt <= record.revokedAt || askedAt < record.employee.confirmedAt
        return isOld ? undefined : { ...record, ...profileOf(known, askedAt, record) }
      })
    },

    async give(userId, added) {
      await changeActive(change)(userId, (record) => {
        const given = { ...record.given, ...added }
        return { ...record, given, employee: withGiven(record.employee, given, record.given) }
      })
    },

    async forgetProfile(userId) {
      await changeActive(restrict)(userId, (record) => ({
        ...record,
        employee: { ...record.employee, confirmedAt: 0 },
        forgottenAt: clock.now(),
      }))
    },

    async revoke(userId, reason) {
      let wasActive = false
      await restrict(userId, (record): RevokedRecord => {
        wasActive = record?.active === true
        return {
          userId: record?.userId ?? userId,
          active: false,
          inactiveBecause: reason,
          revokedAt: clock.now(),
          sessions: [],
        }
      })
      return wasActive
    },

    endSession: (userId, sessionId) =>
      changeActive(restrict)(userId, (record) => {
        const sessions = record.sessions.filter((session) => session.sessionId !== sessionId)
        return sessions.length < record.sessions.length ? { ...record, sessions } : undefined
      }),

    async endSessions(userId) {
      await changeActive(restrict)(userId, (record) => ({ ...record, sessions: [] }))
    },

    extend: (userId, sessionId, expiresAt) =>
      changeActive(change)(userId, (record) => {
        const sessions = lengthened(record.sessions, sessionId, expiresAt)
        return sessions && { ...record, sessions }
      }),

    async list(after, limit) {
      const prefix = recordPrefix(keyPrefix)
      const keys = await store.scan(prefix, limit, after && prefix + after)
      return keys.map((key) => key.slice(prefix.length))
    },
  }
}

const pickProfile = ({ employee, standing, madeBy }: ActiveRecord) => ({
  employee,
  standing,
  madeBy,
})
