import { avatarOf, qrCodeOf } from '../pictures/pictures'
import type { World } from '../state/world'
import type { Payload } from '../wire/envelope'
import { readSession, visibleMember } from './client-session'
import { ControlError, fieldsOf, jsonOf, type ControlCall } from './endpoint'

/**
 * POST /_sim/client/picture {platform, userId, kind, corpId?, agentId?} → {avatar} or {qrCode}: the
 * address that wx.qy.getAvatar ("avatar") and getQrCode ("qrCode") give, in clear. 409 "no session or
 * expired" without a session; 403 where the person is outside the visible range.
 */
export const clientPicture =
  (world: Pick<World, 'corps' | 'clientSessions'>) =>
  (call: ControlCall): Payload => {
    const body = jsonOf(call)
    const { person } = readSession(world, body)
    const { origin } = call
    const { corp } = person
    switch (fieldsOf(body)['kind']) {
      case 'avatar':
        return { avatar: avatarOf({ origin, corp, member: visibleMember(person, world) }) }
      case 'qrCode':
        return { qrCode: qrCodeOf({ origin, corp, member: visibleMember(person, world) }) }
      default:
        throw new ControlError(400, 'kind must be "avatar" or "qrCode"')
    }
  }
