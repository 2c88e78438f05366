import type { SignInResult } from '../../../typings/api'
import { decideOn } from '../employees/admission'
import type { ActiveRecord } from '../employees/employee-record'
import type { Employees } from '../employees/employees'
import type { Confirmed, Profiles } from '../employees/profiles'
import { AppError } from '../runtime/errors'
import type { Door } from './session-token'
import type { Sessions } from './sessions'

export interface EnterDeps {
  employees: Employees
  profiles: Profiles
  sessions: Sessions
}

/** Somebody whom WeCom has just named, at one of our doors. */
export interface Arrival {
  userId: string
  via: Door
}

/**
 * Lets a person in: by their record while that is fresh, by WeCom's word otherwise. Twice at most: a
 * revocation that came while WeCom was asked is decided by asking it again.
 *
 * @param meanwhile Is done beside the writing of the record, for the id of the new session.
 * @throws AppError that says why they may not come in
 */
export const enter = async (
  deps: EnterDeps,
  arrival: Arrival,
  meanwhile?: (sessionId: string) => Promise<unknown> | undefined,
): Promise<SignInResult> => {
  const result = (await admit(deps, arrival, meanwhile)) ?? (await admit(deps, arrival, meanwhile))
  if (!result) throw new AppError('SESSION_REFUSED')
  return result
}

/** Undefined when the person was revoked meanwhile. */
const admit = async (
  { employees, profiles, sessions }: EnterDeps,
  { userId, via }: Arrival,
  meanwhile: Parameters<typeof enter>[2],
): Promise<SignInResult | undefined> => {
  // With the store away nobody is known, and WeCom is asked.
  const record = await employees.read(userId).catch(() => undefined)
  const fresh = profiles.fresh(record)
  const confirmed = fresh
    ? fromRecord(fresh)
    : await decideOn(userId, () => profiles.ask(record, userId))
  const { employee } = confirmed
  const { session, live } = sessions.issue({ userId: employee.userId, via })
  const [admission] = await Promise.all([
    employees.admit(confirmed, live, confirmed.askedAt),
    meanwhile?.(live.sessionId),
  ])
  return admission === 'admitted' ? { session, employee } : undefined
}

const fromRecord = ({ employee, standing }: ActiveRecord): Confirmed => ({
  employee,
  standing,
  status: 'active',
  askedAt: employee.confirmedAt,
})
