import type { Employee } from '../../../typings/api'
import type { Standing } from '../directory/standing'
import { AppError } from '../runtime/errors'
import type { Action, ActionCall, ActionFunction } from '../runtime/function-definition'
import { callerOf, refuseSession } from './caller'
import type { SessionGate } from './session-gate'

/** A call whose session was verified; the session itself is nobody's business any more. */
export interface EmployeeCall extends Omit<ActionCall, 'session'> {
  /** What rights are decided on, untrimmed. It stays on the server. */
  standing: Standing
}

/** What a function does for an employee. What it returns is the `data` of the reply. */
export type EmployeeHandler = (employee: Employee, call: EmployeeCall) => unknown

/** Whom an action is for: any condition is enough. Without one, for every employee. */
export interface AllowedEmployees {
  /** By ROLES. */
  roles?: readonly string[]
  /** With everything below them. */
  departments?: readonly number[]
}

/** An action that still has to be told who can be believed. */
export type EmployeeAction = (gate: SessionGate) => Action

/**
 * Makes an action that knows its caller. Whoever has no session, or one that counts no more, is told
 * SESSION_REFUSED; an employee whom it is not for, NOT_ALLOWED. The handler hears of neither.
 */
export const withEmployee =
  (handler: EmployeeHandler, allowed: AllowedEmployees = {}): EmployeeAction =>
  (gate) =>
  async ({ session, ...call }) => {
    const { employee, standing } = (await callerOf(gate, { session, log: call.log })).record
    // Something has happened that WeCom has to be asked about, and this function can't ask it.
    if (employee.confirmedAt === 0) refuseSession(call, 'forgotten')
    if (!isAllowed(standing, allowed)) {
      call.log({ event: 'refused', code: 'NOT_ALLOWED', reason: 'notForThem' })
      throw new AppError('NOT_ALLOWED')
    }
    return handler(employee, { ...call, standing })
  }

/** Whether something is for an employee of this standing. */
export const isAllowed = (
  standing: Standing,
  { roles, departments }: AllowedEmployees,
): boolean => {
  if (!roles && !departments) return true
  const hasRole = roles?.some((role) => standing.roles.includes(role))
  return hasRole || Boolean(departments?.some((id) => standing.lineage.includes(id)))
}

/** A function of such actions and of no others: what is not wrapped can't be served by mistake. */
export const actionsForEmployees = (
  gate: SessionGate,
  actions: Readonly<Record<string, EmployeeAction>>,
): ActionFunction => ({
  via: ['callFunction', 'http'],
  actions: Object.fromEntries(Object.entries(actions).map(([name, make]) => [name, make(gate)])),
})
