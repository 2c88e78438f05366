/** docs/backends.md: its verifiers, run as they stand there, against a token that never changes. */
import { createHmac } from 'node:crypto'
import { createBackendTokens } from '../../cloudfunctions/shared/session/backend-token'
import { signJws } from '../../cloudfunctions/shared/session/jws'
import { readKeyRing } from '../../cloudfunctions/shared/session/key-ring'
import { keySetOf } from '../../cloudfunctions/shared/session/key-set'
import { createSessionTokens } from '../../cloudfunctions/shared/session/session-token'
import vector from '../vectors/backend-token.json'
import { verifiers } from './verifiers'

// A compiler that is used for the first time.
jest.setTimeout(120_000)

// The published example of RFC 8037, appendix A: Ed25519 signs the same bytes the same way.
const d = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A'
const [published] = vector.jwks.keys
const ring = readKeyRing(
  JSON.stringify([
    { kty: 'OKP', crv: 'Ed25519', kid: 'rfc8037', signsFrom: 0, x: published?.x, d },
  ]),
)
const { audience, corpId, now, token } = vector
const clock = { now: () => now }
const holder = { userId: vector.employee, via: 'web' as const, sessionId: 'A'.repeat(22) }
const tokens = createBackendTokens({ ring, corpId, clock })
const session = createSessionTokens({ ring, corpId, agentId: 1, clock }).sign(holder, {
  issuedAt: now,
  expiresAt: now + 60_000,
})

test('the vector is what we sign and publish', () => {
  expect(tokens.sign(audience, holder).token).toBe(token)
  expect(keySetOf(ring)).toEqual(vector.jwks)
})

const [head = '', body = '', signature = ''] = token.split('.')
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const headOf = (changes: object) =>
  part({ alg: 'EdDSA', typ: 'gongpai-backend+jwt', kid: 'rfc8037', ...changes })
const byHmac = () => {
  const signed = `${headOf({ alg: 'HS256' })}.${body}`
  return `${signed}.${createHmac('sha256', published?.x ?? '')
    .update(signed)
    .digest('base64url')}`
}
const resigned = (typ: string) => {
  const key = ring.signingAt(now / 1000)
  if (!key) throw new Error('no key')
  return signJws(typ, key, JSON.parse(Buffer.from(body, 'base64url').toString()) as object)
}

const refused: Readonly<Record<string, string>> = {
  'for another back-end': tokens.sign('wiki', holder).token,
  'of another corp': createBackendTokens({ ring, corpId: 'ww2', clock }).sign(audience, holder)
    .token,
  'a session of ours': session,
  'a token of ours of another kind': resigned('gongpai-other+jwt'),
  'not signed at all': `${headOf({ alg: 'none' })}.${body}.`,
  'signed with the public key as a secret': byHmac(),
  'by a key that nobody published': `${headOf({ kid: 'other' })}.${body}.${signature}`,
  'with no kid': `${headOf({ kid: undefined })}.${body}.${signature}`,
  'with a changed signature': `${head}.${body}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
  'with half a signature': `${head}.${body}.${signature.slice(0, 43)}`,
  'with another body': `${head}.${part({ ...JSON.parse(Buffer.from(body, 'base64url').toString()), sub: 'lisi' })}.${signature}`,
  'with something behind it': `${token}.`,
  'with a head that is a list': `${part([])}.${body}.${signature}`,
  'with a head that is nothing': `${part(null)}.${body}.${signature}`,
  'with a head that is no JSON': `${Buffer.from('{').toString('base64url')}.${body}.${signature}`,
  'with characters of no alphabet': `${head}.${body}.***`,
  'of two parts': `${head}.${body}`,
  'of empty parts': '..',
  'of no letters': '',
}

describe.each(verifiers)('the verifier in $language', ({ isHere, judge }) => {
  const testHere = isHere ? test : test.skip

  testHere('takes the token of the vector for its five minutes, and refuses all else', () => {
    const cases = [
      { token, now },
      { token, now: now + 299_000 },
      { token, now: now + 300_000 },
      ...Object.values(refused).map((one) => ({ token: one, now })),
    ]
    const verdicts = judge({ keys: vector.jwks.keys, audience, corpId, cases })
    expect(verdicts.slice(0, 3)).toEqual([vector.employee, vector.employee, null])
    const names = Object.keys(refused)
    expect(names.filter((_, place) => verdicts[place + 3] !== null)).toEqual([])
    expect(verdicts).toHaveLength(cases.length)
  })
})
