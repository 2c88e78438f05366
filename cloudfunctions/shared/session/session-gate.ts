import type { ActiveRecord, EmployeeRecord } from '../employees/employee-record'
import type { EmployeeReader } from '../employees/employee-reader'
import type { SessionHolder, SessionTokens, TokenRefusal } from './session-token'

/** `revoked`: the employee may not work any more. `ended`: signed out, or the sixth of this person's. */
export type SessionRefusal = TokenRefusal | 'unknown' | 'revoked' | 'ended'

/** Somebody whom a session let in. */
export interface Caller {
  holder: SessionHolder
  record: ActiveRecord
}

/** Why a token is no session: for our log, never for whoever sent it. */
export type Verdict = { caller: Caller } | { refusal: SessionRefusal }

export interface SessionGate {
  /** @throws StoreError when the store has been away for longer than a record counts */
  verify(token: string | undefined): Promise<Verdict>
}

/**
 * Verifies sessions (自有登录态): by signature, and by the employee's record, among whose sessions it has
 * to be. In the common case neither asks anybody; only a refusal is looked up anew before it is given,
 * because the sign-in may have been the business of another instance a moment ago.
 */
export const createSessionGate = (
  tokens: SessionTokens,
  employees: EmployeeReader,
): SessionGate => ({
  async verify(token) {
    const read = tokens.read(token)
    if ('refusal' in read) return read
    const { holder } = read
    const verdict = judge(holder, await employees.current(holder.userId))
    return 'caller' in verdict ? verdict : judge(holder, await employees.anew(holder.userId))
  },
})

const judge = (holder: SessionHolder, record: EmployeeRecord | undefined): Verdict => {
  if (!record) return { refusal: 'unknown' }
  if (!record.active) return { refusal: 'revoked' }
  const isLive = ({ sessionId, via }: { sessionId: string; via: string }) =>
    sessionId === holder.sessionId && via === holder.via
  return record.sessions.some(isLive) ? { caller: { holder, record } } : { refusal: 'ended' }
}
