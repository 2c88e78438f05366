import { personOnPhone, type PersonOnPhone } from '../person-on-phone'
import { viewOf } from '../state/visibility'
import type { World } from '../state/world'
import { ControlError } from './endpoint'
import { orNotFound, readLoginAs } from './login-as'

/** A person with a mini program open, whose wx.qy session counts. */
export interface InSession {
  person: PersonOnPhone
  sessionKey: string
  expiresInSeconds: number
}

/** Finds the session of whoever `body` names; throws 400, 404, or 409 when there is none. */
export const readSession = (
  { corps, clientSessions }: Pick<World, 'corps' | 'clientSessions'>,
  body: unknown,
): InSession => {
  const { platform, ...onPhone } = readLoginAs(body)
  if (platform !== 'wecom') throw new ControlError(400, 'wx.qy is there in WeCom only')
  const person = orNotFound(() => personOnPhone(corps, onPhone))
  const session = clientSessions.current({
    corpId: person.corp.corpId,
    userId: person.member.userId,
    miniProgramAppId: person.app.miniProgram.appId,
  })
  // The words are those that wx.qy was seen to fail with.
  if (!session) throw new ControlError(409, 'no session or expired')
  return { person, ...session }
}

/** The member, whom the app sees; throws 403 where it does not. */
export const visibleMember = (
  { corp, member, app }: PersonOnPhone,
  { corps }: Pick<World, 'corps'>,
): PersonOnPhone['member'] => {
  if (corp === corps[0] && viewOf(corp, app.visibleRange).includesMember(member)) return member
  throw new ControlError(403, `${member.name} is outside the visible range (可见范围)`)
}

/**
 * POST /_sim/client/check-session {platform, userId, corpId?, agentId?} → {expireIn}: what
 * wx.qy.checkSession gives. Its unit is in no document; these are seconds. 409 without a session.
 * https://developer.work.weixin.qq.com/document/path/91508
 */
export const checkSession =
  (world: Pick<World, 'corps' | 'clientSessions'>) =>
  (body: unknown): { expireIn: number } => ({
    expireIn: readSession(world, body).expiresInSeconds,
  })
