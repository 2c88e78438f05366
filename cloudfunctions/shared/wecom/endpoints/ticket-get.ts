import type { Call } from '../call'
import { readJsapiTicket, type JsapiTicket } from './jsapi-ticket'

/**
 * GET /cgi-bin/ticket/get: the app's ticket, for `wx.agentConfig`. Not interchangeable with the corp's.
 * https://developer.work.weixin.qq.com/document/path/90506
 */
export const ticketGet =
  (call: Call) =>
  (accessToken: string): Promise<JsapiTicket> =>
    call({
      kind: 'read',
      path: '/cgi-bin/ticket/get',
      query: { access_token: accessToken, type: 'agent_config' },
      read: readJsapiTicket,
    })
