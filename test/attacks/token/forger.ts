import { createPrivateKey, sign, type KeyObject } from 'node:crypto'
import { createKeyRing } from '../../../scripts/key-ring'
import type { Draw } from './draw'

/** Epoch seconds at which everything happens. */
export const nowSeconds = Date.UTC(2026, 10, 2, 9) / 1000
export const corpId = 'ww1234567890abcdef'
export const agentId = 1000002

export interface OwnKey {
  kid: string
  x: string
  d: string
  signsFrom: number
}

const day = 86_400
const keyFrom = (days: number) => createKeyRing((nowSeconds + days * day) * 1000)[0] as OwnKey

/** The ring under attack: it signed before, it signs, it is to sign tomorrow. */
export const former = keyFrom(-30)
export const signing = keyFrom(-1)
export const coming = keyFrom(1)
export const ring: readonly OwnKey[] = [former, signing, coming]
/** It was in the ring once. */
export const dropped = keyFrom(-60)

export const privateKeyOf = ({ x, d }: OwnKey): KeyObject =>
  createPrivateKey({ key: { kty: 'OKP', crv: 'Ed25519', x, d }, format: 'jwk' })
const signingKey = privateKeyOf(signing)

export const encode = (part: unknown): string => {
  const isRaw = typeof part === 'string' || Buffer.isBuffer(part)
  return Buffer.from(isRaw ? part : (JSON.stringify(part) ?? '')).toString('base64url')
}

/** Puts a token together and signs it: with our own key, as a mistake of ours would. */
export const signed = (header: unknown, claims: unknown, key = signingKey): string => {
  const text = `${encode(header)}.${encode(claims)}`
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`
}

export const header = { alg: 'EdDSA', typ: 'gongpai-session+jwt', kid: signing.kid }

/** What a good session says. */
export const goodClaims = (draw: Draw) => ({
  iss: 'gongpai',
  aud: 'gongpai',
  sub: draw.oneOf(['zhangsan', 'lisi', 'Wang.Wu-7', 'zhao_liu@example']),
  cid: corpId,
  aid: agentId,
  via: draw.oneOf(['wecom-miniprogram', 'web']),
  sid: draw.bytes(16).toString('base64url'),
  iat: nowSeconds - draw.below(900),
  exp: nowSeconds + 1 + draw.below(900),
})
export type Claims = ReturnType<typeof goodClaims>

/** Tokens that a forger has overheard: good ones, each by another key of the ring or of another person. */
export const createOverheard = (draw: Draw): string[] =>
  [former, signing].flatMap((key) =>
    Array.from({ length: 16 }, () =>
      signed({ ...header, kid: key.kid }, goodClaims(draw), privateKeyOf(key)),
    ),
  )
