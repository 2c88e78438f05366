/** Other back-ends of the company: the tokens for them, the keys, and what they are told when they ask. */
import { createPublicKey, verify, type JsonWebKey } from 'node:crypto'
import type { BackendToken, Reply } from '../../../typings/api'
import { identity } from '../../../cloudfunctions/identity/define'
import { createKeyRing, rotateKeyRing } from '../../../scripts/key-ring'
import { createTestClock } from '../../support/clock'
import { subscription } from '../../support/company'
import { call, codeOf } from '../../support/invoke'
import { backendsVariable, basic, introspect, payrollSecret } from '../../support/other-backend'
import { createBrowser, openSite, type Site } from './visitor'

const day = 24 * 60 * 60_000
const roles = '{"hr":{"tagIds":[2]},"dev":{"departmentIds":[1]}}'

let at: Site
const open = async (variables: Record<string, string> = {}) => {
  at = await openSite({ BACKENDS: backendsVariable, ...variables }, roles)
}
beforeEach(() => open())
afterEach(() => at.close())

const ask = async (session: string, audience: unknown) =>
  (await call(at.instance('identity', identity), {
    action: 'tokenFor',
    session,
    audience,
  })) as Reply<BackendToken>

const tokenOf = async (person: string, audience = 'payroll') => {
  const session = await at.signIn(person)
  const reply = await ask(session, audience)
  if (!reply.ok) throw new Error(reply.error.code)
  return { session, ...reply.data }
}

const partsOf = (token: string) =>
  token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>)

const keySet = async () => {
  const { headers, body } = await createBrowser(at.main, at.wecom.url, 'zhangsan').get(
    '/web/jwks.json',
  )
  return { headers, keys: (JSON.parse(body) as { keys: JsonWebKey[] }).keys }
}

describe('tokenFor', () => {
  test('names the caller to one back-end for five minutes, and says nothing more of them', async () => {
    const { token, expiresAt, lifeSeconds } = await tokenOf('zhangsan')
    const [header, claims] = partsOf(token)
    const now = at.clock.now() / 1000
    expect(header).toEqual({ alg: 'EdDSA', typ: 'gongpai-backend+jwt', kid: expect.any(String) })
    expect(claims).toEqual({
      iss: 'gongpai',
      aud: 'payroll',
      sub: 'zhangsan',
      cid: 'ww5eed000000000001',
      sid: expect.any(String),
      iat: now,
      exp: now + 300,
    })
    expect([expiresAt, lifeSeconds]).toEqual([(now + 300) * 1000, 300])
  })

  test.each([['nobody'], ['gongpai'], [''], [['payroll']], ['constructor'], ['__proto__']])(
    'issues nothing for %j, which is not configured',
    async (audience) => {
      const reply = await ask(await at.signIn('zhangsan'), audience)
      expect(reply).toMatchObject({ error: { code: 'BAD_INPUT', details: { field: 'audience' } } })
    },
  )

  test('is for employees: without a session, with a bad one, after the sign-out it is refused', async () => {
    const session = await at.signIn('zhangsan')
    await call(at.instance('identity', identity), { action: 'signOut', session })
    for (const refused of ['', 'x.y.z', session])
      expect(codeOf(await ask(refused, 'payroll'))).toBe('SESSION_REFUSED')
  })

  test('asks WeCom first where something has changed, and issues nothing for whom it refuses', async () => {
    const session = await at.signIn('zhangsan')
    await at.employees.forgetProfile('zhangsan')
    expect(codeOf(await ask(session, 'payroll'))).toBe('ok')
    at.clock.advance(1_000)
    await at.employees.forgetProfile('zhangsan')
    at.wecom.editMember('zhangsan', { status: 2 })
    expect(codeOf(await ask(session, 'payroll'))).toBe('MEMBER_DISABLED')
  })

  test('on the web takes the cookie, and nothing else', async () => {
    const browser = createBrowser(at.main, at.wecom.url, 'zhangsan')
    const post = () => browser.get('/web/token', { method: 'POST', body: 'audience=payroll' })
    expect((await post()).statusCode).toBe(401)
    await browser.visit('/web/')
    const { statusCode, body, headers } = await post()
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store'])
    const { data } = JSON.parse(body) as { data: BackendToken }
    expect((await introspect(at.main, data.token)).reply).toMatchObject({ active: true })
    expect((await browser.get('/web/token?audience=payroll')).statusCode).toBe(405)
    for (const wrong of ['audience=nobody', 'audience=payroll&audience=wiki', '']) {
      const { statusCode: status } = await browser.get('/web/token', {
        method: 'POST',
        body: wrong,
      })
      expect([wrong, status]).toEqual([wrong, 400])
    }
  })
})

