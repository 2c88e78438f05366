import type { World } from '../../state/world'
import { fault } from '../../wire/fault'
import type { Endpoint } from '../endpoint'

/**
 * GET /cgi-bin/ticket/get?type=agent_config: the ticket with which a page speaks for the app
 * (wx.agentConfig). It is not interchangeable with that of get_jsapi_ticket.
 * https://developer.work.weixin.qq.com/document/path/90506
 */
export const getTicket =
  ({ tickets }: Pick<World, 'tickets'>): Endpoint =>
  ({ query }, { corp, app }) => {
    if (query.get('type') !== 'agent_config') {
      throw fault(91040, 'the only type that is simulated is agent_config')
    }
    const issued = tickets.issue('app', { corpId: corp.corpId, agentId: app.agentId })
    return { ticket: issued.ticket, expires_in: issued.expiresInSeconds }
  }
