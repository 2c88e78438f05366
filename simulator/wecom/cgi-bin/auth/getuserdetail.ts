import type { Member, PrivateField } from '../../company/company'
import { findMember } from '../../state/lookup'
import { viewOf } from '../../state/visibility'
import type { World } from '../../state/world'
import type { Payload } from '../../wire/envelope'
import { fault } from '../../wire/fault'
import { wireGender } from '../../wire/gender'
import type { AppCaller, Endpoint, Parameters } from '../endpoint'

type Part = Pick<World, 'userTickets' | 'choices'>

/**
 * POST /cgi-bin/auth/getuserdetail 获取访问用户敏感信息: what the administrator ticked and the member
 * allowed, both; the rest is absent, but for gender ("0") and avatar (a default one).
 * https://developer.work.weixin.qq.com/document/path/95833
 */
export const authGetuserdetail =
  (world: Part): Endpoint =>
  (given, caller) => {
    const { member, fields } = whoAllowedWhat(world, given, caller)
    return { userid: member.userId, ...privateDetail(member, fields) }
  }

/** Whom the user_ticket is of, and what it may tell of them today. */
export const whoAllowedWhat = (
  { userTickets, choices }: Part,
  { body }: Parameters,
  { corp, app }: AppCaller,
): { member: Member; fields: PrivateField[] } => {
  const userTicket = body.text('user_ticket')
  if (!userTicket) throw fault(84090, 'no user_ticket in the body')
  const owner = { corpId: corp.corpId, agentId: app.agentId }
  const { person, fields } = userTickets.read(userTicket, owner)
  const member = findMember(corp, person.id)
  if (!member) throw fault(60111, 'the member of this user_ticket has gone')
  if (!viewOf(corp, app.visibleRange).includesMember(member)) {
    throw fault(choices.invisibleMember, `${member.name} is outside the visible range (可见范围)`)
  }
  return { member, fields: fields.filter((field) => app.privateFields.includes(field)) }
}

/** An invented address in the shape of a real one. */
const defaultAvatar = 'https://wework.qpic.cn/wwpic/default_avatar/0'

const privateDetail = (member: Member, fields: PrivateField[]): Payload => {
  const allowed = (field: PrivateField) => fields.includes(field)
  return {
    gender: String(wireGender(allowed('gender') ? member.gender : undefined)),
    avatar: (allowed('avatar') && member.avatar) || defaultAvatar,
    ...(allowed('qrCode') && { qr_code: member.qrCode ?? '' }),
    ...(allowed('mobile') && { mobile: member.mobile ?? '' }),
    ...(allowed('email') && { email: member.email ?? '' }),
    ...(allowed('bizMail') && { biz_mail: member.bizMail ?? '' }),
    ...(allowed('address') && { address: member.address ?? '' }),
  }
}
