import type { Audit } from '../shared/audit/audit'
import type { NoticedBy } from '../shared/audit/audit-record'
import type { Directory } from '../shared/directory/directory'
import type { Affected, LookAtAffected } from '../shared/employees/affected'
import type { Employees } from '../shared/employees/employees'
import type { OpenRechecks } from '../shared/employees/open-rechecks'
import type { Rechecks } from '../shared/employees/rechecks'
import type { Change, WecomEvent } from './read-event'

export interface EffectsDeps {
  employees: Pick<Employees, 'read'>
  directory: Pick<Directory, 'forgetDepartments' | 'forgetTags'>
  rechecks: Rechecks
  lookAtAffected: LookAtAffected
  openRechecks: Pick<OpenRechecks, 'add'>
  audit: Audit
  /** Whether there is time for one more look at somebody before WeCom hangs up. */
  hasTime(): boolean
}

/**
 * Does what an event asks for. When it is done, it is written; doing it twice, or in another order,
 * ends in the same. Whom an event sends away is shut out at once; about everybody else WeCom is asked.
 *
 * @throws StoreError
 */
export type CarryOut = (event: WecomEvent & { change: Change }, by: NoticedBy) => Promise<void>

// WeCom tells the time of an event in whole seconds.
const oneSecondMs = 1000

export const createCarryOut = (deps: EffectsDeps): CarryOut => {
  const { employees, directory, rechecks, lookAtAffected, openRechecks, audit, hasTime } = deps

  const lookAt = async (affected: Affected, by: NoticedBy) => {
    const left = await lookAtAffected(affected, by, hasTime)
    if (left) await openRechecks.add(left)
  }
  const lookAtOne = (userId: string, by: NoticedBy) =>
    lookAt({ userIds: [userId], departmentIds: [] }, by)

  const departed = async (
    { userId, reason }: Of<'departed'>,
    by: NoticedBy,
    happenedAt: number,
  ) => {
    const record = await employees.read(userId)
    // Within one second the departure wins.
    const isOldNews = record?.active && record.employee.confirmedAt >= happenedAt + oneSecondMs
    // WeCom has counted them in since: the event came late, or is a copy. Unless it does so again, they
    // are out.
    const isConfirmed = async () =>
      (await rechecks.ask(userId, by).catch(() => 'unknown')) === 'confirmed'
    if (isOldNews && (await isConfirmed())) return
    await rechecks.revoke(userId, reason, by)
  }
  const joined = async ({ userId }: Of<'joined'>, by: NoticedBy) => {
    const record = await employees.read(userId)
    // Their next sign-in asks WeCom, as each does: nothing has to be given back.
    if (record?.active === false) await audit.record({ kind: 'restored', userId, by })
    else await lookAtOne(userId, by)
  }

  return async ({ change, happenedAt }, by) => {
    switch (change.kind) {
      case 'departed':
        return departed(change, by, happenedAt)
      case 'joined':
        return joined(change, by)
      case 'changed':
        return lookAtOne(change.userId, by)
      case 'departmentsChanged':
        await directory.forgetDepartments()
        return lookAt({ userIds: [], departmentIds: change.departmentIds }, by)
      case 'tagChanged':
        await directory.forgetTags()
        return lookAt({ userIds: change.userIds, departmentIds: change.departmentIds }, by)
    }
  }
}

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>
