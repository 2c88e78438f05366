import { newSealKey, type SealKey } from '../cloudfunctions/shared/store/seal'
import { deployWithinMs, stillNeeded } from './key-rotation'

/** A ring of one new key that seals from now on. */
export const createSealRing = (now = Date.now()): SealKey[] => [newSealKey(now)]

// Nothing sealed lies longer than a day but the variables of CONFIG=store: a week to write them anew.
const outlivesMs = 7 * 24 * 60 * 60_000

/** The ring with one more key, which seals a day later, and without those that nothing hangs on. */
export const rotateSealRing = (ring: readonly SealKey[], now = Date.now()): SealKey[] => [
  ...stillNeeded(ring, ({ sealsFrom }) => sealsFrom, { now, outlivesMs }),
  ...createSealRing(now + deployWithinMs),
]
