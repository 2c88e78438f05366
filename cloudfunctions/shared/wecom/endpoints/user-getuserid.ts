import type { Call } from '../call'
import type { Reader } from '../reader'

/**
 * POST /cgi-bin/user/getuserid: whose mobile number this is. 46004 when it is nobody's that the app
 * may see. WeCom counts wrong numbers, and shuts this call for a day at 20 % of the corp's headcount:
 * that is why an unanswered one is not sent again.
 * https://developer.work.weixin.qq.com/document/path/95402
 */
export const userGetuserid =
  (call: Call) =>
  (accessToken: string, mobile: string): Promise<string> =>
    call({
      kind: 'once',
      path: '/cgi-bin/user/getuserid',
      query: { access_token: accessToken },
      body: { mobile },
      read: readUserId,
    })

const readUserId = (reply: Reader): string => {
  const userId = reply.text('userid')
  if (userId === '') throw reply.odd('userid')
  return userId
}
