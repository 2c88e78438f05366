import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { RingKey } from '../cloudfunctions/shared/session/key-ring'
import { deployWithinMs, stillNeeded } from './key-rotation'

/** A ring of one new Ed25519 key that signs from now on. */
export const createKeyRing = (now = Date.now()): RingKey[] => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const { x = '', d = '' } = privateKey.export({ format: 'jwk' })
  const kid = randomBytes(6).toString('hex')
  return [{ kty: 'OKP', crv: 'Ed25519', kid, signsFrom: Math.floor(now / 1000), x, d }]
}

// The longest token (SESSION_MINUTES is at most a day), and an hour for clocks and for haste.
const outlivesMs = 25 * 60 * 60_000

/** The ring with one more key, which signs a day later, and without those that nothing hangs on. */
export const rotateKeyRing = (ring: readonly RingKey[], now = Date.now()): RingKey[] => [
  ...stillNeeded(ring, ({ signsFrom }) => signsFrom, { now, outlivesMs }),
  ...createKeyRing(now + deployWithinMs),
]

/** The halves of a ring that verify, for functions and back-ends that mint nothing. */
export const publicHalves = (ring: readonly RingKey[]): RingKey[] =>
  ring.map(({ kty, crv, kid, signsFrom, x }) => ({ kty, crv, kid, signsFrom, x }))
