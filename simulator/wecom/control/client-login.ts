import { NobodyThere, type IssueCode, type LoginAs } from '../issue-code'
import { ControlError, fieldsOf } from './endpoint'

/**
 * POST /_sim/client/login {platform, userId, corpId?, agentId?} → {code}: what the page is given
 * when it calls wx.qy.login (platform "wecom") or wx.login ("wechat") on this person's phone.
 * Whoever is in the company gets one, whatever their status: see createIssueCode.
 */
export const clientLogin =
  (issueCode: IssueCode) =>
  (body: unknown): { code: string } => {
    const login = readLogin(body)
    try {
      return { code: issueCode(login) }
    } catch (error) {
      if (error instanceof NobodyThere) throw new ControlError(404, error.message)
      throw error
    }
  }

const readLogin = (body: unknown): LoginAs => {
  const { platform, userId, corpId, agentId } = fieldsOf(body)
  if (platform !== 'wecom' && platform !== 'wechat') {
    throw new ControlError(400, 'platform must be "wecom" or "wechat"')
  }
  if (typeof userId !== 'string') throw new ControlError(400, 'userId must be a string')
  if (corpId !== undefined && typeof corpId !== 'string') {
    throw new ControlError(400, 'corpId must be a string')
  }
  if (agentId !== undefined && typeof agentId !== 'number') {
    throw new ControlError(400, 'agentId must be a number')
  }
  return {
    platform,
    userId,
    ...(corpId !== undefined && { corpId }),
    ...(agentId !== undefined && { agentId }),
  }
}
