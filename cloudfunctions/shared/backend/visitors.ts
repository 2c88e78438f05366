import type { Runtime } from '../runtime/serve-function'
import type { MemberDetail } from '../wecom/endpoints/auth-getuserdetail'
import type { WebVisitor } from '../wecom/endpoints/web-visitor'
import type { Upstream } from './upstream'

/** Who comes back from WeCom's authorize and scan pages. */
export interface Visitors {
  /** Exchanges their code, which can be exchanged once. @throws WecomError */
  readVisitor(authCode: string): Promise<WebVisitor>
  /** What a 成员票据 opens. @throws WecomError */
  readDetail(userTicket: string): Promise<MemberDetail>
}

export const openVisitors = (
  { config }: Runtime<'app' | 'web'>,
  { wecom, ask }: Upstream,
): Visitors => {
  const { agentId } = config.app
  const readVisitor = {
    auth: (authCode: string) =>
      ask('/cgi-bin/auth/getuserinfo', (token) => wecom.auth.getuserinfo(token, authCode)),
    user: (authCode: string) =>
      ask('/cgi-bin/user/getuserinfo', (token) => wecom.user.getuserinfo(token, authCode, agentId)),
  }
  return {
    readVisitor: readVisitor[config.web.getuserinfo],
    readDetail: (userTicket) =>
      ask('/cgi-bin/auth/getuserdetail', (token) => wecom.auth.getuserdetail(token, userTicket)),
  }
}
