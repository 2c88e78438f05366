import type { Choices } from '../../choices'
import { keyOf } from '../../state/people'
import { ticketLifeSeconds } from '../../state/user-tickets'
import { deviceId } from '../../state/visitor-ids'
import type { World } from '../../state/world'
import type { Payload } from '../../wire/envelope'
import { fault, WireFault } from '../../wire/fault'
import type { AppCaller, Endpoint, Parameters } from '../endpoint'
import { webVisitor } from '../auth/web-visitor'

type Part = Pick<World, 'corps' | 'codes' | 'authCodes' | 'userTickets' | 'choices'>

/**
 * GET /cgi-bin/user/getuserinfo: what clients called before auth/getuserinfo, and many still do. The
 * names have capitals, there is a DeviceId, an agentid may be given, and errcode was seen as text.
 */
export const userGetuserinfo =
  (world: Part): Endpoint =>
  (given, caller) => {
    const { oldGetuserinfoErrcode } = world.choices
    try {
      return { ...visitorOf(world, given, caller), ...errcodeAs(oldGetuserinfoErrcode, 0) }
    } catch (error) {
      if (!(error instanceof WireFault) || oldGetuserinfoErrcode !== 'text') throw error
      const { errcode, shortText, why } = error
      throw new WireFault(errcode, shortText, why, { errcode: String(errcode) })
    }
  }

const errcodeAs = (style: Choices['oldGetuserinfoErrcode'], errcode: number): Payload => {
  if (style === 'number') return {}
  // undefined takes a field out of the JSON.
  return style === 'text' ? { errcode: String(errcode) } : { errcode: undefined, errmsg: undefined }
}

const visitorOf = (world: Part, { query }: Parameters, caller: AppCaller): Payload => {
  const agentId = query.get('agentid')
  if (agentId && agentId !== String(caller.app.agentId)) {
    throw fault(301002, `the token is of app ${caller.app.agentId}, the agentid of another`)
  }
  const visitor = webVisitor(world, query.get('code'), caller)
  const DeviceId = deviceId(keyOf(visitor.person))
  if ('userId' in visitor) {
    const { userId, userTicket } = visitor
    return {
      UserId: userId,
      DeviceId,
      ...(userTicket !== undefined && { user_ticket: userTicket, expires_in: ticketLifeSeconds }),
    }
  }
  const { openId, externalUserId } = visitor
  return {
    OpenId: openId,
    DeviceId,
    ...(externalUserId !== undefined && { external_userid: externalUserId }),
  }
}
