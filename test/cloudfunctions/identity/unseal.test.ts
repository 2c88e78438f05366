import { codeOf } from '../../support/invoke'
import { sealAsWecom, signAsWecom } from '../../support/seal-as-wecom'
import vectors from '../../vectors/private-data.json'
import { startIdentity, type IdentityRig } from './rig'

const { sessionKey } = vectors.wecom
const otherKey = vectors.wechatSignature.sessionKey
const corpId = 'ww1234567890abcdef'
const appId = 'wx0123456789abcdef'
const number = '13800000000'
// An app that was made after 2022-06-20 is not told these.
const notTold = { mobile: undefined, email: undefined, gender: undefined }

let rigs: IdentityRig[] = []
afterEach(async () => {
  for (const rig of rigs) await rig.close()
  rigs = []
})

const setUp = async (variables: Record<string, string> = {}) => {
  const rig = await startIdentity({ MINIPROGRAM_APP_ID: appId, ...variables })
  rigs.push(rig)
  rig.tellMember(notTold)
  rig.exchangeGives(sessionKey)
  const watermark = () => ({ appid: appId, timestamp: Math.floor(rig.clock.now() / 1000) })
  const sealed = (key = sessionKey) => sealAsWecom({ mobile: number, watermark: watermark() }, key)
  const unseal = (session?: string, data: object = { kind: 'mobile', ...sealed() }) =>
    rig.ask('unseal', session, data)
  const profile = (session: string) => rig.ask('profile', session)
  return { ...rig, sealed, watermark, unseal, profile }
}

test('the number that the phone was given is opened for the one who signed in on it', async () => {
  const { enter, unseal } = await setUp()
  expect(await unseal(await enter())).toEqual({ ok: true, data: { mobile: number } })
})

test('name and gender come with the signature of what the phone shows', async () => {
  const { enter, unseal, watermark } = await setUp()
  const session = await enter()
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
    const { enter, exchangeGives, sealed, unseal } = await setUp()
    const first = await enter()
    exchangeGives(otherKey)
    const second = await enter()
    const byNewKey = { kind: 'mobile', ...sealed(otherKey) }
    expect(await unseal(first, byNewKey)).toMatchObject({
      error: { code: 'DATA_REFUSED', retry: 'signIn' },
    })
    expect(codeOf(await unseal(second, byNewKey))).toBe('ok')
  })

  test('what the phone was given before still opens by the sign-in that it was given in', async () => {
    const { enter, exchangeGives, sealed, unseal } = await setUp()
    const first = await enter()
    const before = { kind: 'mobile', ...sealed() }
    exchangeGives(otherKey)
    await enter()
    expect(codeOf(await unseal(first, before))).toBe('ok')
  })
})

describe('every failure of opening is the same answer', () => {
  test.each([
    [
      'a bent ciphertext',
      ({ encryptedData }: { encryptedData: string }) => ({
        encryptedData: (encryptedData.startsWith('A') ? 'B' : 'A') + encryptedData.slice(1),
      }),
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
    const { enter, sealed, unseal } = await setUp()
    const session = await enter()
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
    const { clock, lines, enter, sealed, unseal } = await setUp()
    const session = await enter()
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
    const { enter, sealed, unseal } = await setUp()
    const reply = await unseal(await enter(), { kind: 'mobile', ...sealed(), ...change })
    expect(codeOf(reply)).toBe('BAD_INPUT')
  })
})

test('without a session that counts, nothing is opened', async () => {
  const { unseal } = await setUp()
  expect(codeOf(await unseal(undefined))).toBe('SESSION_REFUSED')
  expect(codeOf(await unseal('a.b.c'))).toBe('SESSION_REFUSED')
})

test('ten in a minute and no more, whatever becomes of them', async () => {
  const { clock, enter, unseal } = await setUp()
  const session = await enter()
  const codes: string[] = []
  for (let n = 0; n < 12; n++) codes.push(codeOf(await unseal(session)))
  expect(codes).toEqual([...Array(10).fill('ok'), 'SLOW_DOWN', 'SLOW_DOWN'])
  clock.advance(60_000)
  expect(codeOf(await unseal(session))).toBe('ok')
})

test('without MINIPROGRAM_APP_ID the administrator is told what is missing', async () => {
  const { enter, lines, unseal } = await setUp({ MINIPROGRAM_APP_ID: '' })
  expect(codeOf(await unseal(await enter()))).toBe('NOT_CONFIGURED')
  expect(lines.join()).toContain('MINIPROGRAM_APP_ID is missing')
})

describe('what was opened is kept', () => {
  const fields = 'userId,name,departments,mobile'

  test('not at all, unless PROFILE_FIELDS lists it', async () => {
    const { enter, unseal, profile } = await setUp()
    const session = await enter()
    await unseal(session)
    expect(JSON.stringify(await profile(session))).not.toContain(number)
  })

  test('beside the profile when it does, and WeCom’s silence is no reason any more', async () => {
    const { clock, enter, unseal, profile } = await setUp({ PROFILE_FIELDS: fields })
    const session = await enter()
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
    expect(await profile(await enter())).toMatchObject(known)
  })

  test('but gives way to WeCom’s own word', async () => {
    const { clock, tellMember, enter, unseal, profile } = await setUp({ PROFILE_FIELDS: fields })
    const session = await enter()
    await unseal(session)
    tellMember({ ...notTold, mobile: '13911111111' })
    clock.advance(6 * 60_000)
    expect(await profile(session)).toMatchObject({
      data: { employee: { contact: { mobile: '13911111111' } } },
    })
  })
})
