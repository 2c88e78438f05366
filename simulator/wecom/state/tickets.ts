import type { Clock } from '../clock'
import type { Limits } from './limits'
import type { Random } from './random'

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

const lifeSeconds = 7200

export const createTickets = (deps: { clock: Clock; random: Random; limits: Limits }): Tickets => {
  const { clock, random, limits } = deps
  const issued = new Map<string, { ticket: string; expiresAt: number }>()

  return {
    issue: (kind, owner) => {
      limits.ofTickets(kind, owner)
      const key = `${kind} ${owner.corpId} ${owner.agentId}`
      const standing = issued.get(key)
      const leftMs = standing ? standing.expiresAt - clock.now() : 0
      if (standing && leftMs > 0) {
        return { ticket: standing.ticket, expiresInSeconds: Math.ceil(leftMs / 1000) }
      }
      const ticket = random(64).toString('base64url')
      issued.set(key, { ticket, expiresAt: clock.now() + lifeSeconds * 1000 })
      return { ticket, expiresInSeconds: lifeSeconds }
    },
  }
}
