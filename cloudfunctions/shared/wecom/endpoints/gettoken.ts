import type { Call } from '../call'
import type { Reader } from '../reader'

/** 调用凭证, of one app. */
export interface AccessToken {
  accessToken: string
  /** Normally 7200; WeCom may end it earlier. */
  expiresInSeconds: number
}

/** GET /cgi-bin/gettoken. https://developer.work.weixin.qq.com/document/path/91039 */
export const gettoken =
  (call: Call) =>
  (corpId: string, corpSecret: string): Promise<AccessToken> =>
    call({
      kind: 'read',
      path: '/cgi-bin/gettoken',
      query: { corpid: corpId, corpsecret: corpSecret },
      read: readAccessToken,
    })

const readAccessToken = (reply: Reader): AccessToken => {
  const accessToken = reply.text('access_token')
  const expiresInSeconds = reply.integer('expires_in')
  if (accessToken === '') throw reply.odd('access_token')
  if (expiresInSeconds <= 0) throw reply.odd('expires_in')
  return { accessToken, expiresInSeconds }
}
