import type { Call } from '../call'
import type { Reader } from '../reader'
import { readGender, type Gender } from './gender'

/** 成员敏感信息: what a member agreed to show, as far as the administrator asks for it. */
export interface MemberDetail {
  userId: string
  gender?: Gender
  avatar?: string
  qrCode?: string
  mobile?: string
  email?: string
  bizMail?: string
  address?: string
}

const optionalFields = [
  ['avatar', 'avatar'],
  ['qrCode', 'qr_code'],
  ['mobile', 'mobile'],
  ['email', 'email'],
  ['bizMail', 'biz_mail'],
  ['address', 'address'],
] as const

/**
 * POST /cgi-bin/auth/getuserdetail: the fields that user/get keeps from apps created after 2022-06-20.
 *
 * @param userTicket From getuserinfo, 1800 s.
 * https://developer.work.weixin.qq.com/document/path/95833
 */
export const authGetuserdetail =
  (call: Call) =>
  (accessToken: string, userTicket: string): Promise<MemberDetail> =>
    call({
      kind: 'once',
      path: '/cgi-bin/auth/getuserdetail',
      query: { access_token: accessToken },
      body: { user_ticket: userTicket },
      read: readMemberDetail,
    })

const readMemberDetail = (reply: Reader): MemberDetail => {
  const gender = readGender(reply)
  const detail: MemberDetail = { userId: reply.text('userid'), ...(gender && { gender }) }
  if (detail.userId === '') throw reply.odd('userid')
  for (const [name, wire] of optionalFields) {
    const text = reply.optionalText(wire)
    if (text) detail[name] = text
  }
  return detail
}
