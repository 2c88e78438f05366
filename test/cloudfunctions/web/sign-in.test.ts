import { createBrowser, openSite, site, userAgents, type Site } from './visitor'

let at: Site
beforeEach(async () => {
  at = await openSite({}, '{"hr":{"tagIds":[2]}}')
})
afterEach(() => at.close())

const browserOf = (person: string, userAgent?: string) =>
  createBrowser(at.main, at.wecom.url, person, userAgent)
const visitors = ['fangke', 'luren', 'ww5eed000000000002/zhengyuan', 'ww5eed000000000003/heliang']
const upstream = () =>
  at.lines
    .filter((line) => line.includes('"upstream"'))
    .map((line) => String(/"path":"([^"]+)/.exec(line)?.[1]))
const stateOf = (location = '') => new URL(location).searchParams.get('state') ?? ''

describe('a first visit', () => {
  test('goes to WeCom by the documented address, to the letter', async () => {
    const answer = await browserOf('zhangsan').get('/web/signin?to=/web/')
    expect(answer.statusCode).toBe(303)
    const location = answer.headers.location ?? ''
    const state = stateOf(location)
    expect(state).toMatch(/^[a-zA-Z0-9]{73}$/)
    expect(location).toBe(
      'https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww5eed000000000001' +
        '&redirect_uri=https%3A%2F%2Fbadge.example.com%2Fweb%2Fcallback&response_type=code' +
        `&scope=snsapi_base&state=${state}&agentid=1000002#wechat_redirect`,
    )
  })

  test('says where it wants to go in an alphabet that nobody spells anew', async () => {
    const { headers } = await browserOf('zhangsan').get(
      '/web/signin?to=/web/%3Fof%3D%25E6%259D%258E',
    )
    const redirectUri = new URL(headers.location ?? '').searchParams.get('redirect_uri')
    const to = Buffer.from('/web/?of=%E6%9D%8E').toString('base64url')
    expect(redirectUri).toBe(`${site}/web/callback?to=${to}`)
    expect(headers.location).toContain(
      `&redirect_uri=https%3A%2F%2Fbadge.example.com%2Fweb%2Fcallback%3Fto%3D${to}&response_type=code`,
    )
  })

  test('ends at the badge, with one cookie for this host alone', async () => {
    const browser = browserOf('zhangsan')
    const { statusCode, body, at: address, hops } = await browser.visit('/web/')
    expect([statusCode, address]).toEqual([200, '/web/'])
    expect(hops).toEqual(['/web/', '/web/signin', '/web/callback', '/web/'])
    expect(body).toContain('张三')
    expect(body).toContain('基础架构组')
    expect(browser.cookie).toMatch(/^__Host-gongpai=/)
  })

  test('sets its cookie so that no script, no other site and no other path gets it', async () => {
    const { headers } = await browserOf('zhangsan').get('/web/signin')
    expect(headers['set-cookie']).toMatch(
      /^__Host-gongpai=[\w.-]+; Max-Age=28800; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    )
  })

  test('asks WeCom twice with a warm token, and a return not at all', async () => {
    await browserOf('lisi').visit('/web/')
    at.lines.length = 0
    const browser = browserOf('zhangsan')
    await browser.visit('/web/')
    expect(upstream()).toEqual(['/cgi-bin/auth/getuserinfo', '/cgi-bin/user/get'])
    at.lines.length = 0
    await browser.visit('/web/')
    expect(upstream()).toEqual([])
  })

  test('asks WeCom once where the profile is fresh', async () => {
    await at.signIn('zhangsan')
    at.lines.length = 0
    await browserOf('zhangsan').visit('/web/')
    expect(upstream()).toEqual(['/cgi-bin/auth/getuserinfo'])
  })

  test('in a browser on a desk leads to the scan page', async () => {
    const { headers } = await browserOf('zhangsan', userAgents.desk).get('/web/signin?lang=en')
    const state = stateOf(headers.location)
    expect(headers.location).toBe(
      'https://login.work.weixin.qq.com/wwlogin/sso/login?login_type=CorpApp' +
        '&appid=ww5eed000000000001&agentid=1000002' +
        `&redirect_uri=https%3A%2F%2Fbadge.example.com%2Fweb%2Fcallback&state=${state}&lang=en`,
    )
  })

  test('in plain WeChat ends in a page that says where to open it', async () => {
    const { statusCode, body } = await browserOf('zhangsan', userAgents.wechat).visit('/web/')
    expect([statusCode, body.includes('请在企业微信的工作台里打开')]).toEqual([403, true])
  })
})

