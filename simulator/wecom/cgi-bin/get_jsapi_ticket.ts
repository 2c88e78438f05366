import type { World } from '../state/world'
import type { Endpoint } from './endpoint'

/**
 * GET /cgi-bin/get_jsapi_ticket: the ticket with which a page speaks for the corp (wx.config).
 * https://developer.work.weixin.qq.com/document/path/90506
 */
export const getJsapiTicket =
  ({ tickets }: Pick<World, 'tickets'>): Endpoint =>
  (_given, { corp, app }) => {
    const issued = tickets.issue('corp', { corpId: corp.corpId, agentId: app.agentId })
    return { ticket: issued.ticket, expires_in: issued.expiresInSeconds }
  }
