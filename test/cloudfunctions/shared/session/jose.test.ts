import { execFileSync } from 'node:child_process'
import { readKeyRing } from '../../../../cloudfunctions/shared/session/key-ring'
import { createSessionTokens } from '../../../../cloudfunctions/shared/session/session-token'
import { createKeyRing } from '../../../../scripts/key-ring'

// jose 6 is an ES module: it runs in a node of its own, as another back-end would.
const askJose = (script: string, input: object): string =>
  execFileSync(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(input)], {
    encoding: 'utf8',
    cwd: process.cwd(),
  })

const keys = createKeyRing()
const ring = readKeyRing(JSON.stringify(keys))
const tokens = createSessionTokens({ ring, corpId: 'ww1', agentId: 1, clock: { now: Date.now } })

test('jose verifies what we sign', () => {
  const token = tokens.sign(
    { userId: 'zhangsan', via: 'wecom-miniprogram', sessionId: 'A'.repeat(22) },
    { issuedAt: Date.now(), expiresAt: Date.now() + 1_800_000 },
  )
  const verified = askJose(
    `import { importJWK, jwtVerify } from 'jose'
     const { key, token } = JSON.parse(process.argv[1])
     const { payload } = await jwtVerify(token, await importJWK(key, 'EdDSA'), {
       issuer: 'gongpai', audience: 'gongpai', typ: 'gongpai-session+jwt', algorithms: ['EdDSA'],
     })
     console.log(payload.sub)`,
    { key: { ...keys[0], d: undefined }, token },
  )
  expect(verified.trim()).toBe('zhangsan')
})

const signWithJose = (header: object, claims: object): string =>
  askJose(
    `import { importJWK, SignJWT } from 'jose'
     const { key, header, claims } = JSON.parse(process.argv[1])
     console.log(await new SignJWT(claims).setProtectedHeader(header).sign(await importJWK(key, 'EdDSA')))`,
    { key: keys[0], header, claims },
  ).trim()

const now = Math.floor(Date.now() / 1000)
const { kid } = keys[0] as { kid: string }
const header = { alg: 'EdDSA', typ: 'gongpai-session+jwt', kid }
const claims = {
  iss: 'gongpai',
  aud: 'gongpai',
  sub: 'zhangsan',
  cid: 'ww1',
  aid: 1,
  via: 'wecom-miniprogram',
  sid: 'A'.repeat(22),
  iat: now,
  exp: now + 1800,
}

test('we verify what jose signs by our rules', () => {
  expect(tokens.read(signWithJose(header, claims))).toHaveProperty('holder')
})

test.each([
  ['a token of another kind', { ...header, typ: 'gongpai-other+jwt' }, claims],
  ['a header in another order', { kid, typ: header.typ, alg: 'EdDSA' }, claims],
  ['another audience', header, { ...claims, aud: 'reports' }],
  ['a user id that is no text', header, { ...claims, sub: ['zhangsan'] }],
  ['an end that is text', header, { ...claims, exp: String(claims.exp) }],
  ['no session id', header, { ...claims, sid: undefined }],
])('well signed, but %s: refused', (_, otherHeader, otherClaims) => {
  expect(tokens.read(signWithJose(otherHeader, otherClaims))).toHaveProperty('refusal')
})
