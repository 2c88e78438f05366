import type { Renewal, RenewalParts } from './renewal'
import type { SharedToken } from './shared-token'
import type { Token } from './token-memory'

export interface AheadParts extends RenewalParts {
  renew: Renewal
  sharedToken: SharedToken
}

/**
 * Replaces a token that still lives. Whoever comes first does it before its own call, not in the
 * background: an instance is frozen as soon as it has answered. All others go on with the old token.
 */
export const createAhead = (parts: AheadParts) => {
  const { surroundings, memory, shared, leases, renew, sharedToken } = parts

  const replace = async (held: Token): Promise<void> => {
    const seen = await shared.read()
    const theirs = shared.tokenOf(seen.document)
    if (theirs && theirs.generation > held.generation && memory.isUsable(theirs)) {
      memory.keep(theirs)
      return
    }
    if (sharedToken.leftOf(seen.document) > 0) return
    const lease = await leases.take(seen)
    if (!lease) return
    surroundings.onEvent({ event: 'leaseTaken', isTakenOver: seen.document.lease !== null })
    await renew(lease)
  }

  /** Never rejects: the old token is still good. */
  return async (held: Token): Promise<void> => {
    surroundings.onEvent({ event: 'ahead' })
    await replace(held).catch(() => undefined)
    // A token that was replaced has a time of its own; the old one is left alone for a while.
    if (memory.usable()?.generation === held.generation) memory.postpone()
  }
}

export type Ahead = ReturnType<typeof createAhead>
