import type { Employees } from '../shared/employees/employees'
import { flagArgument } from '../shared/runtime/request'
import type { ActionCall } from '../shared/runtime/serve'
import { callerOf } from '../shared/session/caller'
import type { SessionGate } from '../shared/session/session-gate'

export interface SignOutDeps {
  gate: SessionGate
  employees: Employees
}

/** Ends this session, or with `everywhere` all of this employee's. @throws AppError, StoreError */
export const signOut = async (
  { gate, employees }: SignOutDeps,
  call: ActionCall,
): Promise<object> => {
  const isEverywhere = flagArgument(call, 'everywhere')
  const { holder } = await callerOf(gate, call)
  if (isEverywhere) await employees.endSessions(holder.userId)
  else await employees.endSession(holder.userId, holder.sessionId)
  return {}
}
