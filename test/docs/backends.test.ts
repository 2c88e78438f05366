/** docs/backends.md: its verifier, run as it stands there, against a token that never changes. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createBackendTokens } from '../../cloudfunctions/shared/session/backend-token'
import { readKeyRing } from '../../cloudfunctions/shared/session/key-ring'
import { keySetOf } from '../../cloudfunctions/shared/session/key-set'
import { createSessionTokens } from '../../cloudfunctions/shared/session/session-token'
import { inRoot } from '../../scripts/paths'
import vector from '../vectors/backend-token.json'

const [, verifier = ''] =
  /```js\n(.*?)```/s.exec(readFileSync(inRoot('docs', 'backends.md'), 'utf8')) ?? []

// The published example of RFC 8037, appendix A: Ed25519 signs the same bytes the same way.
const d = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A'
const [published] = vector.jwks.keys
const ring = readKeyRing(
  JSON.stringify([
    { kty: 'OKP', crv: 'Ed25519', kid: 'rfc8037', signsFrom: 0, x: published?.x, d },
  ]),
)
const { audience, corpId, now } = vector
const clock = { now: () => now }
const holder = { userId: vector.employee, via: 'web' as const, sessionId: 'A'.repeat(22) }
const tokens = createBackendTokens({ ring, corpId, clock })
const session = createSessionTokens({ ring, corpId, agentId: 1, clock }).sign(holder, {
  issuedAt: now,
  expiresAt: now + 60_000,
})

/** What the verifier of the page makes of each token. */
const judge = (cases: { token: string; now: number }[]): unknown => {
  const asked = JSON.stringify(
    cases.map((one) => ({ keys: vector.jwks.keys, audience, corpId, ...one })),
  )
  const program = `${verifier}
const judge = ({ token, ...rest }) => { try { return employeeOf(token, rest) } catch { return null } }
console.log(JSON.stringify(${asked}.map(judge)))`
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }),
  )
}

test('the vector is what we sign and publish', () => {
  expect(tokens.sign(audience, holder).token).toBe(vector.token)
  expect(keySetOf(ring)).toEqual(vector.jwks)
})

test('the verifier of the page takes what is for it, and refuses everything else', () => {
  const { token } = vector
  const [head = '', body = '', signature = ''] = token.split('.')
  const none = Buffer.from('{"alg":"none","typ":"gongpai-backend+jwt","kid":"rfc8037"}')
  const elsewhere = createBackendTokens({ ring, corpId: 'ww2', clock })
  const refused = [
    tokens.sign('wiki', holder).token,
    elsewhere.sign(audience, holder).token,
    session,
    `${none.toString('base64url')}.${body}.`,
    `${head}.${body}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
    `${token}.`,
    '',
  ].map((one) => ({ token: one, now }))
  const verdicts = judge([
    { token, now },
    { token, now: now + 299_000 },
    { token, now: now + 300_000 },
    ...refused,
  ])
  expect(verdicts).toEqual([vector.employee, vector.employee, null, ...refused.map(() => null)])
})
