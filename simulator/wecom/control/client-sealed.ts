import type { PersonOnPhone } from '../person-on-phone'
import { encryptedUserId } from '../state/encrypted-user-id'
import type { World } from '../state/world'
import type { Payload } from '../wire/envelope'
import { wireGender } from '../wire/gender'
import { rawDataSignature, sealedJson } from '../wire/sealed'
import { readSession, visibleMember, type InSession } from './client-session'
import { ControlError, fieldsOf } from './endpoint'

type Part = Pick<World, 'corps' | 'clientSessions' | 'clock' | 'random'>

/**
 * POST /_sim/client/sealed {platform, userId, kind, corpId?, agentId?} → {encryptedData, iv} and,
 * for userInfo, {userInfo, rawData, signature}: what wx.qy.getEnterpriseUserInfo ("userInfo"),
 * getMobile ("mobile") and getEmail ("email") give. 409 "no session or expired" without a session;
 * 403 where the person is outside the visible range, whom getMobile and getEmail refuse.
 * https://developer.work.weixin.qq.com/document/path/91617
 */
export const clientSealed =
  (world: Part) =>
  (body: unknown): Payload => {
    const session = readSession(world, body)
    const { person } = session
    switch (fieldsOf(body)['kind']) {
      case 'userInfo':
        return { ...userInfo(session), ...sealedFor(session, identity(person), world) }
      case 'mobile':
        return sealedFor(session, { mobile: visibleMember(person, world).mobile ?? '' }, world)
      case 'email':
        return sealedFor(session, { email: visibleMember(person, world).email ?? '' }, world)
      default:
        throw new ControlError(400, 'kind must be "userInfo", "mobile" or "email"')
    }
  }

const sealedFor = (
  { person, sessionKey }: InSession,
  fields: Payload,
  { clock, random }: Pick<World, 'clock' | 'random'>,
): Payload => {
  // The watermark names the mini program, never the corp.
  const watermark = {
    appid: person.app.miniProgram.appId,
    timestamp: Math.floor(clock.now() / 1000),
  }
  return sealedJson({ ...fields, watermark }, { sessionKey, iv: random(16) })
}

const userInfo = ({ person: { member }, sessionKey }: InSession): Payload => {
  const userInfo = { name: member.name, gender: wireGender(member.gender), language: 'zh_CN' }
  const rawData = JSON.stringify(userInfo)
  return { userInfo, rawData, signature: rawDataSignature(rawData, sessionKey) }
}

/** The corpid is empty, and the userid encrypted, where the corp has not linked the mini program. */
const identity = ({ corp, member, app }: PersonOnPhone): Payload => {
  const linked = corp.apps.some(
    ({ miniProgram }) =>
      miniProgram?.linked === true && miniProgram.appId === app.miniProgram.appId,
  )
  const person = { corpId: corp.corpId, userId: member.userId }
  return {
    corpid: linked ? corp.corpId : '',
    userid: linked ? member.userId : encryptedUserId(app.secret, person),
    name: member.name,
    gender: wireGender(member.gender),
  }
}
