import type { Corp, Member, MiniProgram } from './company/company'
import { findApp, findMember } from './state/lookup'
import type { World } from './state/world'

/** Who opens the mini program, where, and (of several) that of which app of our own corp. */
export interface LoginAs {
  /** wecom: wx.qy.login · wechat: wx.login. */
  platform: 'wecom' | 'wechat'
  userId: string
  /** Left out: the first corp that has such a person, our own before the others. */
  corpId?: string
  agentId?: number
}

/** Gives a fresh js_code for this person; throws a NobodyThere. */
export type IssueCode = (login: LoginAs) => string

/** There is no such person, or no mini program that they could open. */
export class NobodyThere extends Error {
  override readonly name = 'NobodyThere'
}

/**
 * What the app on a person's phone does at wx.qy.login and wx.login. Disabled and departed people
 * get codes too: the real client would not let them in, but one that was open when they left still
 * asks for codes, and it is what follows that must refuse them.
 */
export const createIssueCode =
  ({ corps, codes }: Pick<World, 'corps' | 'codes'>): IssueCode =>
  ({ platform, userId, corpId, agentId }) => {
    const { corp, member } = findPerson(corps, userId, corpId)
    return codes.issue({
      kind: platform === 'wecom' ? 'qy-mini' : 'wx-mini',
      corpId: corp.corpId,
      userId: member.userId,
      miniProgramAppId: miniProgramOf(corps[0], agentId).appId,
    })
  }

const findPerson = (
  corps: Corp[],
  userId: string,
  corpId: string | undefined,
): { corp: Corp; member: Member } => {
  for (const corp of corps) {
    if (corpId !== undefined && corp.corpId !== corpId) continue
    const member = findMember(corp, userId)
    if (member) return { corp, member }
  }
  const where = corpId === undefined ? 'any corp (企业)' : `corp ${corpId}`
  throw new NobodyThere(`there is no member "${userId}" in ${where}`)
}

const miniProgramOf = (corp: Corp, agentId: number | undefined): MiniProgram => {
  const app =
    agentId === undefined
      ? corp.apps.find(({ miniProgram }) => miniProgram)
      : findApp(corp, agentId)
  if (!app?.miniProgram) {
    throw new NobodyThere(`no mini program (小程序) is linked to an app of ${corp.name}`)
  }
  return app.miniProgram
}
