import type { World } from '../../state/world'
import type { Endpoint } from '../endpoint'
import { webVisitor } from './web-visitor'

/**
 * GET /cgi-bin/auth/getuserinfo 获取访问用户身份.
 * https://developer.work.weixin.qq.com/document/path/91023
 */
export const authGetuserinfo =
  (world: Pick<World, 'corps' | 'codes' | 'authCodes' | 'userTickets'>): Endpoint =>
  ({ query }, caller) => {
    const visitor = webVisitor(world, query.get('code'), caller)
    if ('userId' in visitor) {
      const { userId, userTicket } = visitor
      return { userid: userId, ...(userTicket !== undefined && { user_ticket: userTicket }) }
    }
    const { openId, externalUserId } = visitor
    return {
      openid: openId,
      ...(externalUserId !== undefined && { external_userid: externalUserId }),
    }
  }
