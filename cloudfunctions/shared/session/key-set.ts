import type { KeyRing } from './key-ring'

/** An Ed25519 public key as a JWK (RFC 8037, RFC 7517). */
export interface PublicJwk {
  kty: 'OKP'
  crv: 'Ed25519'
  kid: string
  use: 'sig'
  alg: 'EdDSA'
  x: string
}

/**
 * The public halves of a ring as a JWK set (RFC 7517 §5): also of the keys that sign only later, so that
 * whoever keeps the set for a while knows a key before its first token.
 */
export const keySetOf = ({ verifying }: KeyRing): { keys: PublicJwk[] } => ({
  keys: verifying.map(({ kid, publicKey }) => {
    const { x = '' } = publicKey.export({ format: 'jwk' })
    return { kty: 'OKP', crv: 'Ed25519', kid, use: 'sig', alg: 'EdDSA', x }
  }),
})
