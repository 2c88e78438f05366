import type { IssueCode } from '../issue-code'
import { orNotFound, readLoginAs } from './login-as'

/**
 * POST /_sim/client/login {platform, userId, corpId?, agentId?} → {code}: what the page is given
 * when it calls wx.qy.login (platform "wecom") or wx.login ("wechat") on this person's phone.
 * Whoever is in the company gets one, whatever their status: see createIssueCode.
 */
export const clientLogin =
  (issueCode: IssueCode) =>
  (body: unknown): { code: string } => {
    const login = readLoginAs(body)
    return { code: orNotFound(() => issueCode(login)) }
  }
