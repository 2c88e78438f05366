import type { Session } from '../../typings/api'
import type { Employees } from '../shared/employees/employees'
import type { Profiles } from '../shared/employees/profiles'
import { toAppError } from '../shared/runtime/errors'
import type { ActionCall } from '../shared/runtime/serve'
import { callerOf, refuseSession } from '../shared/session/caller'
import type { SessionGate } from '../shared/session/session-gate'
import type { Sessions } from '../shared/session/sessions'
import { WecomError } from '../shared/wecom/errors'
import { decideOn } from './admission'

export interface RenewDeps {
  gate: SessionGate
  employees: Employees
  profiles: Profiles
  sessions: Sessions
}

/**
 * A new token for the same session, as long as the record lists it and it is not too old altogether.
 * Whoever WeCom does not want any more is refused here; while WeCom can't be asked, what it last said
 * goes on counting.
 *
 * @throws AppError
 */
export const renew = async (
  { gate, employees, profiles, sessions }: RenewDeps,
  call: ActionCall,
): Promise<{ session: Session }> => {
  const caller = await callerOf(gate, call)
  const { record, holder } = caller
  const renewed = sessions.renew(caller)
  if (!renewed) return refuseSession(call, 'tooOld')
  if (!profiles.fresh(record)) {
    await decideOn(record.userId, () => profiles.confirm(record, record.userId)).catch(
      unlessAboutThem,
    )
  }
  const isLive = await employees.extend(record.userId, holder.sessionId, renewed.session.expiresAt)
  return isLive ? { session: renewed.session } : refuseSession(call, 'ended')
}

/** Nobody loses a session because WeCom stumbles, or because the app's own credentials are wrong. */
const unlessAboutThem = (error: unknown) => {
  const isAboutThem = toAppError(error).code === 'MEMBER_NOT_VISIBLE'
  if (!(error instanceof WecomError) || isAboutThem) throw error
}
