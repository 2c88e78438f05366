import { openIdTowards } from '../../state/visitor-ids'
import type { World } from '../../state/world'
import { fault } from '../../wire/fault'
import type { Endpoint } from '../endpoint'
import { visibleMember } from './visible-member'

/**
 * POST /cgi-bin/user/convert_to_openid {userid} userid转openid. The member must have come to WeCom
 * with WeChat once, which here means: is not 未激活.
 * https://developer.work.weixin.qq.com/document/path/90202
 */
export const convertToOpenId =
  (world: Pick<World, 'choices' | 'corps'>): Endpoint =>
  ({ body }, { corp, app }) => {
    const member = visibleMember(body.text('userid'), { corp, app }, world)
    if (member.status === 4) throw fault(43004, `${member.name} is not activated (未激活)`)
    return { openid: openIdTowards(corp.corpId, { corpId: corp.corpId, id: member.userId }) }
  }
