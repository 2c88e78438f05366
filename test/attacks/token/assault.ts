import { forgeries, type Forgery } from './corpus'
import { createDraw } from './draw'
import { createOverheard } from './forger'

export interface Assault {
  tried: number
  /** By kind. */
  triedOf: Map<string, number>
  /** What should never be: kept whole, to be looked at. */
  accepted: Forgery[]
}

export interface AssaultOptions {
  count: number
  seed: number
  /** Enough to know that a verifier is weak. */
  endsAtFirst?: boolean
  /** Sees every forgery, for a second opinion. */
  onForgery?: (forgery: Forgery) => void
}

/** Brings that many forgeries before a verifier. @throws Error when it refuses a good token */
export const attack = (
  accepts: (token: string) => boolean,
  { count, seed, endsAtFirst = false, onForgery }: AssaultOptions,
): Assault => {
  const draw = createDraw(seed)
  const overheard = createOverheard(draw)
  // A verifier that refuses everything would look very safe.
  if (!overheard.every(accepts)) throw new Error('a good token is refused')

  const assault: Assault = { tried: 0, triedOf: new Map(), accepted: [] }
  for (const forgery of forgeries(draw, overheard, count)) {
    assault.tried += 1
    assault.triedOf.set(forgery.kind, (assault.triedOf.get(forgery.kind) ?? 0) + 1)
    if (accepts(forgery.token)) assault.accepted.push(forgery)
    onForgery?.(forgery)
    if (endsAtFirst && assault.accepted.length > 0) return assault
  }
  if (!overheard.every(accepts)) throw new Error('a good token is refused afterwards')
  return assault
}
