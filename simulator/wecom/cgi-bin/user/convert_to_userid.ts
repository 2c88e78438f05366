import { openIdTowards } from '../../state/visitor-ids'
import type { World } from '../../state/world'
import { fault, missingParameter } from '../../wire/fault'
import type { Endpoint } from '../endpoint'
import { visibleMember } from './visible-member'

/**
 * POST /cgi-bin/user/convert_to_userid {openid} openid转userid, for openids that convert_to_openid
 * or a payment gave; any other is 40073.
 * https://developer.work.weixin.qq.com/document/path/90202
 */
export const convertToUserId =
  (world: Pick<World, 'choices' | 'corps'>): Endpoint =>
  ({ body }, { corp, app }) => {
    const openId = body.text('openid')
    if (!openId) throw missingParameter('openid', world.choices.missingParameter)
    const { corpId, members } = corp
    const member = members.find(
      ({ userId }) => openIdTowards(corpId, { corpId, id: userId }) === openId,
    )
    if (!member) throw fault(40073, `this openid is of nobody in ${corp.name}`)
    return { userid: visibleMember(member.userId, { corp, app }, world).userId }
  }
