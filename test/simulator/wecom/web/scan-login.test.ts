import { agentId, corpId, start, type Running } from '../running'
import { callback, createVisitor, desktopUserAgent, type Visitor } from './visitor'

let wecom: Running
let visitor: Visitor
beforeEach(async () => {
  wecom = await start()
  visitor = createVisitor(wecom, desktopUserAgent)
})
afterEach(() => wecom.close())

const path = '/wwlogin/sso/login'
const goodLink = {
  login_type: 'CorpApp',
  appid: corpId,
  agentid: String(agentId),
  redirect_uri: callback,
  state: 'a state, as it is',
}
const scanAs = (name: string, decision?: 'allow' | 'refuse') =>
  visitor.post(path, goodLink, [
    ['as', name],
    ...(decision ? [['decision', decision] as [string, string]] : []),
  ])
const whoIs = async (code: string | undefined) =>
  wecom.api('auth/getuserinfo', { access_token: await wecom.accessToken(), code: code ?? '' })

test('shows a drawing and whose phone may scan it, in any browser', async () => {
  const { status, text } = await visitor.get(path, goodLink)
  expect(status).toBe(200)
  expect(text).toContain('<svg class="drawing"')
  expect(text).toContain('示意图，不必真的扫描')
  expect(text).toContain(`value="${corpId}/zhangsan"`)
})

test('asks on the phone, and leads back with code and state', async () => {
  const asked = await scanAs('zhangsan')
  expect(asked.location).toBeNull()
  expect(asked.text).toContain('即将登录')
  const { code, state } = await scanAs('zhangsan', 'allow')
  expect(state).toBe(goodLink.state)
  expect(await whoIs(code)).toEqual({ errcode: 0, errmsg: 'ok', userid: 'zhangsan' })
})

test('refused on the phone: back with the state alone', async () => {
  const { location } = await scanAs('zhangsan', 'refuse')
  expect(location).toBe(`${callback}?state=a%20state%2C%20as%20it%20is`)
})

test.each([
  ['a member outside the visible range', 'weiguohua'],
  ['a member of another corp', 'zhengyuan'],
  ['a visitor', 'fangke'],
])('%s has no permission', async (_what, name) => {
  for (const decision of [undefined, 'allow'] as const) {
    const shown = await scanAs(name, decision)
    expect(shown.location).toBeNull()
    expect(shown.text).toContain('<h1>无权限访问</h1>')
  }
})

test('whoever scans is not remembered: the computer is not their phone', async () => {
  await scanAs('zhangsan', 'allow')
  expect((await visitor.authorize()).text).toContain('请在企业微信客户端打开链接')
})

test.each<[string, number, Record<string, string | undefined>]>([
  ['another login_type', -31040, { login_type: 'WebApp' }],
  ['service providers', -31034, { login_type: 'ServiceApp' }],
  ['a foreign appid', -31027, { appid: 'ww5eed0000000000ff' }],
  ['no agentid', -31028, { agentid: undefined }],
  ['no redirect_uri', -31035, { redirect_uri: undefined }],
  ['another domain', -31039, { redirect_uri: 'https://example.com/cb' }],
])('%s: %i', async (_what, errcode, changes) => {
  const shown = await visitor.get(path, { ...goodLink, ...changes })
  expect(shown.text).toContain(`<p class="line">${errcode}</p>`)
  expect(wecom.requests().at(-1)).toMatchObject({ errcode })
})

describe('the login domain (授权登录回调域)', () => {
  const redirect_uri = 'https://login.example.com/cb'
  beforeEach(() => wecom.setApp({ loginDomains: ['login.example.com'] }))

  test('is enough for the scan login, and for the exchange of its code', async () => {
    const shown = await visitor.post(path, { ...goodLink, redirect_uri }, [
      ['as', 'zhangsan'],
      ['decision', 'allow'],
    ])
    expect(shown.location).toMatch(/^https:\/\/login\.example\.com\/cb\?code=/)
    expect(await whoIs(shown.code)).toMatchObject({ userid: 'zhangsan' })
  })

  test('is not enough for authorize', async () => {
    await visitor.become('zhangsan')
    expect((await visitor.authorize({ redirect_uri })).text).toContain('redirect_uri参数错误')
  })

  test('-31020: what is neither', async () => {
    const shown = await visitor.get(path, { ...goodLink, redirect_uri: 'https://example.com/' })
    expect(shown.text).toContain('-31020')
  })
})

test('the older qrConnect does the same, without a login_type', async () => {
  const { login_type: _type, ...oldLink } = goodLink
  const shown = await visitor.post('/wwopen/sso/qrConnect', oldLink, [
    ['as', 'zhangsan'],
    ['decision', 'allow'],
  ])
  expect(await whoIs(shown.code)).toMatchObject({ userid: 'zhangsan' })
})
