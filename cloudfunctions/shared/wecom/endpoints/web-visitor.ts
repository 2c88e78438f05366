import type { Reader } from '../reader'
import { readDeviceId } from './device-id'

/** Who opened a web page, by WeCom's word. One of the three ids is there. */
export interface WebVisitor {
  /** 成员账号: a member of the corp, even one that the app may not see. */
  userId?: string
  /** Somebody who is no member; the same person has another one in every corp. */
  openId?: string
  /** 外部联系人: a customer. */
  externalUserId?: string
  /** For the audit alone. */
  deviceId?: string
  /** 成员票据: opens getuserdetail for 1800 s. Only with scope snsapi_privateinfo. */
  userTicket?: string
}

/** Reads either form of the reply: the older one writes its fields with capitals. */
export const readWebVisitor = (reply: Reader): WebVisitor => {
  const userId = firstText(reply, 'userid', 'UserId')
  const openId = firstText(reply, 'openid', 'OpenId')
  const externalUserId = firstText(reply, 'external_userid')
  const deviceId = readDeviceId(reply)
  const userTicket = firstText(reply, 'user_ticket')
  if (!userId && !openId && !externalUserId) throw reply.odd('userid')
  return {
    ...(userId && { userId }),
    ...(openId && { openId }),
    ...(externalUserId && { externalUserId }),
    ...(deviceId && { deviceId }),
    ...(userTicket && { userTicket }),
  }
}

// Empty text is as good as nothing.
const firstText = (reply: Reader, ...fields: string[]): string | undefined => {
  for (const field of fields) {
    const text = reply.optionalText(field)
    if (text) return text
  }
  return undefined
}
