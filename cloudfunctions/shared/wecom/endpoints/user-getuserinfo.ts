import type { Call } from '../call'
import type { Reader } from '../reader'

/** Who opened a web page, by WeCom's word. One of the three ids is there. */
export interface WebVisitor {
  /** 成员账号: a member of the corp. */
  userId?: string
  /** Somebody who is no member. */
  openId?: string
  /** 外部联系人: a customer. */
  externalUserId?: string
  /** 手机设备号, random at each installation: good for an audit line, no proof of anything. */
  deviceId?: string
}

/**
 * GET /cgi-bin/user/getuserinfo, the old form of auth/getuserinfo: its fields begin with a capital,
 * and errcode may be text or absent. https://developer.work.weixin.qq.com/document/path/91023
 */
export const getuserinfo =
  (call: Call) =>
  (accessToken: string, authCode: string): Promise<WebVisitor> =>
    call('/cgi-bin/user/getuserinfo', { access_token: accessToken, code: authCode }, readVisitor)

const readVisitor = (reply: Reader): WebVisitor => {
  const userId = reply.optionalText('UserId') ?? reply.optionalText('userid')
  const openId = reply.optionalText('OpenId') ?? reply.optionalText('openid')
  const externalUserId = reply.optionalText('external_userid')
  const deviceId = reply.optionalText('DeviceId')
  if (!userId && !openId && !externalUserId) throw reply.odd('UserId')
  return {
    ...(userId && { userId }),
    ...(openId && { openId }),
    ...(externalUserId && { externalUserId }),
    ...(deviceId && { deviceId }),
  }
}
