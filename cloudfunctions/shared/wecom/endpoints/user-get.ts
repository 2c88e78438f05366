import type { Call } from '../call'
import type { Reader } from '../reader'
import { readGender, type Gender } from './gender'
import { readAttribute, type MemberAttribute } from './member-attribute'

/** 激活状态. */
export type MemberStatus = 'active' | 'disabled' | 'notActivated' | 'left'

/** 成员, as WeCom tells an app: all but the id, the name and the status may be missing. */
export interface Member {
  userId: string
  name: string
  status: MemberStatus
  alias?: string
  position?: string
  /** 性别; WeCom's 0, and anything unknown, is absent. */
  gender?: Gender
  mobile?: string
  email?: string
  bizMail?: string
  telephone?: string
  address?: string
  avatar?: string
  qrCode?: string
  openUserId?: string
  /** Only those that the app may see; may be empty. */
  departmentIds: number[]
  /** 部门负责人: the departments, among those, that this member leads. */
  leadsDepartmentIds: number[]
  mainDepartmentId?: number
  /** 直属上级, user ids. */
  directLeaders: string[]
  attributes: MemberAttribute[]
  externalPosition?: string
  externalCorpName?: string
  externalAttributes: MemberAttribute[]
  /** Wire names that the reply had: a field can be empty, or not told at all. */
  told: ReadonlySet<string>
}

const statuses: Record<number, MemberStatus> = {
  1: 'active',
  2: 'disabled',
  4: 'notActivated',
  5: 'left',
}

const optionalFields = [
  ['alias', 'alias'],
  ['position', 'position'],
  ['mobile', 'mobile'],
  ['email', 'email'],
  ['bizMail', 'biz_mail'],
  ['telephone', 'telephone'],
  ['address', 'address'],
  ['avatar', 'avatar'],
  ['qrCode', 'qr_code'],
  ['openUserId', 'open_userid'],
  ['externalPosition', 'external_position'],
] as const

const toldFields = [
  ...optionalFields.map(([, wire]) => wire),
  'gender',
  'extattr',
  'external_profile',
]

/**
 * GET /cgi-bin/user/get. Apps created after 2022-06-20 are not told avatar, gender, mobile, mails, QR
 * code and address. https://developer.work.weixin.qq.com/document/path/90196
 */
export const userGet =
  (call: Call) =>
  (accessToken: string, userId: string): Promise<Member> =>
    call({
      kind: 'read',
      path: '/cgi-bin/user/get',
      query: { access_token: accessToken, userid: userId },
      read: (reply) => {
        const member = readMember(reply)
        // An answer about somebody else would make one employee into another; case does not count.
        if (member.userId.toLowerCase() !== userId.toLowerCase()) throw reply.odd('userid')
        return member
      },
    })

const readMember = (reply: Reader): Member => {
  const status = statuses[reply.integer('status')]
  if (!status) throw reply.odd('status')
  const departmentIds = reply.integers('department')
  const leads = reply.integers('is_leader_in_dept')
  const mainDepartmentId = reply.optionalInteger('main_department')
  const gender = readGender(reply)
  const external = reply.optionalObject('external_profile')
  const externalCorpName = external?.optionalText('external_corp_name')

  const member: Member = {
    userId: reply.text('userid'),
    name: reply.text('name'),
    status,
    departmentIds,
    leadsDepartmentIds: departmentIds.filter((_, place) => leads[place] === 1),
    directLeaders: reply.texts('direct_leader'),
    attributes: reply.optionalObject('extattr')?.objects('attrs').flatMap(readAttribute) ?? [],
    externalAttributes: external?.objects('external_attr').flatMap(readAttribute) ?? [],
    told: new Set(toldFields.filter((wire) => reply.has(wire))),
    ...(mainDepartmentId !== undefined && { mainDepartmentId }),
    ...(gender && { gender }),
    ...(externalCorpName && { externalCorpName }),
  }
  if (member.userId === '') throw reply.odd('userid')
  for (const [name, wire] of optionalFields) {
    const text = reply.optionalText(wire)
    if (text) member[name] = text
  }
  return member
}
