import { company, corpId, start, type Running, type WireReply } from '../running'
import {
  authorizePath,
  callback,
  createVisitor,
  desktopUserAgent,
  goodLink,
  wechatUserAgent,
} from './visitor'

let wecom: Running
beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

const zhangsan = () => createVisitor(wecom).become('zhangsan')
const getuserinfo = async (code: string | undefined): Promise<WireReply> =>
  wecom.api('auth/getuserinfo', { access_token: await wecom.accessToken(), code: code ?? '' })

describe('the silent link', () => {
  test('leads back at once, with code and state in this order', async () => {
    const shown = await (await zhangsan()).authorize()
    expect(shown.status).toBe(302)
    expect(shown.location).toMatch(
      /^http:\/\/127\.0\.0\.1:8787\/web\/callback\?code=[\w-]{32}&state=state123$/,
    )
    expect(await getuserinfo(shown.code)).toEqual({ errcode: 0, errmsg: 'ok', userid: 'zhangsan' })
  })

  test('gives each visit a code of its own', async () => {
    const visitor = await zhangsan()
    expect((await visitor.authorize()).code).not.toBe((await visitor.authorize()).code)
  })

  test.each([
    ['?page=3', '/cb?page=3', /\/cb\?page=3&code=[\w-]+&state=state123$/],
    ['a query spelled by hand', '/cb?q=%e5%bc%a0+x', /\/cb\?q=%e5%bc%a0\+x&code=/],
    ['a fragment', '/app#/home', /\/app\?code=[\w-]+&state=state123#\/home$/],
  ])('keeps %s of the page', async (_what, page, expected) => {
    const shown = await (
      await zhangsan()
    ).authorize({ redirect_uri: `http://127.0.0.1:8787${page}` })
    expect(shown.location).toMatch(expected)
  })

  test('needs no agentid, and no state', async () => {
    const shown = await (await zhangsan()).authorize({ agentid: undefined, state: undefined })
    expect(shown.location).toMatch(/\/callback\?code=[\w-]+$/)
    expect(await getuserinfo(shown.code)).toMatchObject({ errcode: 0, userid: 'zhangsan' })
  })
})

describe('a link that is not right shows a page and leads nowhere', () => {
  test.each<[string, Record<string, string | undefined>, string]>([
    ['a foreign appid', { appid: 'ww5eed0000000000ff' }, 'appid参数错误'],
    ['no appid', { appid: undefined }, 'appid参数错误'],
    ['another response_type', { response_type: 'token' }, 'response_type参数错误'],
    ['another scope', { scope: 'snsapi_login' }, 'scope参数错误'],
    ['an agentid of nobody', { agentid: '1000009' }, 'agentid参数错误'],
    ['an agentid that is none', { agentid: '1e6' }, 'agentid参数错误'],
    ['no redirect_uri', { redirect_uri: undefined }, 'redirect_uri参数错误'],
    ['a path for a redirect_uri', { redirect_uri: '/callback' }, 'redirect_uri参数错误'],
    [
      'a script for a redirect_uri',
      { redirect_uri: 'javascript:alert(1)' },
      'redirect_uri参数错误',
    ],
    ['another host', { redirect_uri: 'http://example.com/callback' }, 'redirect_uri参数错误'],
    ['another port', { redirect_uri: 'http://127.0.0.1:8788/callback' }, 'redirect_uri参数错误'],
    ['no port', { redirect_uri: 'http://127.0.0.1/callback' }, 'redirect_uri参数错误'],
    ['a sub-domain', { redirect_uri: 'http://a.localhost:8787/' }, 'redirect_uri参数错误'],
    [
      'a trusted host before the @',
      { redirect_uri: 'http://127.0.0.1:8787@example.com/' },
      'redirect_uri参数错误',
    ],
  ])('%s', async (_what, changes, title) => {
    const shown = await (await zhangsan()).authorize(changes)
    expect(shown).toMatchObject({ status: 200, location: null })
    expect(shown.text).toContain(`<h1>${title}</h1>`)
  })

  test.each([
    ['a hyphen', 'a-b'],
    ['Chinese', '状态'],
    ['129 characters', 'a'.repeat(129)],
  ])('84025: %s in the state', async (_what, state) => {
    const shown = await (await zhangsan()).authorize({ state })
    expect(shown.text).toContain('84025')
    expect(wecom.requests().at(-1)).toMatchObject({ errcode: 84025, status: 200 })
  })

  test('128 letters and digits are a state', async () => {
    const state = 'aZ09'.repeat(32)
    expect((await (await zhangsan()).authorize({ state })).state).toBe(state)
  })

  test('a #wechat_redirect that was encoded is told as what it is', async () => {
    const shown = await (await zhangsan()).authorize({ state: 'abc#wechat_redirect' })
    expect(shown.text).toContain('the &#34;#&#34; of #wechat_redirect was encoded')
  })

  test('a disabled app', async () => {
    wecom.setApp({ enabled: false })
    expect((await (await zhangsan()).authorize()).text).toContain('应用已停用')
  })

  test('the explanation names the domains that are trusted', async () => {
    const shown = await (await zhangsan()).authorize({ redirect_uri: 'https://pages.example.com/' })
    expect(shown.text).toContain('127.0.0.1:8787, localhost:8787')
  })

  test('whatever came in the address comes back as text', async () => {
    const shown = await (await zhangsan()).get(`${authorizePath}?appid=<script>&lang="><img>`)
    expect(shown.text).not.toMatch(/<script|<img/)
  })
})

describe('two apps of one corp', () => {
  const second = { agentId: 1000003, secret: 'invented-secret-of-a-second-app' }
  const tokenOf = async (secret: string) =>
    String((await wecom.api('gettoken', { corpid: corpId, corpsecret: secret }))['access_token'])

  beforeEach(async () => {
    await wecom.close()
    const two = company()
    const [badge] = two.apps
    if (!badge) throw new Error('the seed company has an app')
    const { miniProgram: _mini, ...rest } = badge
    two.apps.push({ ...rest, ...second, name: '考勤', trustedDomains: ['attend.example.com'] })
    wecom = await start({ company: two })
  })

  test('the link of one with the page of the other is refused, and the other is named', async () => {
    const shown = await (
      await zhangsan()
    ).authorize({
      redirect_uri: 'https://attend.example.com/cb',
    })
    expect(shown.text).toContain('is trusted by 考勤, not by this app')
  })

  test('50001, unspent: the code of one exchanged with the token of the other', async () => {
    const { code = '' } = await (await zhangsan()).authorize()
    const access_token = await tokenOf(second.secret)
    expect((await wecom.api('auth/getuserinfo', { access_token, code })).errcode).toBe(50001)
    expect(await getuserinfo(code)).toMatchObject({ errcode: 0 })
  })

  test('40029, unspent: the same where both trust the page', async () => {
    wecom.setApp({ trustedDomains: ['127.0.0.1:8787'] }, { agentId: second.agentId })
    const { code = '' } = await (await zhangsan()).authorize()
    const access_token = await tokenOf(second.secret)
    expect((await wecom.api('auth/getuserinfo', { access_token, code })).errcode).toBe(40029)
    expect(await getuserinfo(code)).toMatchObject({ errcode: 0 })
  })

  test('a link without agentid may lead to the page of either', async () => {
    const visitor = await zhangsan()
    for (const redirect_uri of ['https://attend.example.com/cb', callback]) {
      expect((await visitor.authorize({ agentid: undefined, redirect_uri })).status).toBe(302)
    }
  })

  test('an untrusted page can show at the exchange instead', async () => {
    await wecom.close()
    wecom = await start({ choices: { untrustedDomain: 'exchange' } })
    const { code } = await (
      await zhangsan()
    ).authorize({ redirect_uri: 'https://other.example/cb' })
    expect(await getuserinfo(code)).toMatchObject({ errcode: 50001 })
  })
})

describe('who is there', () => {
  test('WeCom with nobody in it asks who it is, and then goes on', async () => {
    const visitor = createVisitor(wecom)
    const asked = await visitor.authorize()
    expect(asked.text).toContain('谁在使用这台手机？')
    expect(asked.text).toContain(`value="${corpId}/zhangsan"`)
    const chosen = await visitor.post(authorizePath, goodLink, [['as', `${corpId}/lisi`]])
    expect(chosen.location).toBe(`${authorizePath}?${new URLSearchParams(goodLink)}`)
    expect(await getuserinfo((await visitor.authorize()).code)).toMatchObject({ userid: 'lisi' })
  })

  test('a person whom nobody knows is not believed', async () => {
    const visitor = createVisitor(wecom)
    const shown = await visitor.post(authorizePath, goodLink, [['as', `${corpId}/nobody`]])
    expect(shown.text).toContain('没有这个人')
    expect((await visitor.authorize()).text).toContain('谁在使用这台手机？')
  })

  test.each([
    ['a browser on a computer', desktopUserAgent],
    ['WeChat', wechatUserAgent],
  ])('%s is sent to the WeCom client', async (_what, userAgent) => {
    const shown = await createVisitor(wecom, userAgent).authorize()
    expect(shown.text).toContain('<h1>请在企业微信客户端打开链接</h1>')
  })

  test('a browser is offered the simulated WeCom, WeChat is not', async () => {
    const browser = createVisitor(wecom, desktopUserAgent)
    expect((await browser.authorize()).text).toContain('在模拟的企业微信中打开')
    expect((await browser.authorize({ _sim_pick: '1' })).text).toContain('谁在使用这台手机？')
    const wechat = createVisitor(wecom, wechatUserAgent)
    expect((await wechat.authorize({ _sim_pick: '1' })).text).not.toContain('模拟的企业微信')
  })

  test('who has left the contacts meanwhile is nobody', async () => {
    const visitor = await zhangsan()
    const { code } = await visitor.authorize()
    wecom.removeMember('zhangsan')
    expect(await getuserinfo(code)).toMatchObject({ errcode: 40029 })
    expect((await visitor.authorize()).text).toContain('谁在使用这台手机？')
  })

  test('the list can be searched by name, id and department, and says who is not visible', async () => {
    const visitor = createVisitor(wecom)
    for (const [wanted, expected] of [
      ['张三', 'zhangsan'],
      ['WEIGUO', 'weiguohua'],
      ['财务', 'caozheng'],
      ['远帆', 'zhengyuan'],
    ] as const) {
      const { text } = await visitor.authorize({ _sim_find: wanted })
      expect(text).toContain(`/${expected}"`)
      expect(text).not.toContain('/sumeilin"')
    }
    expect((await visitor.authorize({ _sim_find: '魏国华' })).text).toContain('可见范围外')
    expect((await visitor.authorize({ _sim_find: 'zzz' })).text).toContain('没有找到')
  })

  test('another site cannot say who is there', async () => {
    const visitor = createVisitor(wecom)
    const choice: [string, string][] = [['as', `${corpId}/lisi`]]
    for (const [name, value] of [
      ['Origin', 'https://evil.example'],
      ['Sec-Fetch-Site', 'cross-site'],
    ] as const) {
      const shown = await visitor.post(authorizePath, goodLink, choice, { [name]: value })
      expect(shown.status).toBe(403)
    }
  })

  test('the pages speak English where the link says so', async () => {
    expect((await createVisitor(wecom).authorize({ lang: 'en' })).text).toContain(
      'Whose phone is this?',
    )
    expect((await (await zhangsan()).authorize({ lang: 'en', appid: 'x' })).text).toContain(
      'Invalid appid',
    )
  })
})

test('a visit is noted without redirect_uri, state and code', async () => {
  await (await zhangsan()).authorize()
  const entry = wecom.requests().at(-1)
  expect(entry).toMatchObject({
    path: authorizePath,
    status: 302,
    query: {
      appid: corpId,
      scope: 'snsapi_base',
      redirect_uri: '[hidden]',
      state: '[hidden]',
    },
  })
})

test('no page allows a script, an image or a frame of another site', async () => {
  const response = await fetch(`${wecom.url}${authorizePath}?appid=x`)
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/script-src|unsafe|\*/)
})
