import { createRoutes } from '../../../../simulator/wecom/cgi-bin/routes'
import { withDefaults } from '../../../../simulator/wecom/options'
import { createWorld } from '../../../../simulator/wecom/state/world'
import { agentId, corpId, start, type Running } from '../running'

let wecom: Running
const call = (access_token: string) => wecom.api('department/list', { access_token })

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

const routes = createRoutes(createWorld(withDefaults({})))
const paths = [...routes]
  .filter(([, { access }]) => access === 'token')
  .map(([path]) => path.slice('/cgi-bin/'.length))

test.each(paths)('%s wants a token, and one that was issued here', async (path) => {
  expect((await wecom.api(path)).errcode).toBe(41001)
  expect((await wecom.api(path, { access_token: 'made-up' })).errcode).toBe(40014)
})

test.each(paths)(
  '%s refuses a caller outside the trusted IPs, and names the address',
  async (path) => {
    const access_token = await wecom.accessToken()
    wecom.setApp({ trustedIps: ['203.0.113.7'] })
    const reply = await wecom.api(path, { access_token })
    expect(reply.errcode).toBe(60020)
    expect(reply.errmsg).toMatch(/^not allow to access from your ip, .*from ip: 127\.0\.0\.1,/)
  },
)

test('a token answers 42001 from the second its life is over', async () => {
  const accessToken = await wecom.accessToken()
  wecom.clock.advance(7199)
  expect((await call(accessToken)).errcode).toBe(0)
  wecom.clock.advance(1)
  expect((await call(accessToken)).errcode).toBe(42001)
})

test('a token that was taken back early answers 40014, and the next gettoken gives a new one', async () => {
  const accessToken = await wecom.accessToken()
  expect(wecom.invalidateTokens(corpId, agentId)).toBe(1)
  expect((await call(accessToken)).errcode).toBe(40014)
  const next = await wecom.accessToken()
  expect(next).not.toBe(accessToken)
  expect((await call(next)).errcode).toBe(0)
})

test('a token that was taken back early can answer 42001', async () => {
  await wecom.close()
  wecom = await start({ choices: { invalidatedToken: 42001 } })
  const accessToken = await wecom.accessToken()
  wecom.invalidateTokens(corpId, agentId)
  expect((await call(accessToken)).errcode).toBe(42001)
})

test('the life of a token can be set', async () => {
  await wecom.close()
  wecom = await start({ tokenLifeSeconds: 4 })
  const accessToken = await wecom.accessToken()
  wecom.clock.advance(4)
  expect((await call(accessToken)).errcode).toBe(42001)
})

test('a disabled app is refused although its token lives', async () => {
  const accessToken = await wecom.accessToken()
  wecom.setApp({ enabled: false })
  expect((await call(accessToken)).errcode).toBe(50003)
})

test('an address on the list of trusted IPs may call, and null lifts the list', async () => {
  const accessToken = await wecom.accessToken()
  wecom.setApp({ trustedIps: ['203.0.113.7', '127.0.0.1'] })
  expect((await call(accessToken)).errcode).toBe(0)
  wecom.setApp({ trustedIps: [] })
  expect((await call(accessToken)).errcode).toBe(60020)
  wecom.setApp({ trustedIps: null })
  expect((await call(accessToken)).errcode).toBe(0)
})

test('a change of trusted IPs takes its time when that is asked for', async () => {
  await wecom.close()
  wecom = await start({ trustedIpDelaySeconds: 60 })
  const accessToken = await wecom.accessToken()
  wecom.setApp({ trustedIps: ['203.0.113.7'] })
  wecom.clock.advance(59)
  expect((await call(accessToken)).errcode).toBe(0)
  wecom.clock.advance(1)
  expect((await call(accessToken)).errcode).toBe(60020)
})

test.each(['reset', 'a restored snapshot'])(
  '%s waits for no minute, however far the clock was ahead',
  async (way) => {
    await wecom.close()
    wecom = await start({ trustedIpDelaySeconds: 60 })
    wecom.snapshots.take('before')
    wecom.clock.advance(7200)
    wecom.setApp({ trustedIps: ['203.0.113.7'] })
    wecom.clock.advance(60)
    expect((await call(await wecom.accessToken())).errcode).toBe(60020)
    if (way === 'reset') wecom.reset()
    else wecom.snapshots.restore('before')
    expect((await call(await wecom.accessToken())).errcode).toBe(0)
  },
)
