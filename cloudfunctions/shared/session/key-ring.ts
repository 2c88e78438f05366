import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** One key of a ring, as an Ed25519 JWK (RFC 8037); without `d` it can only verify. */
export interface RingKey {
  kty: 'OKP'
  crv: 'Ed25519'
  kid: string
  x: string
  d?: string
  /** Epoch seconds: before it this key verifies and does not sign. Functions are deployed one by one. */
  signsFrom: number
}

export interface VerifyingKey {
  kid: string
  publicKey: KeyObject
}

export interface SigningKey {
  kid: string
  privateKey: KeyObject
}

/** The newest key that has begun signs; all verify. */
export interface KeyRing {
  verifying: VerifyingKey[]
  /** @param nowSeconds Epoch seconds. Undefined when no key is private. */
  signingAt(nowSeconds: number): SigningKey | undefined
  /** The private keys, the newest first. */
  signing: readonly (SigningKey & { signsFrom: number })[]
}

const isRingKey = (value: unknown): value is RingKey => {
  if (typeof value !== 'object' || value === null) return false
  const key = value as Record<string, unknown>
  return (
    key.kty === 'OKP' &&
    key.crv === 'Ed25519' &&
    typeof key.kid === 'string' &&
    /^[A-Za-z0-9-]{1,16}$/.test(key.kid) &&
    typeof key.x === 'string' &&
    (key.d === undefined || typeof key.d === 'string') &&
    Number.isSafeInteger(key.signsFrom)
  )
}

/**
 * Reads a ring from JSON, as `npm run -s keys` prints it.
 *
 * @throws Error that says what is wrong with which key, without quoting any
 */
export const readKeyRing = (json: string): KeyRing => {
  const keys = parse(json)
  const kids = new Set(keys.map(({ kid }) => kid))
  if (kids.size !== keys.length) throw new Error('two keys have the same kid')
  const newestFirst = [...keys].sort((a, b) => b.signsFrom - a.signsFrom)
  const signing = newestFirst.flatMap((key) => importPrivate(key))

  return {
    verifying: newestFirst.map((key) => ({ kid: key.kid, publicKey: importPublic(key) })),
    signing,
    // With a clock so far behind that none has begun, the oldest is the one that every function has.
    signingAt: (nowSeconds) =>
      signing.find(({ signsFrom }) => signsFrom <= nowSeconds) ?? signing.at(-1),
  }
}

const parse = (json: string): RingKey[] => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new Error('not JSON')
  }
  if (!Array.isArray(value) || value.length === 0) throw new Error('not a list of keys')
  return value.map((key: unknown, place) => {
    if (!isRingKey(key))
      throw new Error(`key ${place + 1} is not an Ed25519 JWK with kid and signsFrom`)
    return key
  })
}

const importPrivate = (key: RingKey): (SigningKey & { signsFrom: number })[] => {
  if (key.d === undefined) return []
  const { kty, crv, x, d, kid, signsFrom } = key
  let privateKey: KeyObject
  try {
    privateKey = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' })
  } catch {
    throw new Error(`key "${kid}" can't be imported`)
  }
  // Node takes both halves without comparing them, and then nothing that this key signs verifies.
  if (createPublicKey(privateKey).export({ format: 'jwk' }).x !== x) {
    throw new Error(`key "${kid}" has an x that does not belong to its d`)
  }
  return [{ kid, signsFrom, privateKey }]
}

const importPublic = ({ kty, crv, x, kid }: RingKey): KeyObject => {
  try {
    return createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
  } catch {
    throw new Error(`key "${kid}" can't be imported`)
  }
}
