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

  const takeLease = async (seen: Seen): Promise<Lease | undefined | typeof storeAway> => {
    const lost = leases.mine(seen.document)
    const lease = lost ?? (leftOf(seen.document) > 0 ? undefined : await orAway(leases.take(seen)))
    if (lease && lease !== storeAway)
      onEvent({ event: 'leaseTaken', isTakenOver: !lost && seen.document.lease !== null })
    return lease
  }

  const goOwnWay = (event: 'storeAway' | 'waitedLong'): Promise<Token> => {
    onEvent({ event })
    return local()
  }

  return {
    leftOf,

    /** @throws AccessTokenError, or what gettoken throws */
    async obtain(): Promise<Token> {
      const waitUntil = monotonic() + timings.leaseWaitMs
      let pauseMs = firstPauseMs
      while (monotonic() <= waitUntil) {
        const seen = await orAway(shared.read())
        if (seen === storeAway) return goOwnWay('storeAway')
        const token = shared.tokenOf(seen.document)
        if (token && memory.isUsable(token)) return memory.keep(token)

        const lease = await takeLease(seen)
        if (lease === storeAway) return goOwnWay('storeAway')
        if (lease) return renew(lease)

        const leftMs = leftOf(seen.document)
        const { hold } = seen.document
        if (!seen.document.lease && hold && leftMs > timings.patienceMs)
          throw heldBack(hold, leftMs)
        await sleep(pauseMs * (0.5 + random()))
        pauseMs = Math.min(pauseMs * pauseGrowth, longestPauseMs)
      }
      return goOwnWay('waitedLong')
    },
  }
}

const heldBack = ({ reason }: Hold, retryAfterMs: number) =>
  new AccessTokenError({ shortage: 'holding', retryAfterMs, ...reason })

export type SharedToken = ReturnType<typeof createSharedToken>
