import type { Employee } from '../../../typings/api'
import type { Standing } from '../directory/standing'
import type { Door } from '../session/session-token'
import type { Given } from './given'

/** What is kept of one employee, so that every function can decide about them without asking WeCom. */
export type EmployeeRecord = ActiveRecord | RevokedRecord

interface EveryRecord {
  /** In WeCom's spelling. */
  userId: string
  /** Epoch ms: what WeCom was asked before this moment admits nobody. 0: never revoked. */
  revokedAt: number
}

/** Of somebody who may work. */
export interface ActiveRecord extends EveryRecord {
  active: true
  /** The sessions that count; what is not among them does not. */
  sessions: LiveSession[]
  /** With `confirmedAt` 0 when something happened that WeCom has to be asked about. */
  employee: Employee
  standing: Standing
  /** Fingerprint of the rules that `employee` and `standing` were made by. */
  madeBy: string
  /** Epoch ms: what WeCom was asked before this moment is not news. 0: never forgotten. */
  forgottenAt: number
  /** Filled into `employee` where WeCom withholds it. */
  given?: Given
}

/** Of somebody who may not, until WeCom says otherwise. Nothing else is kept of them. */
export interface RevokedRecord extends EveryRecord {
  active: false
  inactiveBecause: RevocationReason
  sessions: []
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

/** Reads what a store held; anything that is no record of ours is nobody. */
export const readRecord = (value: unknown): EmployeeRecord | undefined => {
  const { userId, active, revokedAt, sessions } = Object(value) as Record<string, unknown>
  const isRecord =
    typeof userId === 'string' &&
    typeof active === 'boolean' &&
    Number.isSafeInteger(revokedAt) &&
    Array.isArray(sessions)
  return isRecord ? (value as EmployeeRecord) : undefined
}

/** Epoch ms: the last time that something happened which WeCom has to be asked about. */
export const newsOf = (record: EmployeeRecord | undefined): number =>
  record?.active ? Math.max(record.revokedAt, record.forgottenAt) : (record?.revokedAt ?? 0)
