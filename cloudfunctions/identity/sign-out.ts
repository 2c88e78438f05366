import type { Audit } from '../shared/audit/audit'
import type { PrivateData } from '../shared/backend/private-data'
import type { Employees } from '../shared/employees/employees'
import { flagArgument } from '../shared/runtime/request'
import type { ActionCall } from '../shared/runtime/serve'
import { callerOf } from '../shared/session/caller'
import type { SessionGate } from '../shared/session/session-gate'

export interface SignOutDeps {
  gate: SessionGate
  employees: Employees
  privateData: PrivateData | undefined
  audit: Audit
}

/** Ends this session, or with `everywhere` all of this employee's. @throws AppError, StoreError */
export const signOut = async (
  { gate, employees, privateData, audit }: SignOutDeps,
  call: ActionCall,
): Promise<object> => {
  const isEverywhere = flagArgument(call, 'everywhere')
  const { holder, record } = await callerOf(gate, call)
  const { userId } = record
  if (isEverywhere) await employees.endSessions(userId)
  else await employees.endSession(userId, holder.sessionId)
  const ended = isEverywhere ? record.sessions : [holder]
  const extent = isEverywhere ? 'allSessions' : 'oneSession'
  await Promise.all([
    // Of no use any more: should the store fail now, they run out by themselves.
    ...ended.map(({ sessionId }) =>
      privateData?.sessionKeys.forget(sessionId).catch(() => undefined),
    ),
    audit.record({ kind: 'signedOut', userId, via: holder.via, extent }),
  ])
  return {}
}
