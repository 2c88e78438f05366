import type { Call } from '../call'
import { readWebVisitor, type WebVisitor } from './web-visitor'

/**
 * GET /cgi-bin/user/getuserinfo, the old form of auth/getuserinfo, for private WeComs that have no
 * other: errcode may be text or absent. Spends the code.
 *
 * @param agentId The app of the link that the code came by; with the token of another, 301002.
 * https://developer.work.weixin.qq.com/document/path/91023
 */
export const userGetuserinfo =
  (call: Call) =>
  (accessToken: string, authCode: string, agentId: number): Promise<WebVisitor> =>
    call({
      kind: 'once',
      path: '/cgi-bin/user/getuserinfo',
      query: { access_token: accessToken, code: authCode, agentid: String(agentId) },
      read: readWebVisitor,
    })
