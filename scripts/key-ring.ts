import { generateKeyPairSync, randomBytes } from 'node:crypto'

/** A ring of one new Ed25519 key that signs from now on. */
export const createKeyRing = (now = Date.now()): object[] => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const { kty, crv, x, d } = privateKey.export({ format: 'jwk' })
  const kid = randomBytes(6).toString('hex')
  return [{ kty, crv, kid, signsFrom: Math.floor(now / 1000), x, d }]
}
