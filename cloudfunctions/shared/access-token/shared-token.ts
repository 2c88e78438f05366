import { AccessTokenError } from './access-token-error'
import type { Lease } from './lease'
import type { LocalToken } from './local-token'
import type { Renewal, RenewalParts } from './renewal'
import type { Seen } from './shared-document'
import type { Hold, TokenDocument } from './token-document'
import type { Token } from './token-memory'

export interface SharedTokenParts extends RenewalParts {
  renew: Renewal
  local: LocalToken
}

// Between two looks at a lease: soon at first, because a gettoken takes 50 to 300 ms.
const firstPauseMs = 15
const longestPauseMs = 200
const pauseGrowth = 1.6

// The lease is free, nobody takes it, and we can't have it: this store answers and does not write.
const failedTakesBelieved = 3

const storeAway = Symbol('the store is away')

/** The slow path: a token from the document, or a new one for it. */
export const createSharedToken = (parts: SharedTokenParts) => {
  const { surroundings, memory, shared, leases, watch, renew, local } = parts
  const { monotonic, onEvent, random, sleep, timings } = surroundings

  const orAway = <T>(work: Promise<T>): Promise<T | typeof storeAway> => work.catch(() => storeAway)

  /** Ms until somebody may call gettoken. */
  const leftOf = ({ lease, hold }: TokenDocument): number => {
    if (lease) return watch.left(lease)
    return hold ? watch.left(hold, hold.watchMs) : 0
  }

  const goAlone = (): Promise<Token> => {
    onEvent({ event: 'storeAway' })
    return local()
  }

  /** A lease, if it is free and nobody was faster. */
  const takeLease = async (seen: Seen, leftMs: number): Promise<Lease | undefined> => {
    const unheard = leases.mine(seen.document)
    const lease = unheard ?? (leftMs > 0 ? undefined : await leases.take(seen))
    const isTakenOver = !unheard && seen.document.lease !== null
    if (lease) onEvent({ event: 'leaseTaken', isTakenOver })
    return lease
  }

  return {
    leftOf,

    /** @throws AccessTokenError, or what gettoken throws */
    async obtain(): Promise<Token> {
      const waitUntil = monotonic() + timings.waitMaxMs
      let failedTakes = 0
      let pauseMs = firstPauseMs
      while (monotonic() <= waitUntil) {
        const seen = await orAway(shared.read())
        if (seen === storeAway) return goAlone()
        const token = shared.tokenOf(seen.document)
        if (token && memory.isUsable(token)) return memory.keep(token)

        // A lease of ours that came too late is given up for a new one: nobody used it.
        const leftMs = leases.isOurs(seen.document) ? 0 : leftOf(seen.document)
        const lease = await orAway(takeLease(seen, leftMs))
        if (lease === storeAway) return goAlone()
        if (lease) return renew(lease)
        failedTakes = leftMs === 0 ? failedTakes + 1 : 0
        if (failedTakes === failedTakesBelieved) return goAlone()

        const { hold } = seen.document
        if (!seen.document.lease && hold && leftMs > timings.patienceMs)
          throw heldBack(hold, leftMs)
        await sleep(pauseMs * (0.5 + random()))
        pauseMs = Math.min(pauseMs * pauseGrowth, longestPauseMs)
      }
      // Holder after holder died. Alone we would be one of many who ask WeCom at once.
      onEvent({ event: 'waitedLong' })
      throw new AccessTokenError({ shortage: 'outOfTime', retryAfterMs: timings.leaseMs })
    },
  }
}

const heldBack = ({ reason }: Hold, retryAfterMs: number) =>
  new AccessTokenError({ shortage: 'holding', retryAfterMs, ...reason })

export type SharedToken = ReturnType<typeof createSharedToken>
