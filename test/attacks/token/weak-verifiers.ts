/** Verifiers with one mistake each, of the kind that others made: the corpus has to find every one. */
import { createHmac, createPublicKey, verify, type KeyObject } from 'node:crypto'
import { agentId, corpId, nowSeconds, ring } from './forger'

interface Parts {
  head: string
  body: string
  header: Record<string, unknown>
  claims: Record<string, unknown>
  signed: Buffer
  signature: Buffer
}

const keys = new Map<unknown, KeyObject>(
  ring.map(({ kid, x }) => [
    kid,
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
  ]),
)

const isCanonical = (text: string) => Buffer.from(text, 'base64url').toString('base64url') === text

const read = (token: string, lenient: boolean): Parts | undefined => {
  const parts = token.split('.')
  const [head = '', body = '', signature = ''] = parts
  if (!lenient && (parts.length !== 3 || !parts.every(isCanonical) || token.length > 3072)) return
  const open = (part: string): unknown =>
    JSON.parse(
      Buffer.from(part, 'base64url')
        .toString()
        .replace(/^\ufeff/, ''),
    )
  try {
    return {
      head: Buffer.from(head, 'base64url').toString(),
      body: Buffer.from(body, 'base64url').toString(),
      header: Object(open(head)) as Record<string, unknown>,
      claims: Object(open(body)) as Record<string, unknown>,
      signed: Buffer.from(`${head}.${body}`),
      signature: Buffer.from(signature, 'base64url'),
    }
  } catch {
    return undefined
  }
}

const isSigned = ({ header, signed, signature }: Parts, key = keys.get(header.kid)): boolean =>
  key !== undefined && signature.length === 64 && verify(null, signed, key, signature)

const steps = {
  algorithm: ({ header }: Parts) => header.alg === 'EdDSA',
  header: ({ head, header: { alg, typ, kid } }: Parts) =>
    head === JSON.stringify({ alg, typ, kid }),
  body: ({ body, claims }: Parts) => body === JSON.stringify(claims),
  type: ({ header }: Parts) => header.typ === 'gongpai-session+jwt',
  audience: ({ claims }: Parts) => claims.aud === 'gongpai' && claims.iss === 'gongpai',
  signature: (parts: Parts) => isSigned(parts),
  corp: ({ claims }: Parts) => claims.cid === corpId,
  app: ({ claims }: Parts) => claims.aid === agentId,
  person: ({ claims }: Parts) =>
    /^[\w.@-]{1,64}$/.test(String(claims.sub)) && typeof claims.sub === 'string',
  door: ({ claims }: Parts) => claims.via === 'wecom-miniprogram' || claims.via === 'web',
  session: ({ claims }: Parts) => typeof claims.sid === 'string' && /^[\w-]{22}$/.test(claims.sid),
  life: ({ claims: { iat, exp } }: Parts) =>
    Number(exp) > Number(iat) && Number(exp) - Number(iat) <= 86_400,
  begun: ({ claims }: Parts) =>
    Number.isSafeInteger(claims.iat) && Number(claims.iat) <= nowSeconds + 30,
  notOver: ({ claims }: Parts) =>
    Number.isSafeInteger(claims.exp) && Number(claims.exp) > nowSeconds - 30,
} satisfies Record<string, (parts: Parts) => boolean>

type Step = keyof typeof steps

const verifier =
  (changed: Partial<Record<Step, (parts: Parts) => boolean>>, lenient = false) =>
  (token: string): boolean => {
    const parts = read(token, lenient)
    return (
      parts !== undefined && Object.values({ ...steps, ...changed }).every((step) => step(parts))
    )
  }
const pass = () => true

/** Without a mistake, but built in another way than ours. */
export const soundVerifier = verifier({})

/** By what they get wrong. */
export const weakVerifiers: Readonly<Record<string, (token: string) => boolean>> = {
  'believes a signature that is not looked at': verifier({ signature: pass }),
  'takes alg at its word': verifier({
    algorithm: pass,
    signature: (parts) =>
      String(parts.header.alg).toLowerCase() === 'none'
        ? parts.signature.length === 0
        : isSigned(parts),
  }),
  'takes the public key for a shared secret': verifier({
    algorithm: pass,
    signature: (parts) => {
      const key = keys.get(parts.header.kid)
      if (parts.header.alg !== 'HS256' || !key) return isSigned(parts)
      const pem = key.export({ type: 'spki', format: 'pem' })
      return createHmac('sha256', pem).update(parts.signed).digest().equals(parts.signature)
    },
  }),
  'takes the key out of the header': verifier({
    header: pass,
    signature: (parts) => {
      const { jwk } = parts.header as { jwk?: { x: string } }
      return jwk
        ? isSigned(
            parts,
            createPublicKey({ key: { ...jwk, kty: 'OKP', crv: 'Ed25519' }, format: 'jwk' }),
          )
        : isSigned(parts)
    },
  }),
  'tries every key, whatever kid says': verifier({
    signature: (parts) => [...keys.values()].some((key) => isSigned(parts, key)),
  }),
  'has a key for every name that objects have': verifier({
    signature: (parts) =>
      Object.hasOwn(Object.prototype, String(parts.header.kid)) || isSigned(parts),
  }),
  'reads any spelling of base64url': verifier({}, true),
  'reads other headers than its own': verifier({ header: pass }),
  'forgets typ': verifier({ type: pass }),
  'forgets aud and iss': verifier({ audience: pass }),
  'forgets the corp': verifier({ corp: pass }),
  'forgets the app': verifier({ app: pass }),
  'compares the corp without its case': verifier({
    corp: ({ claims }) => String(claims.cid).toLowerCase() === corpId,
  }),
  'takes anything for a person': verifier({ person: pass }),
  'takes anything for a session': verifier({ session: pass }),
  'takes anything for a door': verifier({ door: pass }),
  'lets a session live for ever': verifier({ life: pass }),
  'reads what begins with a mark of byte order': verifier({
    body: ({ body, claims }) => body.replace(/^\ufeff/, '') === JSON.stringify(claims),
  }),
  'forgets when it began': verifier({ begun: pass }),
  'forgets when it ends': verifier({ notOver: pass }),
  'believes any end that is a number': verifier({
    notOver: ({ claims }) => Number(claims.exp) > nowSeconds - 30,
  }),
  'is a second too kind': verifier({
    notOver: ({ claims }) =>
      Number.isSafeInteger(claims.exp) && Number(claims.exp) >= nowSeconds - 30,
  }),
}
