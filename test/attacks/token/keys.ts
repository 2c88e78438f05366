/** Forgeries by tricks with keys, algorithms and the header. */
import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { createKeyRing } from '../../../scripts/key-ring'
import type { Draw } from './draw'
import {
  coming,
  dropped,
  encode,
  former,
  goodClaims,
  header,
  nowSeconds,
  privateKeyOf,
  signed,
  signing,
  type OwnKey,
} from './forger'

const foreign = Array.from({ length: 16 }, () => createKeyRing(nowSeconds * 1000)[0] as OwnKey).map(
  (jwk) => ({ jwk, key: privateKeyOf(jwk) }),
)
const formerKey = privateKeyOf(former)
const droppedKey = privateKeyOf(dropped)
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const ed448 = generateKeyPairSync('ed448')

export const foreignKey = (draw: Draw): string => {
  const { jwk, key } = draw.oneOf(foreign)
  const { kid, x } = jwk
  const publicJwk = { kty: 'OKP', crv: 'Ed25519', x }
  const claims = goodClaims(draw)
  return draw.oneOf([
    () => signed(header, claims, key),
    () => signed({ ...header, kid }, claims, key),
    () => signed({ ...header, jwk: publicJwk }, claims, key),
    () => signed({ ...header, jwk: { ...publicJwk, kid: signing.kid } }, claims, key),
    () => signed({ ...header, kid: dropped.kid }, claims, droppedKey),
    () => signed(header, claims, droppedKey),
    // Ours, but under another kid of ours.
    () => signed(header, claims, formerKey),
    () => signed({ ...header, kid: former.kid }, claims),
    () => signed({ ...header, kid: coming.kid }, claims),
  ])()
}

const publicKey = createPublicKey(privateKeyOf(signing))
/** What somebody who takes a public key for a shared secret might hash with. */
const publicSecrets = [
  publicKey.export({ type: 'spki', format: 'pem' }),
  publicKey.export({ type: 'spki', format: 'der' }),
  signing.x,
  Buffer.from(signing.x, 'base64url'),
  '',
]
const noAlgorithms = ['none', 'None', 'NONE', 'nOnE', 'none ', '', null, 0, false, [], {}]
const otherAlgorithms = [
  ...['EdDSA ', 'eddsa', 'EDDSA', 'EdDSA\0', 'Ed25519', 'Ed448', 'HS256', 'RS256', 'ES256'],
  ...[['EdDSA'], { EdDSA: 1 }, 'dir', 'A256GCM', 'PBES2-HS256+A128KW'],
]

export const algorithmTrick = (draw: Draw, overheard: string): string => {
  const claims = encode(goodClaims(draw))
  const withAlg = (alg: unknown) => `${encode({ ...header, alg })}.${claims}`
  const hashed = (alg: string) => {
    const text = withAlg(alg)
    const hmac = createHmac(alg.replace('HS', 'sha'), draw.oneOf(publicSecrets))
    return `${text}.${hmac.update(text).digest('base64url')}`
  }
  return draw.oneOf([
    () => `${withAlg(draw.oneOf(noAlgorithms))}.`,
    () => `${withAlg(draw.oneOf([...noAlgorithms, undefined]))}.${overheard.split('.')[2] ?? ''}`,
    () => hashed(draw.oneOf(['HS256', 'HS384', 'HS512'])),
    () => signed({ ...header, alg: draw.oneOf(otherAlgorithms) }, goodClaims(draw)),
    () => withSignature(withAlg('ES256'), (text) => sign('sha256', text, ec.privateKey)),
    () => withSignature(withAlg('EdDSA'), (text) => sign(null, text, ed448.privateKey)),
    // By far the slowest to make.
    () =>
      draw.below(50) > 0
        ? hashed('HS256')
        : withSignature(withAlg('RS256'), (text) => sign('sha256', text, rsa.privateKey)),
  ])()
}

