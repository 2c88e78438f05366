import type { World } from '../../state/world'
import { badParameter, missingParameter } from '../../wire/fault'
import type { Endpoint } from '../endpoint'
import { lookUpMember } from './lookup'

/**
 * POST /cgi-bin/user/getuserid {mobile} 手机号获取userid.
 * https://developer.work.weixin.qq.com/document/path/95402
 */
export const getUserId =
  (world: Pick<World, 'choices' | 'wrongLookups'>): Endpoint =>
  ({ body }, caller) => {
    const mobile = body.text('mobile')
    if (!mobile) throw missingParameter('mobile', world.choices.missingParameter)
    const length = Buffer.byteLength(mobile)
    if (length < 5 || length > 32) throw badParameter('mobile', 'mobile must have 5 to 32 bytes')
    return { userid: lookUpMember((member) => member.mobile === mobile, caller, world).userId }
  }
