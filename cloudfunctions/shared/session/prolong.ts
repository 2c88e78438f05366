import type { Session } from '../../../typings/api'
import { decideOn } from '../employees/admission'
import { toAppError } from '../runtime/errors'
import { WecomError } from '../wecom/errors'
import type { EnterDeps } from './enter'
import type { Caller } from './session-gate'

/**
 * A new token for the same session, as long as the record lists it and it is not too old altogether.
 * Whoever WeCom does not want any more is refused here; while WeCom can't be asked, what it last said
 * goes on counting.
 *
 * @throws AppError
 */
export const prolong = async (
  { employees, profiles, sessions }: EnterDeps,
  caller: Caller,
): Promise<Session | 'tooOld' | 'ended'> => {
  const { record, holder } = caller
  const renewed = sessions.renew(caller)
  if (!renewed) return 'tooOld'
  if (!profiles.fresh(record)) {
    await decideOn(record.userId, () => profiles.confirm(record, record.userId)).catch(
      unlessAboutThem,
    )
  }
  const isLive = await employees.extend(record.userId, holder.sessionId, renewed.session.expiresAt)
  return isLive ? renewed.session : 'ended'
}

/** Nobody loses a session because WeCom stumbles, or because the app's own credentials are wrong. */
const unlessAboutThem = (error: unknown) => {
  const isAboutThem = toAppError(error).code === 'MEMBER_NOT_VISIBLE'
  if (!(error instanceof WecomError) || isAboutThem) throw error
}
