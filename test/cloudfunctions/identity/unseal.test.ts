import type { Reply, SignInResult } from '../../../typings/api'
import { identity } from '../../../cloudfunctions/identity/define'
import { serveFunction } from '../../../cloudfunctions/shared/runtime/serve-function'
import { createKeyRing } from '../../../scripts/key-ring'
import { createTestClock } from '../../support/clock'
import { call, codeOf } from '../../support/invoke'
import { sealAsWecom, signAsWecom } from '../../support/seal-as-wecom'
import { startUpstream, type Upstream } from '../../support/upstream'
import seeds from '../../vectors/seed-replies.json'
import vectors from '../../vectors/private-data.json'

const { sessionKey } = vectors.wecom
const otherKey = vectors.wechatSignature.sessionKey
const corpId = 'ww1234567890abcdef'
const appId = 'wx0123456789abcdef'
const number = '13800000000'
// What an app is told that was made after 2022-06-20.
const { mobile, email, gender, ...member } = seeds['user/get ok']

let upstream: Upstream
let lines: string[]
beforeEach(async () => {
  expect([mobile, email, gender]).not.toContain(undefined)
  lines = []
  upstream = await startUpstream()
  upstream.answer('/cgi-bin/gettoken', seeds['gettoken ok'])
  upstream.answer('/cgi-bin/user/get', { ...member, department: [1] })
  upstream.answer('/cgi-bin/department/list', { errcode: 0, department: [] })
  exchangeGives(sessionKey)
})
afterEach(() => upstream.close())

const exchangeGives = (session_key: string) =>
  upstream.answer('/cgi-bin/miniprogram/jscode2session', {
    errcode: 0,
    corpid: corpId,
    userid: 'zhangsan',
    session_key,
  })

const setUp = (variables: Record<string, string> = {}) => {
  const clock = createTestClock()
  const main = serveFunction('identity', identity, {
    environment: {
      WECOM_CORP_ID: corpId,
      WECOM_AGENT_ID: '1000002',
      WECOM_CORP_SECRET: 'the-secret-of-the-app',
      WECOM_API_BASE: upstream.url,
      MINIPROGRAM_APP_ID: appId,
      STORE: 'memory',
      SESSION_KEYS: JSON.stringify(createKeyRing(Date.UTC(2026, 0, 1))),
      ...variables,
    },
    clock,
    write: (line) => lines.push(line),
  })
  let codes = 0
  const signIn = async (): Promise<string> => {
    const reply = (await call(main, {
      action: 'signIn',
      jsCode: `CODE-${++codes}`,
    })) as Reply<SignInResult>
    if (!reply.ok) throw new Error(reply.error.code)
    return reply.data.session.token
  }
  const watermark = () => ({ appid: appId, timestamp: Math.floor(clock.now() / 1000) })
  const sealed = (key = sessionKey) => sealAsWecom({ mobile: number, watermark: watermark() }, key)
  const unseal = (session: string | undefined, data: object = { kind: 'mobile', ...sealed() }) =>
    call(main, { action: 'unseal', ...(session && { session }), ...data })
  const profile = (session: string) => call(main, { action: 'profile', session })
  return { clock, signIn, sealed, watermark, unseal, profile }
}

test('the number that the phone was given is opened for the one who signed in on it', async () => {
  const { signIn, unseal } = setUp()
  expect(await unseal(await signIn())).toEqual({ ok: true, data: { mobile: number } })
})

test('name and gender come with the signature of what the phone shows', async () => {
  const { signIn, unseal, watermark } = setUp()
  const session = await signIn()
  const rawData = JSON.stringify({ name: '张三', gender: 1, language: 'zh_CN' })
  const inside = { corpid: corpId, userid: 'zhangsan', name: '张三', gender: 1 }
  const given = {
    kind: 'userInfo',
    ...sealAsWecom({ ...inside, watermark: watermark() }, sessionKey),
    rawData,
  }
  const signature = signAsWecom(rawData, sessionKey)
  expect(await unseal(session, { ...given, signature })).toEqual({
    ok: true,
    data: { name: '张三', gender: 'male' },
  })
  const forged = { ...given, signature: signAsWecom(rawData, otherKey) }
  expect(codeOf(await unseal(session, forged))).toBe('DATA_REFUSED')
})

describe('each sign-in has its own key', () => {
  test('data of a key that a later sign-in replaced says: sign in again', async () => {
    const { signIn, sealed, unseal } = setUp()
    const first = await signIn()
    exchangeGives(otherKey)
    const second = await signIn()
    const byNewKey = { kind: 'mobile', ...sealed(otherKey) }
    expect(await unseal(first, byNewKey)).toMatchObject({
      error: { code: 'DATA_REFUSED', retry: 'signIn' },
    })
    expect(codeOf(await unseal(second, byNewKey))).toBe('ok')
  })

  test('what the phone was given before still opens by the sign-in that it was given in', async () => {
    const { signIn, sealed, unseal } = setUp()
    const first = await signIn()
    const before = { kind: 'mobile', ...sealed() }
    exchangeGives(otherKey)
    await signIn()
    expect(codeOf(await unseal(first, before))).toBe('ok')
  })
})

