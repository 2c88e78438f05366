import { sign, verify } from 'node:crypto'
import type { KeyRing, SigningKey } from './key-ring'

/**
 * JWS compact serialization (RFC 7515) with EdDSA, and nothing but that: for each key there is one
 * spelling of the header, which is compared and never interpreted. An `alg` or `kid` trick has
 * nothing to act on.
 */

/** Longest token that is looked at, in bytes. */
const maximumLength = 3072
const ed25519SignatureBytes = 64

const header = (typ: string, kid: string): string =>
  Buffer.from(JSON.stringify({ alg: 'EdDSA', typ, kid })).toString('base64url')

// Base64url has several spellings for the same bytes; only the canonical one counts.
const decode = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}

/** @param typ What the token is for: a token of one kind never passes for another. */
export const signJws = (typ: string, key: SigningKey, claims: object): string => {
  const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
  const signed = `${header(typ, key.kid)}.${body}`
  return `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString('base64url')}`
}

/** Verifies tokens of one `typ`. Gives the claims, or undefined for anything that was not signed by the ring. */
export const createJwsVerifier = (typ: string, ring: KeyRing) => {
  const keys = new Map(ring.verifying.map(({ kid, publicKey }) => [header(typ, kid), publicKey]))

  return (token: string): Record<string, unknown> | undefined => {
    if (token.length > maximumLength) return undefined
    const [head, body, signature, ...rest] = token.split('.')
    if (head === undefined || !body || !signature || rest.length > 0) return undefined
    const key = keys.get(head)
    const signatureBytes = decode(signature)
    const bodyBytes = decode(body)
    if (!key || !bodyBytes || signatureBytes?.length !== ed25519SignatureBytes) return undefined
    if (!verify(null, Buffer.from(`${head}.${body}`), key, signatureBytes)) return undefined
    return readClaims(bodyBytes)
  }
}

// A mark of byte order would be another spelling of the same claims.
const strictly = { fatal: true, ignoreBOM: true }

const readClaims = (bytes: Buffer): Record<string, unknown> | undefined => {
  try {
    const claims: unknown = JSON.parse(new TextDecoder('utf-8', strictly).decode(bytes))
    const isObject = typeof claims === 'object' && claims !== null && !Array.isArray(claims)
    return isObject ? (claims as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
