import type { ErrorCode } from '../../../typings/api'
import type { Confirmed } from './profiles'
import { AppError, toAppError } from '../runtime/errors'
import type { MemberStatus } from '../wecom/endpoints/user-get'

// What WeCom gives instead of an id to an app that is not linked: `wo` and 30 more.
const encryptedIdShape = /^wo[\w-]{30}$/

const refusals: Record<Exclude<MemberStatus, 'active'>, ErrorCode> = {
  disabled: 'MEMBER_DISABLED',
  left: 'MEMBER_LEFT',
  notActivated: 'MEMBER_NOT_ACTIVATED',
}

/**
 * What WeCom says of a person, if that lets them in.
 *
 * @throws AppError that says why not
 */
export const decideOn = async (
  userId: string,
  ask: () => Promise<Confirmed>,
): Promise<Confirmed> => {
  const confirmed = await ask().catch((error: unknown) => {
    const { code, details } = toAppError(error)
    // Our own corp with an encrypted id: the mini program is not linked to the app of this secret.
    // Decided only now, because a real user id may happen to look like one.
    if (code === 'MEMBER_NOT_VISIBLE' && encryptedIdShape.test(userId)) {
      throw new AppError('MINIPROGRAM_NOT_LINKED', details)
    }
    throw error
  })
  if (confirmed.status !== 'active') throw new AppError(refusals[confirmed.status])
  return confirmed
}
