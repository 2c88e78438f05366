import type { World } from '../../state/world'
import { badParameter, missingParameter } from '../../wire/fault'
import type { Endpoint } from '../endpoint'
import { lookUpMember } from './lookup'

/**
 * POST /cgi-bin/user/get_userid_by_email {email, email_type?} 邮箱获取userid: type 1, the default, is
 * the corp's own mail (企业邮箱), type 2 the personal one.
 * https://developer.work.weixin.qq.com/document/path/95895
 */
export const getUserIdByEmail =
  (world: Pick<World, 'choices' | 'wrongLookups'>): Endpoint =>
  ({ body }, caller) => {
    const email = body.text('email')?.toLowerCase()
    if (!email) throw missingParameter('email', world.choices.missingParameter)
    const type = body.integer('email_type') ?? 1
    if (type !== 1 && type !== 2) throw badParameter('email_type', 'email_type must be 1 or 2')
    const field = type === 1 ? 'bizMail' : 'email'
    const member = lookUpMember((one) => one[field]?.toLowerCase() === email, caller, world)
    return { userid: member.userId }
  }
