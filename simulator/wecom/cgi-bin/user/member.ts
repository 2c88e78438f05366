import type { App, Attribute, Corp, Member } from '../../company/company'
import { findMember } from '../../state/lookup'
import type { View } from '../../state/visibility'
import type { Payload } from '../../wire/envelope'
import { wireGender } from '../../wire/gender'

/** Apps created from this moment on are not given the personal fields. */
const fieldsWithheldSince = Date.parse('2022-06-20T20:00:00+08:00')

/**
 * A member as the app is told: departments and leaders only as far as it sees them, the personal
 * fields (avatar, gender, mobile, mail, QR code, address) only if the app is old enough; withheld
 * keys are absent, not empty.
 * https://developer.work.weixin.qq.com/document/path/90196
 */
export const wireMember = (
  member: Member,
  { corp, app, view }: { corp: Corp; app: App; view: View },
): Payload => {
  const seen = member.departments.flatMap((id, index) =>
    view.includesDepartment(id)
      ? [{ id, order: member.order[index] ?? 0, leads: member.leaderOf.includes(id) ? 1 : 0 }]
      : [],
  )
  return {
    userid: member.userId,
    name: member.name,
    department: seen.map(({ id }) => id),
    order: seen.map(({ order }) => order),
    is_leader_in_dept: seen.map(({ leads }) => leads),
    direct_leader: directLeaders(member, corp, view),
    ...(view.includesDepartment(member.mainDepartment) && {
      main_department: member.mainDepartment,
    }),
    position: member.position ?? '',
    alias: member.alias ?? '',
    telephone: member.telephone ?? '',
    status: member.status,
    extattr: { attrs: member.extattr.map(wireAttribute) },
    ...(member.externalPosition !== undefined && {
      external_position: member.externalPosition,
    }),
    external_profile: {
      external_corp_name: member.externalProfile?.corpName ?? '',
      ...(member.externalProfile?.wechatChannels && {
        wechat_channels: member.externalProfile.wechatChannels,
      }),
      external_attr: (member.externalProfile?.attributes ?? []).map(wireAttribute),
    },
    // In no document any more, but in real replies.
    isleader: seen.some(({ leads }) => leads === 1) ? 1 : 0,
    enable: member.status === 2 ? 0 : 1,
    hide_mobile: 0,
    ...(seesPersonalFields(app) && personalFields(member)),
  }
}

const seesPersonalFields = ({ legacyFields, createdAt }: App): boolean =>
  legacyFields ?? Date.parse(createdAt) < fieldsWithheldSince

const personalFields = (member: Member): Payload => ({
  gender: String(wireGender(member.gender)),
  mobile: member.mobile ?? '',
  email: member.email ?? '',
  biz_mail: member.bizMail ?? '',
  avatar: member.avatar ?? '',
  thumb_avatar: member.avatar?.replace(/\/0$/, '/100') ?? '',
  qr_code: member.qrCode ?? '',
  address: member.address ?? '',
  english_name: '',
})

const directLeaders = (member: Member, corp: Corp, view: View): string[] =>
  member.directLeaders
    .map((userId) => findMember(corp, userId))
    .filter((leader) => leader !== undefined)
    .filter(view.includesMember)
    .map(({ userId }) => userId)

const wireAttribute = ({ name, text, web, miniProgram }: Attribute): Payload => {
  if (web) return { type: 1, name, web }
  if (!miniProgram) return { type: 0, name, text: { value: text ?? '' } }
  const { appId, pagePath, title } = miniProgram
  return { type: 2, name, miniprogram: { appid: appId, pagepath: pagePath, title } }
}
