import { createHmac } from 'node:crypto'
import type { Corp, Member } from '../company/company'

/**
 * The openid that a member has towards the corp, for payments: `o` and 27 characters. It is not the
 * openid that the mini program's own sign-in gives for the same person.
 * https://developer.work.weixin.qq.com/document/path/90202
 */
export const corpOpenId = ({ corpId }: Pick<Corp, 'corpId'>, { userId }: Pick<Member, 'userId'>) =>
  'o' + createHmac('sha256', corpId).update(userId.toLowerCase()).digest('base64url').slice(0, 27)
