import type { Employee } from '../../../typings/api'
import type { Standing } from '../directory/standing'
import type { Door } from '../session/sessions'

/** What is kept of one employee, so that every function can decide about them without asking WeCom. */
export interface EmployeeRecord {
  /** In WeCom's spelling. */
  userId: string
  /** Sessions count only while this is true. */
  active: boolean
  /** Why they do not. */
  inactiveBecause?: RevocationReason
  /** Epoch ms: what WeCom was asked before this moment admits nobody. 0: never revoked. */
  revokedAt: number
  /** The sessions that count; what is not among them does not. */
  sessions: LiveSession[]
  employee: Employee
  standing: Standing
  /** Fingerprint of the rules that `employee` and `standing` were made by. */
  madeBy: string
}

export interface LiveSession {
  sessionId: string
  via: Door
  /** Epoch ms: the sign-in that it began with; a renewal does not move it. */
  startedAt: number
  /** Epoch ms. */
  expiresAt: number
}

/** Why an employee's sessions ended before their time. */
export type RevocationReason =
  | 'unsubscribed'
  | 'disabled'
  | 'left'
  | 'notActivated'
  | 'notVisible'
  | 'deleted'
  | 'renamed'
  | 'byAdministrator'
