import type { Clock } from '../clock'
import type { Limits } from './limits'
import type { Random } from './random'
import { isWithin } from './span'

/** corp: for wx.config · app: for wx.agentConfig. */
export type TicketKind = 'corp' | 'app'

/** jsapi_ticket: what pages sign with. Each app has one of each kind. */
export interface Tickets {
  /** The app's ticket, the same while it lives; throws 45009 when it is asked for too often. */
  issue(
    kind: TicketKind,
    owner: { corpId: string; agentId: number },
  ): { ticket: string; expiresInSeconds: number }
}

const lifeMs = 7200 * 1000

export const createTickets = (deps: { clock: Clock; random: Random; limits: Limits }): Tickets => {
  const { clock, random, limits } = deps
  const issued = new Map<string, { ticket: string; issuedAt: number }>()

  return {
    issue: (kind, owner) => {
      limits.ofTickets(kind, owner)
      const key = `${kind} ${owner.corpId} ${owner.agentId}`
      const standing = issued.get(key)
      if (standing && isWithin(clock.now(), { since: standing.issuedAt, ms: lifeMs })) {
        const leftMs = standing.issuedAt + lifeMs - clock.now()
        return { ticket: standing.ticket, expiresInSeconds: Math.ceil(leftMs / 1000) }
      }
      const ticket = random(64).toString('base64url')
      issued.set(key, { ticket, issuedAt: clock.now() })
      return { ticket, expiresInSeconds: lifeMs / 1000 }
    },
  }
}
