import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Clock } from '../runtime/clock'

/** What lies in a shared store lies there sealed, if whoever reads the store must not use it. */
export interface Seal {
  /** @param context Where the text belongs, such as its key: it opens nowhere else. */
  seal(text: string, context: string): string
  /** Undefined when it was sealed by no key of the ring, elsewhere, or was tampered with. */
  open(sealed: string, context: string): string | undefined
}

/** One key of STORE_KEYS. */
export interface SealKey {
  kid: string
  /** 32 bytes in base64url. */
  k: string
  /** Epoch seconds: before it this key opens and does not seal. Functions are deployed one by one. */
  sealsFrom: number
}

interface ReadKey {
  kid: string
  key: Buffer
  sealsFrom: number
}

/** The newest first. */
export type SealRing = readonly ReadKey[]

// Says how the rest is read; another algorithm will be called something else.
const format = 'g1'
const cipher = 'aes-256-gcm'
const keyBytes = 32
// What GCM is defined for (NIST SP 800-38D, 5.2.1.1).
const ivBytes = 12
const tagBytes = 16

/** A key that seals from now on. */
export const newSealKey = (nowMs: number): SealKey => ({
  kid: randomBytes(6).toString('hex'),
  k: randomBytes(keyBytes).toString('base64url'),
  sealsFrom: Math.floor(nowMs / 1000),
})

/**
 * Reads a ring from JSON: a list of {@link SealKey}.
 *
 * @throws Error that says what is wrong with which key, without quoting any
 */
export const readSealRing = (json: string): SealRing => {
  const keys = parse(json).map(readKey)
  const kids = new Set(keys.map(({ kid }) => kid))
  if (kids.size !== keys.length) throw new Error('two keys have the same kid')
  return keys.sort((a, b) => b.sealsFrom - a.sealsFrom)
}

/** Seals with the newest key that has begun, opens with all of them. */
export const createSeal = (ring: SealRing, clock: Clock): Seal => ({
  seal(text, context) {
    const { kid, key } = sealingKey(ring, clock.now() / 1000)
    // The one randomness that is no parameter: an iv used twice gives the key away.
    const iv = randomBytes(ivBytes)
    const sealing = createCipheriv(cipher, key, iv, { authTagLength: tagBytes })
    sealing.setAAD(bound(kid, context))
    const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
    const body = Buffer.concat([iv, sealed, sealing.getAuthTag()])
    return [format, kid, body.toString('base64url')].join('.')
  },
  open(sealed, context) {
    const [foundFormat, kid = '', text = '', ...rest] = sealed.split('.')
    const found = ring.find((candidate) => candidate.kid === kid)
    const body = Buffer.from(text, 'base64url')
    const isReadable = foundFormat === format && rest.length === 0
    if (!isReadable || !found || body.length < ivBytes + tagBytes) return undefined
    try {
      const iv = body.subarray(0, ivBytes)
      const opening = createDecipheriv(cipher, found.key, iv, { authTagLength: tagBytes })
      opening.setAAD(bound(kid, context))
      opening.setAuthTag(body.subarray(-tagBytes))
      const opened = opening.update(body.subarray(ivBytes, -tagBytes))
      return Buffer.concat([opened, opening.final()]).toString('utf8')
    } catch {
      return undefined
    }
  },
})

// A kid has no dot, so no two pairs of kid and context are bound to the same bytes.
const bound = (kid: string, context: string) => Buffer.from(`${format}.${kid}.${context}`, 'utf8')

const sealingKey = (ring: SealRing, nowSeconds: number): ReadKey => {
  // With a clock so wrong that none has begun, the oldest is the one that every instance has.
  const key = ring.find(({ sealsFrom }) => sealsFrom <= nowSeconds) ?? ring.at(-1)
  if (!key) throw new Error('the ring has no key')
  return key
}

const parse = (json: string): unknown[] => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new Error('not JSON')
  }
  if (!Array.isArray(value) || value.length === 0) throw new Error('not a list of keys')
  return value
}

const readKey = (value: unknown, place: number): ReadKey => {
  const { kid, k, sealsFrom } = Object(value) as Record<string, unknown>
  const isKey =
    typeof kid === 'string' &&
    /^[A-Za-z0-9-]{1,16}$/.test(kid) &&
    typeof k === 'string' &&
    /^[\w-]{43}$/.test(k) &&
    Number.isSafeInteger(sealsFrom)
  if (!isKey)
    throw new Error(`key ${place + 1} is not { kid, k: 32 bytes in base64url, sealsFrom }`)
  return { kid, key: Buffer.from(k, 'base64url'), sealsFrom: Number(sealsFrom) }
}