describe('who comes back', () => {
  test.each([
    ['yuanhong', '已被停用'],
    ['jiangtao', '已退出本企业'],
    ['caimengqi', '还没有激活'],
    ['weiguohua', '可见范围'],
  ])('%s is refused in the words of the mini program: %s', async (person, words) => {
    const browser = browserOf(person)
    const { statusCode, body } = await browser.visit('/web/')
    expect([statusCode, body.includes(words)]).toEqual([403, true])
    expect((await browser.get('/web/me')).statusCode).toBe(401)
  })

  test('a customer, a stranger and people of other corps, linked or not, get a page, never a session', async () => {
    for (const person of visitors) {
      const browser = browserOf(person)
      const { statusCode, body } = await browser.visit('/web/')
      expect([person, statusCode, body.includes('不是本企业的成员')]).toEqual([person, 403, true])
      expect((await browser.get('/web/me')).statusCode).toBe(401)
    }
  })

  test('a domain that is not trusted gets a page with the remedy for administrators', async () => {
    const browser = browserOf('zhangsan')
    const { headers } = await browser.get('/web/signin')
    const back = (await browser.atWecom(headers.location ?? '')).slice(site.length)
    at.wecom.setApp({ trustedDomains: ['elsewhere.example.com'] })
    const { statusCode, body } = await browser.get(back)
    expect([statusCode, body.includes('50001'), body.includes('可信域名')]).toEqual([
      502,
      true,
      true,
    ])
  })
})

describe('the way back', () => {
  test('leads to the address that was asked for, query and all', async () => {
    const address = '/web/me?from=menu&u=a%2Fb'
    const { at: end } = await browserOf('zhangsan').visit(
      `/web/signin?to=${encodeURIComponent(address)}`,
    )
    expect(end).toBe(address)
  })

  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil',
    '/web/../x',
    '/web/signin?to=/',
    '/%2fx',
  ])('never leaves the site: %s ends at the badge', async (to) => {
    const { at: end } = await browserOf('zhangsan').visit(
      `/web/signin?to=${encodeURIComponent(to)}`,
    )
    expect(end).toBe('/web/')
  })

  test('can be opened again: a reload ends at the same clean address, with the same session', async () => {
    const browser = browserOf('zhangsan')
    const { headers } = await browser.get('/web/signin?to=%2Fweb%2F%3Fx%3D1')
    const back = (await browser.atWecom(headers.location ?? '')).slice(site.length)
    const first = await browser.get(back)
    const cookie = browser.cookie
    const again = await browser.get(back)
    for (const { statusCode, headers: led } of [first, again]) {
      expect([statusCode, led.location]).toEqual([303, '/web/?x=1'])
    }
    expect(browser.cookie).toBe(cookie)
  })

  test('taken twice at once is one sign-in', async () => {
    const browser = browserOf('zhangsan')
    const { headers } = await browser.get('/web/signin')
    const back = (await browser.atWecom(headers.location ?? '')).slice(site.length)
    at.lines.length = 0
    const both = await Promise.all([browser.get(back), browser.get(back)])
    expect(both.map(({ headers: led }) => led.location)).toEqual(['/web/', '/web/'])
    expect(upstream().filter((path) => path.endsWith('getuserinfo'))).toHaveLength(1)
    expect((await browser.get('/web/me')).statusCode).toBe(200)
  })

  test('is found by each of two tabs that signed in at once', async () => {
    const browser = browserOf('zhangsan')
    const one = await browser.get('/web/signin?to=/web/%3Ftab%3D1')
    const two = await browser.get('/web/signin?to=/web/%3Ftab%3D2')
    for (const [tab, { headers }] of [two, one].entries()) {
      const back = (await browser.atWecom(headers.location ?? '')).slice(site.length)
      expect((await browser.get(back)).headers.location).toBe(`/web/?tab=${2 - tab}`)
    }
  })

  test('is found by each of two tabs that set out at the same moment, though one cookie wins', async () => {
    const browser = browserOf('zhangsan')
    const departures = []
    for (const tab of [1, 2]) {
      browser.cookie = ''
      departures.push((await browser.get(`/web/signin?to=/web/%3Ftab%3D${tab}`)).headers.location)
    }
    const ends = []
    for (const location of departures) {
      const back = (await browser.atWecom(location ?? '')).slice(site.length)
      ends.push((await browser.visit(back)).at)
    }
    expect(ends).toEqual(['/web/?tab=1', '/web/?tab=2'])
  })

  test('begins anew once where the cookie was lost, and then explains', async () => {
    const address = '/web/?month=11&u=a%2Fb'
    const departure = `/web/signin?to=${encodeURIComponent(address)}`
    const browser = browserOf('zhangsan')
    const { headers } = await browser.get(departure)
    browser.cookie = ''
    const back = (await browser.atWecom(headers.location ?? '')).slice(site.length)
    const { statusCode, at: end } = await browser.visit(back)
    expect([statusCode, end]).toEqual([200, address])

    const forgetful = browserOf('zhangsan')
    let led = (await forgetful.get(departure)).headers.location
    let body = ''
    for (const expected of [303, 400]) {
      forgetful.cookie = ''
      const next = (await forgetful.atWecom(led ?? '')).slice(site.length)
      const answer = await forgetful.get(next)
      expect(answer.statusCode).toBe(expected)
      led = answer.headers.location
      body = answer.body
    }
    // "Try again" leads to what they wanted.
    expect(body).toContain('href="/web/?month=11&amp;u=a%2Fb"')
  })

  test('begins anew once where it took longer than ten minutes', async () => {
    const browser = browserOf('zhangsan')
    const { headers } = await browser.get('/web/signin?to=/web/%3Fx%3D1')
    at.clock.advance(601_000)
    const back = (await browser.atWecom(headers.location ?? '')).slice(site.length)
    const answer = await browser.get(back)
    expect(answer.headers.location).toContain('/connect/oauth2/authorize')
    expect((await browser.visit(back)).at).toBe('/web/?x=1')
  })

  test('without a code ends in a page: the visitor declined', async () => {
    const browser = browserOf('zhangsan')
    const { headers } = await browser.get('/web/signin')
    const answer = await browser.get(`/web/callback?state=${stateOf(headers.location)}`)
    expect([answer.statusCode, answer.body.includes('你取消了登录')]).toEqual([403, true])
  })
})