describe('every failure of opening is the same answer', () => {
  test.each([
    [
      'a bent ciphertext',
      (data: { encryptedData: string }) => ({ encryptedData: `A${data.encryptedData.slice(1)}` }),
    ],
    ['no base64', () => ({ encryptedData: '你好' })],
    ['a short iv', () => ({ iv: 'AAAA' })],
    ['another kind', () => ({ kind: 'email' })],
    ['half a signature', () => ({ signature: 'a'.repeat(40) })],
    [
      'data of another mini program',
      () => sealAsWecom({ mobile: number, watermark: { appid: 'wx9', timestamp: 0 } }, sessionKey),
    ],
  ])('%s', async (_, change) => {
    const { signIn, sealed, unseal } = setUp()
    const session = await signIn()
    const data = sealed()
    const reply = await unseal(session, { kind: 'mobile', ...data, ...change(data) })
    const { error } = reply as unknown as { error: object }
    expect({ ...error, traceId: '' }).toEqual({
      code: 'DATA_REFUSED',
      retry: 'signIn',
      message: expect.any(String),
      traceId: '',
    })
  })

  test('too old', async () => {
    const { clock, signIn, sealed, unseal } = setUp()
    const session = await signIn()
    const data = { kind: 'mobile', ...sealed() }
    clock.advance(301_000)
    expect(codeOf(await unseal(session, data))).toBe('DATA_REFUSED')
    expect(lines.join()).toContain('"reason":"age"')
  })

  test.each([
    ['no kind', { kind: undefined }],
    ['an unknown kind', { kind: 'password' }],
    ['no data', { encryptedData: undefined }],
    ['an iv that is no text', { iv: 7 }],
  ])('but %s is no request at all', async (_, change) => {
    const { signIn, sealed, unseal } = setUp()
    const reply = await unseal(await signIn(), { kind: 'mobile', ...sealed(), ...change })
    expect(codeOf(reply)).toBe('BAD_INPUT')
  })
})

test('without a session that counts, nothing is opened', async () => {
  const { unseal } = setUp()
  expect(codeOf(await unseal(undefined))).toBe('SESSION_REFUSED')
  expect(codeOf(await unseal('a.b.c'))).toBe('SESSION_REFUSED')
})

test('ten in a minute and no more, whatever becomes of them', async () => {
  const { clock, signIn, unseal } = setUp()
  const session = await signIn()
  const codes: string[] = []
  for (let n = 0; n < 12; n++) codes.push(codeOf(await unseal(session)))
  expect(codes).toEqual([...Array(10).fill('ok'), 'SLOW_DOWN', 'SLOW_DOWN'])
  clock.advance(60_000)
  expect(codeOf(await unseal(session))).toBe('ok')
})

test('without MINIPROGRAM_APP_ID the administrator is told what is missing', async () => {
  const { signIn, unseal } = setUp({ MINIPROGRAM_APP_ID: '' })
  expect(codeOf(await unseal(await signIn()))).toBe('NOT_CONFIGURED')
  expect(lines.join()).toContain('MINIPROGRAM_APP_ID is missing')
})

describe('what was opened is kept', () => {
  const fields = 'userId,name,departments,mobile'

  test('not at all, unless PROFILE_FIELDS lists it', async () => {
    const { signIn, unseal, profile } = setUp()
    const session = await signIn()
    await unseal(session)
    expect(JSON.stringify(await profile(session))).not.toContain(number)
  })

  test('beside the profile when it does, and WeCom’s silence is no reason any more', async () => {
    const { clock, signIn, unseal, profile } = setUp({ PROFILE_FIELDS: fields })
    const session = await signIn()
    expect(await profile(session)).toMatchObject({
      data: { employee: { withheld: { mobile: 'byWecom' } } },
    })
    await unseal(session)
    const known = { data: { employee: { contact: { mobile: number } } } }
    expect(await profile(session)).toMatchObject(known)
    expect(await profile(session)).not.toHaveProperty('data.employee.withheld.mobile')
    // WeCom is asked again, still says nothing of it, and takes nothing away.
    clock.advance(6 * 60_000)
    expect(await profile(session)).toMatchObject(known)
    expect(await profile(await signIn())).toMatchObject(known)
  })

  test('but gives way to WeCom’s own word', async () => {
    const { clock, signIn, unseal, profile } = setUp({ PROFILE_FIELDS: fields })
    const session = await signIn()
    await unseal(session)
    upstream.answer('/cgi-bin/user/get', { ...member, mobile: '13911111111', department: [1] })
    clock.advance(6 * 60_000)
    expect(await profile(session)).toMatchObject({
      data: { employee: { contact: { mobile: '13911111111' } } },
    })
  })
})
