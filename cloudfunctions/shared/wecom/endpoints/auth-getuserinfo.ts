import type { Call } from '../call'
import { readWebVisitor, type WebVisitor } from './web-visitor'

/**
 * GET /cgi-bin/auth/getuserinfo: who came back from the authorize page or the scan login. Spends the
 * code. A member outside the visible range is told too.
 * https://developer.work.weixin.qq.com/document/path/91023
 */
export const authGetuserinfo =
  (call: Call) =>
  (accessToken: string, authCode: string): Promise<WebVisitor> =>
    call({
      kind: 'once',
      path: '/cgi-bin/auth/getuserinfo',
      query: { access_token: accessToken, code: authCode },
      read: readWebVisitor,
    })
