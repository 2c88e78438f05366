import { agentId, corpId, secret } from '../running'
import { startCalled, type Called } from './calling'

let wecom: Called
const call: Called['call'] = (request, body) => wecom.call(request, body)

beforeEach(async () => {
  wecom = await startCalled()
})
afterEach(() => wecom.close())

test('apps are told without their secrets unless asked', async () => {
  const { body } = await call('GET /apps')
  expect(body['apps']).toMatchObject([{ agentId, name: '工牌', enabled: true }])
  expect(JSON.stringify(body)).not.toContain(secret)
  const asked = await call(`GET /apps/${agentId}?secrets=show`)
  expect(asked.body).toMatchObject({ app: { secret } })
})

test('the secret is reset', async () => {
  const { body } = await call(`POST /apps/${agentId}/secret`)
  const old = await wecom.api('gettoken', { corpid: corpId, corpsecret: secret })
  expect(old.errcode).toBe(40001)
  const fresh = await wecom.api('gettoken', { corpid: corpId, corpsecret: String(body['secret']) })
  expect(fresh.errcode).toBe(0)
})

test('what is set is in force at once, and the rest stays', async () => {
  const access_token = await wecom.accessToken()
  const ask = async () => (await wecom.api('user/get', { access_token, userid: 'lisi' })).errcode
  const set = async (settings: object) => {
    expect((await call(`PATCH /apps/${agentId}`, settings)).status).toBe(200)
    return ask()
  }
  expect(await set({ visibleRange: { departments: [7], members: [] } })).toBe(60111)
  expect(await set({ visibleRange: { members: ['lisi'] } })).toBe(0)
  expect(await set({ trustedIps: ['203.0.113.7'] })).toBe(60020)
  expect(await set({ trustedIps: null })).toBe(0)
  expect(await set({ enabled: false })).toBe(50003)
  expect(await set({ enabled: true, miniProgram: { linked: 'refused' } })).toBe(0)
  expect((await wecom.exchange()).errcode).toBe(90206)
  expect(await set({ legacyFields: true, linked: true })).toBe(0)
  expect(wecom.company().apps[0]).toMatchObject({
    visibleRange: { departments: [7], members: ['lisi'] },
    miniProgram: { appId: 'wx5eed000000000001', linked: true },
  })
})

test.each([
  [{ trustedIps: ['nowhere'] }, 400, 'no IP address'],
  [{ createdAt: 'yesterday' }, 400, 'createdAt'],
  [{ agentId: 7 }, 400, 'agentId stays'],
  [{ miniProgram: { linked: 'maybe' } }, 400, 'linked must be one of'],
  [{ colour: 'red' }, 400, '"colour" is not known here'],
])('%j is %i', async (settings, status, why) => {
  const before = wecom.company()
  expect(await call(`PATCH /apps/${agentId}`, settings)).toEqual({
    status,
    body: { error: expect.stringContaining(why) },
  })
  expect(wecom.company()).toEqual(before)
})

test('tokens are taken back early', async () => {
  const access_token = await wecom.accessToken()
  expect((await call(`POST /apps/${agentId}/invalidate-tokens`)).body).toEqual({ invalidated: 1 })
  expect((await wecom.api('user/get', { access_token, userid: 'lisi' })).errcode).toBe(40014)
  expect((await call('POST /apps/7/invalidate-tokens')).status).toBe(404)
})
