import type { Clock } from '../clock'
import type { PrivateField } from '../company/company'
import { fault } from '../wire/fault'
import { dropOldest } from './drop-oldest'
import type { PersonKey } from './people'
import type { Random } from './random'
import type { TokenOwner } from './tokens'

/** What a user_ticket (成员票据) opens, and for which app. */
export interface TicketSubject {
  owner: TokenOwner
  person: PersonKey
  fields: PrivateField[]
}

/** The user_tickets that were issued: each good for 1800 seconds, as often as one likes. */
export interface UserTickets {
  issue(subject: TicketSubject): string
  /** Throws 84015, or 84014 for one that is too old. */
  read(userTicket: string, owner: TokenOwner): TicketSubject
}

/** https://developer.work.weixin.qq.com/document/path/91023 */
export const ticketLifeSeconds = 1800
const capacity = 10_000

export const createUserTickets = (deps: { clock: Clock; random: Random }): UserTickets => {
  const { clock, random } = deps
  const tickets = new Map<string, { subject: TicketSubject; issuedAt: number }>()
  return {
    issue: (subject) => {
      dropOldest(tickets, capacity)
      const userTicket = random(48).toString('base64url')
      tickets.set(userTicket, { subject, issuedAt: clock.now() })
      return userTicket
    },
    read: (userTicket, { corpId, agentId }) => {
      const issued = tickets.get(userTicket)
      const isOurs =
        issued?.subject.owner.corpId === corpId && issued.subject.owner.agentId === agentId
      if (!issued || !isOurs) throw fault(84015, 'this user_ticket was never issued to the app')
      if (clock.now() - issued.issuedAt >= ticketLifeSeconds * 1000) {
        throw fault(84014, `this user_ticket is older than ${ticketLifeSeconds} seconds`)
      }
      return issued.subject
    },
  }
}
