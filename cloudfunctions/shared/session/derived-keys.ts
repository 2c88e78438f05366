import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { SealRing } from '../store/seal'
import type { KeyRing, SigningKey } from './key-ring'

const keyBytes = 32

/**
 * Keys for one purpose, derived (HKDF, RFC 5869) from the private keys of a ring: they rotate with it,
 * and what was made for one purpose is good for no other.
 *
 * @param purpose Such as `web cookie`.
 */
export const deriveSealRing = (ring: KeyRing, purpose: string): SealRing =>
  ring.signing.map((key) => ({
    kid: key.kid,
    key: deriveKey(key, purpose),
    sealsFrom: key.signsFrom,
  }))

/** Authenticates short texts in hexadecimal letters, for places that take nothing but letters and digits. */
export interface Mac {
  of(text: string): string
  fits(text: string, mac: string): boolean
}

// 128 bits: nobody can try more than a few a second.
const macCharacters = 32

/** @param nowSeconds Epoch seconds. */
export const deriveMac = (ring: KeyRing, purpose: string, nowSeconds: () => number): Mac => {
  const keys = new Map(ring.signing.map((key) => [key.kid, deriveKey(key, purpose)]))
  const macBy = (key: Buffer, text: string) =>
    createHmac('sha256', key).update(text).digest('hex').slice(0, macCharacters)
  return {
    of(text) {
      const key = keys.get(ring.signingAt(nowSeconds())?.kid ?? '')
      if (!key) throw new Error('the ring has no private key')
      return macBy(key, text)
    },
    fits: (text, mac) =>
      [...keys.values()].some((key) => isEqual(Buffer.from(macBy(key, text)), Buffer.from(mac))),
  }
}

const isEqual = (one: Buffer, other: Buffer) =>
  one.length === other.length && timingSafeEqual(one, other)

const deriveKey = ({ privateKey }: SigningKey, purpose: string): Buffer => {
  const { d = '' } = privateKey.export({ format: 'jwk' })
  const seed = Buffer.from(d, 'base64url')
  return Buffer.from(hkdfSync('sha256', seed, '', `gongpai ${purpose}`, keyBytes))
}
