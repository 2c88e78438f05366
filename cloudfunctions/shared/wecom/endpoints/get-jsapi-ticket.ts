import type { Call } from '../call'
import { readJsapiTicket, type JsapiTicket } from './jsapi-ticket'

/**
 * GET /cgi-bin/get_jsapi_ticket: the corp's ticket, for `wx.config`.
 * https://developer.work.weixin.qq.com/document/path/90506
 */
export const getJsapiTicket =
  (call: Call) =>
  (accessToken: string): Promise<JsapiTicket> =>
    call({
      kind: 'read',
      path: '/cgi-bin/get_jsapi_ticket',
      query: { access_token: accessToken },
      read: readJsapiTicket,
    })
