import type { Call } from '../call'
import type { Reader } from '../reader'
import { readDeviceId } from './device-id'

/** Who opened the mini program, by WeCom's word. */
export interface MiniprogramCaller {
  /** The corp that this person belongs to: not always ours, compare it. */
  corpId: string
  /** An encrypted id (`wo…`) when that corp has not linked this mini program. */
  userId: string
  /** 会话密钥, base64 of 16 bytes. Never leaves the server. */
  sessionKey: string
  /** In no document, and empty in the replies that were seen. For the audit alone. */
  deviceId?: string
}

/**
 * GET /cgi-bin/miniprogram/jscode2session. The token must be of the app that the mini program is
 * linked to; a person of another corp is not an error here.
 * https://developer.work.weixin.qq.com/document/path/91507
 */
export const jscode2session =
  (call: Call) =>
  (accessToken: string, jsCode: string): Promise<MiniprogramCaller> =>
    call({
      kind: 'once',
      path: '/cgi-bin/miniprogram/jscode2session',
      query: { access_token: accessToken, js_code: jsCode, grant_type: 'authorization_code' },
      read: readCaller,
    })

const readCaller = (reply: Reader): MiniprogramCaller => {
  const corpId = reply.text('corpid')
  const userId = reply.text('userid')
  if (corpId === '') throw reply.odd('corpid')
  if (userId === '') throw reply.odd('userid')
  const deviceId = readDeviceId(reply)
  return { corpId, userId, sessionKey: reply.text('session_key'), ...(deviceId && { deviceId }) }
}
