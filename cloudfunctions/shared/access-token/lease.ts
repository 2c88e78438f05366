import { fingerprint } from './fingerprint'
import type { Surroundings } from './options'
import type { Seen, SharedDocument } from './shared-document'
import type { Span, TokenDocument } from './token-document'

/** The right to call gettoken, for one instance at a time. */
export interface Lease extends Span {
  /** By our monotonic clock, and not later than anybody else thinks. */
  endsAt: number
}

export type Settled = { kind: 'saved'; document: TokenDocument } | { kind: 'lost'; seen: Seen }

export type Leases = ReturnType<typeof createLeases>

// The first may have been saved without our hearing of it: the second finds that out.
const triesToSettle = 2

/** The hold that follows a lease; by its name a holder knows that it has settled already. */
export const holdIdOf = (lease: Span): string => `${lease.id}:hold`

// Unlike any other, even of a process that draws the same random numbers.
const newLeaseId = ({ owner, random, clock }: Surroundings): string =>
  `${owner}.${fingerprint(`${owner} ${random()} ${random()} ${clock.now()}`)}`

export const createLeases = (surroundings: Surroundings, shared: SharedDocument) => {
  const { clock, monotonic, timings } = surroundings
  let asked: Lease | undefined

  // Enough for a gettoken that ends before the lease does.
  const hasTime = (lease: Lease) => monotonic() + timings.fetchTimeoutMs <= lease.endsAt
  const ask = (): Lease => {
    const ms = timings.leaseMs
    // Begins before it is sent: whoever sees it sees it later.
    const fresh = () => ({
      id: newLeaseId(surroundings),
      until: clock.now() + ms,
      ms,
      endsAt: monotonic() + ms,
    })
    // The same one again while it has time: an answer may be late, and its write still to come.
    asked = asked && hasTime(asked) ? asked : fresh()
    return asked
  }

  const isOurs = ({ lease }: TokenDocument): boolean => lease !== null && lease.id === asked?.id

  return {
    /** The document has our lease: a write whose answer we did not hear. */
    isOurs,
    /** Our lease, if it is the one in the document and there is time to use it. */
    mine: (document: TokenDocument): Lease | undefined =>
      asked && isOurs(document) && hasTime(asked) ? asked : undefined,

    /** Takes the lease unless somebody else was faster. Rejects when the store does. */
    async take(seen: Seen): Promise<Lease | undefined> {
      const lease = ask()
      const { id, until, ms } = lease
      let isTaken: boolean
      try {
        isTaken = await shared.write(seen, { ...seen.document, lease: { id, until, ms } })
      } catch {
        // Perhaps the answer was lost, and not the write: the id tells.
        isTaken = (await shared.read()).document.lease?.id === id
      }
      return isTaken && hasTime(lease) ? lease : undefined
    },

    /** Writes what came of it and ends the lease, if it is still ours. Rejects when the store does. */
    async settle(lease: Lease, next: (current: TokenDocument) => TokenDocument): Promise<Settled> {
      asked = undefined
      let problem: unknown
      for (let attempt = 1; attempt <= triesToSettle; attempt++) {
        try {
          const seen = await shared.read()
          if (seen.document.hold?.id === holdIdOf(lease))
            return { kind: 'saved', document: seen.document }
          if (seen.document.lease?.id !== lease.id) return { kind: 'lost', seen }
          const document = next(seen.document)
          if (await shared.write(seen, document)) return { kind: 'saved', document }
        } catch (error) {
          problem = error
        }
      }
      throw problem ?? new Error('the store does not write')
    },
  }
}