describe('/web/jwks.json', () => {
  test('holds public halves alone, and may be kept for an hour at most', async () => {
    const { headers, keys } = await keySet()
    const [, seconds] = /^public, max-age=(\d+)$/.exec(headers['cache-control'] ?? '') ?? []
    expect(Number(seconds)).toBeGreaterThan(0)
    expect(Number(seconds)).toBeLessThanOrEqual(3600)
    for (const key of keys)
      expect(key).toEqual({
        kty: 'OKP',
        crv: 'Ed25519',
        kid: expect.any(String),
        use: 'sig',
        alg: 'EdDSA',
        x: expect.stringMatching(/^[\w-]{43}$/),
      })
  })

  test('verifies what is signed, and knows a key a day before it signs', async () => {
    await at.close()
    const { now } = createTestClock()
    const ring = rotateKeyRing(createKeyRing(now() - day), now())
    await open({ SESSION_KEYS: JSON.stringify(ring) })
    const { keys } = await keySet()
    const kidOf = async () => {
      const { token } = await tokenOf('zhangsan')
      const { kid } = partsOf(token)[0] ?? {}
      const key = keys.find((candidate) => candidate.kid === kid)
      const [head, body, signature = ''] = token.split('.')
      const publicKey = createPublicKey({ key: key ?? {}, format: 'jwk' })
      const isSound = verify(
        null,
        Buffer.from(`${head}.${body}`),
        publicKey,
        Buffer.from(signature, 'base64url'),
      )
      return [kid, isSound]
    }
    expect(await kidOf()).toEqual([ring[0]?.kid, true])
    at.clock.advance(day)
    // The set is the one that was fetched yesterday.
    expect(await kidOf()).toEqual([ring[1]?.kid, true])
  })
})

describe('/web/introspect', () => {
  test('tells a back-end who it is and what they are in the company now', async () => {
    const { token } = await tokenOf('zhangsan')
    const { statusCode, headers, reply } = await introspect(at.main, token)
    expect([statusCode, headers['cache-control']]).toEqual([200, 'no-store'])
    const now = at.clock.now() / 1000
    expect(reply).toEqual({
      active: true,
      iss: 'gongpai',
      aud: 'payroll',
      sub: 'zhangsan',
      cid: 'ww5eed000000000001',
      iat: now,
      exp: now + 300,
      name: '张三',
      departments: expect.arrayContaining([expect.any(Number)]),
      roles: expect.arrayContaining(['dev']),
    })
  })

  test('tells only what PROFILE_FIELDS lets out', async () => {
    await at.close()
    await open({ PROFILE_FIELDS: 'userId,name' })
    const { reply } = await introspect(at.main, (await tokenOf('zhangsan')).token)
    expect(reply).toMatchObject({ active: true, departments: [], roles: [] })
  })

  test.each([
    ['none', ''],
    ['a wrong secret', basic('payroll', 'wrong')],
    ['the secret of another', basic('payroll', 'travel-secret')],
    ['a back-end that has no secret', basic('wiki', '')],
    ['a back-end that does not exist', basic('constructor', payrollSecret)],
    [
      'the hash for the secret',
      basic('payroll', JSON.parse(backendsVariable).payroll.secretSha256),
    ],
    ['another scheme', `Bearer ${payrollSecret}`],
    ['no colon', `Basic ${Buffer.from('payroll').toString('base64')}`],
  ])('opens to nobody who shows %s', async (_, authorization) => {
    const { token } = await tokenOf('zhangsan')
    const { statusCode, headers, reply } = await introspect(at.main, token, authorization)
    expect([statusCode, reply]).toEqual([401, { error: 'invalid_client' }])
    expect(headers['www-authenticate']).toMatch(/^Basic /)
  })

  test('tells a back-end nothing of what is not for it, and not why', async () => {
    const { session, token } = await tokenOf('zhangsan')
    const { token: forTravel } = await tokenOf('zhangsan', 'travel')
    const flipped = token.replace(/.(?=[^.]*$)/, (letter) => (letter === 'A' ? 'B' : 'A'))
    for (const other of [forTravel, session, flipped, 'x', 'a.b.c', `${token}.`]) {
      const { statusCode, reply } = await introspect(at.main, other)
      expect([statusCode, reply]).toEqual([200, { active: false }])
    }
  })

  test('knows when five minutes are over', async () => {
    const { token } = await tokenOf('zhangsan')
    at.clock.advance(299_000)
    expect((await introspect(at.main, token)).reply).toMatchObject({ active: true })
    at.clock.advance(1_000)
    expect((await introspect(at.main, token)).reply).toEqual({ active: false })
  })

  test('knows within a minute of a departure and of a sign-out', async () => {
    const { session, token } = await tokenOf('zhangsan')
    const { token: ofLisi } = await tokenOf('lisi')
    for (const each of [token, ofLisi])
      expect((await introspect(at.main, each)).reply).toMatchObject({ active: true })
    await at.tell(subscription('unsubscribe', 'lisi', at.clock.now()))
    await call(at.instance('identity', identity), { action: 'signOut', session })
    at.clock.advance(60_000)
    for (const each of [token, ofLisi])
      expect((await introspect(at.main, each)).reply).toEqual({ active: false })
  })

  test('knows a session that began elsewhere a moment ago', async () => {
    await introspect(at.main, (await tokenOf('zhangsan')).token)
    const { token } = await tokenOf('zhangsan')
    expect((await introspect(at.main, token)).reply).toMatchObject({ active: true })
  })

  test('says that it does not know when the store is away for long', async () => {
    const { token } = await tokenOf('zhangsan')
    await introspect(at.main, token)
    at.setAway(true)
    at.clock.advance(50_000)
    expect((await introspect(at.main, token)).reply).toMatchObject({ active: true })
    at.clock.advance(20_000)
    expect((await introspect(at.main, token)).statusCode).toBe(503)
  })

  test('writes neither secret nor token into the log', async () => {
    const { token } = await tokenOf('zhangsan')
    await introspect(at.main, token)
    await introspect(at.main, token, basic('payroll', 'a-guess-at-the-secret'))
    const log = at.lines.join('\n')
    expect(log).toContain('"reason":"backendSecret"')
    for (const secret of [payrollSecret, token, 'a-guess-at-the-secret'])
      expect(log).not.toContain(secret)
  })
})