const withSignature = (text: string, signText: (text: Buffer) => Buffer): string =>
  `${text}.${signText(Buffer.from(text)).toString('base64url')}`

const kids = [
  ...['', ' ', '..', '../../../dev/null', '/dev/null', '__proto__', 'constructor', 'toString'],
  ...[
    "' OR '1'='1",
    '; ls',
    `${signing.kid} `,
    `${signing.kid}\0`,
    signing.kid.toUpperCase() + 'X',
  ],
  ...['k'.repeat(2000), null, 0, 1, true, [], {}, [signing.kid], { kid: signing.kid }, undefined],
]

export const kidTrick = (draw: Draw): string => {
  const kid = draw.oneOf(kids)
  const key = draw.below(2) === 0 ? undefined : draw.oneOf(foreign).key
  return signed({ ...header, kid }, goodClaims(draw), key)
}

const extras: object[] = [
  ...[{ jku: 'https://127.0.0.1/keys' }, { x5u: 'https://127.0.0.1/chain' }, { x5c: ['MIIB'] }],
  ...[{ crit: [] }, { crit: ['exp'] }, { crit: ['b64'], b64: false }, { b64: false }],
  ...[{ zip: 'DEF' }, { cty: 'JWT' }, { enc: 'A256GCM' }, { p2c: 1e9 }, { iat: nowSeconds }],
]
const { alg, typ, kid } = header
const spellings: unknown[] = [
  { typ, alg, kid },
  { kid, typ, alg },
  { alg, kid, typ },
  JSON.stringify(header, null, 1),
  ` ${JSON.stringify(header)}`,
  `${JSON.stringify(header)} `,
  `\ufeff${JSON.stringify(header)}`,
  JSON.stringify(header).replace('EdDSA', '\\u0045dDSA'),
  JSON.stringify(header).replace('{', '{"alg":"none",'),
  JSON.stringify(header).replace('}', ',"alg":"EdDSA"}'),
]

/** Signed by our own key: any header but the one is refused, whatever it says. */
export const headerTrick = (draw: Draw): string =>
  signed(
    draw.below(2) === 0 ? { ...header, ...draw.oneOf(extras) } : draw.oneOf(spellings),
    goodClaims(draw),
  )

/** The order of the group (RFC 8032, 5.1): S and S + L mean the same to who does not look closely. */
const order = 2n ** 252n + 27742317777372353535851937790883648493n
const fromLittleEndian = (bytes: Buffer) =>
  BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`)
const toLittleEndian = (value: bigint) =>
  Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse()
/** Points of small order: with one of them as R, some equations hold for every key. */
const smallPoints = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '0000000000000000000000000000000000000000000000000000000000000080',
  '0000000000000000000000000000000000000000000000000000000000000000',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].map((hex) => Buffer.from(hex, 'hex'))

export const signatureAlgebra = (draw: Draw, overheard: string, other: string): string => {
  const [head = '', body = '', signature = ''] = overheard.split('.')
  const bytes = Buffer.from(signature, 'base64url')
  const [r, s] = [bytes.subarray(0, 32), bytes.subarray(32)]
  const otherS = Buffer.from(other.split('.')[2] ?? '', 'base64url').subarray(32)
  const small = draw.oneOf(smallPoints)
  const forged = draw.oneOf([
    () => Buffer.concat([r, toLittleEndian(fromLittleEndian(s) + order)]),
    () => Buffer.concat([r, toLittleEndian(order - fromLittleEndian(s))]),
    () => Buffer.concat([r, otherS]),
    () => Buffer.concat([s, r]),
    () => Buffer.concat([small, Buffer.alloc(32)]),
    () => Buffer.concat([small, s]),
    () => Buffer.concat([small, draw.bytes(31), Buffer.alloc(1)]),
    () => Buffer.alloc(64, draw.oneOf([0, 0xff])),
    () => draw.bytes(draw.oneOf([0, 32, 63, 64, 65, 114, 128])),
  ])()
  return `${head}.${body}.${encode(forged)}`
}
