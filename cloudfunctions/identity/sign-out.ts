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
}

/** Ends this session, or with `everywhere` all of this employee's. @throws AppError, StoreError */
export const signOut = async (
  { gate, employees, privateData }: SignOutDeps,
  call: ActionCall,
): Promise<object> => {
  const isEverywhere = flagArgument(call, 'everywhere')
  const { holder, record } = await callerOf(gate, call)
  if (isEverywhere) await employees.endSessions(holder.userId)
  else await employees.endSession(holder.userId, holder.sessionId)
  const ended = isEverywhere ? record.sessions : [holder]
  // Of no use any more: should the store fail now, they run out by themselves.
  await Promise.all(
    ended.map(({ sessionId }) => privateData?.sessionKeys.forget(sessionId).catch(() => undefined)),
  )
  return {}
}
