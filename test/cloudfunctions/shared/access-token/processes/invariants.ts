import {
  readTokenDocument,
  type Span,
  type TokenDocument,
} from '../../../../../cloudfunctions/shared/access-token/token-document'
import type { StoreServer } from '../../../../support/store-server'
import type { TokenServer } from './token-server'

export interface Invariants {
  /** What must never happen, and did. */
  broken(): string[]
  /** Ms from a lease to the next one that took it over, of all that were taken over. */
  takeovers(): number[]
}

const ownerOf = ({ id }: Span) => id.split('.')[0]

/** Watches every write at the store, where no process can hide one. */
export const watchInvariants = (store: StoreServer, wecom: TokenServer): Invariants => {
  const broken = new Set<string>()
  const takeovers: number[] = []
  let leaseBegunAt = 0

  const observe = (before: TokenDocument | undefined, after: TokenDocument, at: number) => {
    if (after.generation < (before?.generation ?? 0)) broken.add('a generation went back')
    const isReplaced = JSON.stringify(after.token) !== JSON.stringify(before?.token ?? null)
    if (isReplaced && after.generation === before?.generation)
      broken.add('a token was replaced without a new generation')
    const text = JSON.stringify(after)
    for (const accessToken of wecom.given)
      if (text.includes(accessToken)) broken.add('a token lies in the open')

    const { lease } = after
    if (!lease || lease.id === before?.lease?.id) return
    // Who has a lease may take a new one instead: they begin with the same process id.
    if (before?.lease && ownerOf(before.lease) !== ownerOf(lease)) {
      const lived = at - leaseBegunAt
      if (lived < before.lease.ms) broken.add('two leases live at once')
      takeovers.push(lived)
    }
    leaseBegunAt = at
  }

  store.onWrite(({ before, after, at }) => {
    const written = readTokenDocument(after)
    if (!written) broken.add('what was written is no document')
    else observe(readTokenDocument(before), written, at)
  })
  return { broken: () => [...broken], takeovers: () => takeovers }
}
