import { personOnPhone, type OnPhone } from './person-on-phone'
import type { World } from './state/world'

/** Who opens the mini program, and where. */
export interface LoginAs extends OnPhone {
  /** wecom: wx.qy.login · wechat: wx.login. */
  platform: 'wecom' | 'wechat'
}

/** Gives a fresh js_code for this person; throws a NobodyThere. */
export type IssueCode = (login: LoginAs) => string

/**
 * What the app on a person's phone does at wx.qy.login and wx.login. Disabled and departed people
 * get codes too: the real client would not let them in, but one that was open when they left still
 * asks for codes, and it is what follows that must refuse them.
 */
export const createIssueCode =
  ({
    corps,
    codes,
    clientSessions,
  }: Pick<World, 'corps' | 'codes' | 'clientSessions'>): IssueCode =>
  ({ platform, ...onPhone }) => {
    const { corp, member, app } = personOnPhone(corps, onPhone)
    const person = {
      corpId: corp.corpId,
      userId: member.userId,
      miniProgramAppId: app.miniProgram.appId,
    }
    if (platform === 'wecom') clientSessions.awaitExchange(person)
    return codes.issue({ kind: platform === 'wecom' ? 'qy-mini' : 'wx-mini', ...person })
  }