describe('a session', () => {
  test('is prolonged in the second half of its life, and ends after eight hours', async () => {
    const browser = browserOf('zhangsan')
    await browser.visit('/web/')
    const before = browser.cookie
    at.clock.advance(16 * 60_000)
    expect((await browser.get('/web/')).statusCode).toBe(200)
    expect(browser.cookie).not.toBe(before)
    for (let minutes = 16; minutes < 8 * 60 - 20; minutes += 20) {
      at.clock.advance(20 * 60_000)
      expect((await browser.get('/web/')).statusCode).toBe(200)
    }
    at.clock.advance(25 * 60_000)
    expect((await browser.get('/web/me')).statusCode).toBe(401)
  })

  test('ends with the employee’s, wherever that came from', async () => {
    const browser = browserOf('zhangsan')
    await browser.visit('/web/')
    await at.employees.revoke('zhangsan', 'left')
    at.clock.advance(61_000)
    expect((await browser.get('/web/me')).statusCode).toBe(401)
  })

  test('ends by the form of the page, and by no other', async () => {
    const browser = browserOf('zhangsan')
    const { body } = await browser.visit('/web/')
    const proof = /name="proof" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const post = (form: string, headers: Record<string, string> = {}) =>
      browser.get('/web/signout', { method: 'POST', body: form, headers })
    expect((await post('')).statusCode).toBe(403)
    expect((await post(`proof=${'0'.repeat(32)}`)).statusCode).toBe(403)
    expect((await post(`proof=${proof}`, { origin: 'https://evil.example' })).statusCode).toBe(403)
    expect((await browser.get('/web/me')).statusCode).toBe(200)
    const kept = browser.cookie
    const done = await post(`proof=${proof}`, { origin: site })
    expect([done.statusCode, done.headers.location, browser.cookie]).toEqual([
      303,
      '/web/signed-out',
      '',
    ])
    browser.cookie = kept
    expect((await browser.get('/web/me')).statusCode).toBe(401)
  })
})
