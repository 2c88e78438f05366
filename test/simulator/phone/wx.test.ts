import type { Browser, Page } from 'playwright-core'
import { ABSENT_IN_WECOM, callsOf } from '../../../simulator/phone/platform'
import { describeInChromium, launchChromium } from '../../support/chromium'
import { callWx, openPhone, openWatched } from './browser'
import { serveWithNeighbours, type Neighbours } from './stand-ins'
import { FIXTURE } from './temporary-app'

const API = 'http://127.0.0.1:8787'

describeInChromium('wx in the phone', () => {
  let browser: Browser
  let neighbours: Neighbours
  let page: Page
  let printed: string[]

  beforeAll(async () => {
    neighbours = await serveWithNeighbours({
      root: FIXTURE,
      hosts: { [API]: '', 'https://down.example': 'http://127.0.0.1:1' },
      cloudEnvId: 'env-1',
    })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await neighbours.close()
  })

  const address = (query: string) => `${neighbours.url}/phone?page=pages/calls/calls&${query}`
  const open = async (query: string) => {
    ;({ page, printed } = await openWatched(browser))
    await openPhone(page, address(query))
  }
  afterEach(() => page.context().close())

  describe.each(['wecom', 'wechat'] as const)('in %s', (host) => {
    beforeEach(() => open(`as=zhangsan&host=${host}`))

    test('wx has exactly what the platform table lists', async () => {
      const names = (await page.evaluate('Object.keys(wx)')) as string[]
      const listed = [...callsOf(host).keys(), ...(host === 'wecom' ? ['qy'] : [])]
      expect(names.sort()).toEqual(listed.sort())
    })
    test('canIUse and the object agree about every call', async () => {
      const names = [...new Set([...callsOf('wecom').keys(), ...callsOf('wechat').keys(), 'qy'])]
      const disagree = await page.evaluate(
        `${JSON.stringify([...names, ...ABSENT_IN_WECOM, 'nonsense'])}.filter((n) => wx.canIUse(n === 'qy' ? 'qy.login' : n) !== (wx[n] !== undefined))`,
      )
      expect(disagree).toEqual([])
    })
    test('touching what is absent warns once and gives undefined', async () => {
      expect(await page.evaluate('[wx.scanCode, wx.scanCode]')).toEqual([undefined, undefined])
      expect(printed.filter((line) => line.includes('wx.scanCode'))).toHaveLength(1)
    })
  })

  test('WeCom has wx.qy and its environment, and lacks what its clients lack', async () => {
    await open('as=zhangsan&host=wecom')
    expect(
      await page.evaluate(
        '[typeof wx.qy.login, wx.getSystemInfoSync().environment, wx.getSystemInfoSync().SDKVersion, wx.getLaunchOptionsSync().scene, wx.cloud, wx.getWindowInfo]',
      ),
    ).toEqual(['function', 'wxwork', '2.14.1', 1119, undefined, undefined])
    expect(
      await page.evaluate(
        '[wx.canIUse("getWindowInfo"), wx.canIUse("getSystemInfoSync.return.theme"), wx.qy.canIUse("login.success.code"), wx.qy.canIUse("nothing")]',
      ),
    ).toEqual([false, true, true, false])
  })

  test('plain WeChat has no wx.qy and no environment, but wx.cloud', async () => {
    await open('as=zhangsan&host=wechat')
    expect(
      await page.evaluate(
        '[wx.qy, wx.getSystemInfoSync().environment, wx.getSystemInfoSync().SDKVersion, typeof wx.cloud.callFunction, wx.canIUse("getWindowInfo")]',
      ),
    ).toEqual([undefined, undefined, '3.8.0', 'function', true])
  })

  test('theme and language are the phone’s', async () => {
    await open('as=zhangsan&theme=dark&lang=en')
    expect(
      await page.evaluate('[wx.getSystemInfoSync().theme, wx.getSystemInfoSync().language]'),
    ).toEqual(['dark', 'en'])
    const colour = (selector: string, property: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property)
    expect(await colour('#calls', 'color')).toBe('rgb(221, 221, 221)')
    expect(await colour('.navigation-bar', 'background-color')).toBe('rgb(16, 20, 24)')
  })

  test('the theme does not follow the developer’s machine', async () => {
    await open('as=zhangsan&theme=light')
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await page.evaluate('getComputedStyle(document.querySelector("#calls")).color')).toBe(
      'rgb(34, 34, 34)',
    )
  })

  describe('storage', () => {
    test('outlives a reload, and keeps persons, companies and hosts apart', async () => {
      await open('as=zhangsan')
      await page.evaluate('wx.setStorageSync("card", { name: "张三" })')
      await page.reload()
      const read = () => page.evaluate('wx.getStorageSync("card")')
      expect(await read()).toEqual({ name: '张三' })
      for (const other of ['as=lisi', 'as=zhangsan&host=wechat', 'as=zhangsan&corp=ww2']) {
        await openPhone(page, address(other))
        expect(await read()).toBe('')
      }
      await openPhone(page, address('as=zhangsan'))
      expect(await read()).toEqual({ name: '张三' })
    })
    test('clearing touches nobody else', async () => {
      await open('as=lisi')
      await page.evaluate('wx.setStorageSync("a", 1)')
      await openPhone(page, address('as=zhangsan'))
      await page.evaluate('(wx.setStorageSync("a", 2), wx.clearStorageSync())')
      expect(await page.evaluate('wx.getStorageInfoSync().keys')).toEqual([])
      await openPhone(page, address('as=lisi'))
      expect(await page.evaluate('wx.getStorageSync("a")')).toBe(1)
    })
    test('a missing key fails as WeChat says it', async () => {
      await open('as=zhangsan')
      expect(await callWx(page, 'getStorage', { key: 'no' })).toEqual({
        errMsg: 'getStorage:fail data not found',
      })
    })
  })

  describe('request', () => {
    beforeEach(() => open('as=zhangsan'))

    test('goes where the host table says, with method, header and JSON', async () => {
      const answer = await callWx(page, 'request', {
        url: `${API}/api/identity?x=1`,
        method: 'post',
        header: { authorization: 'Bearer abc' },
        data: { action: 'profile' },
      })
      expect(answer).toMatchObject({
        errMsg: 'request:ok',
        statusCode: 200,
        data: { url: '/api/identity?x=1' },
        header: { 'x-seen': 'yes' },
      })
      expect(neighbours.requests.at(-1)).toMatchObject({
        method: 'POST',
        body: '{"action":"profile"}',
        headers: { authorization: 'Bearer abc', 'content-type': 'application/json' },
      })
    })
    test('GET data becomes the query; text that is no JSON stays text', async () => {
      const answer = await callWx(page, 'request', { url: `${API}/plain`, data: { q: '张 三' } })
      expect(answer.data).toBe('plain text')
      expect(neighbours.requests.at(-1)?.url).toBe('/plain?q=%E5%BC%A0+%E4%B8%89')
    })
    test('a status that is not 200 is a success, as in WeChat', async () => {
      expect(await callWx(page, 'request', { url: `${API}/teapot` })).toMatchObject({
        errMsg: 'request:ok',
        statusCode: 418,
      })
    })
    test('time runs out', async () => {
      expect(await callWx(page, 'request', { url: `${API}/slow`, timeout: 50 })).toEqual({
        errMsg: 'request:fail timeout',
      })
    })
    test('abort ends it', async () => {
      const errMsg = await page.evaluate(
        `new Promise((fail) => wx.request({ url: '${API}/slow', fail }).abort())`,
      )
      expect(errMsg).toEqual({ errMsg: 'request:fail abort' })
    })
    test('an address nobody answers, and one that is none, fail', async () => {
      const { errMsg } = await callWx(page, 'request', { url: 'https://down.example/' })
      expect(errMsg).toBe('request:fail')
      expect((await callWx(page, 'request', { url: '/api' })).errMsg).toBe(
        'request:fail invalid url "/api"',
      )
    })
  })

  describe('who opened it', () => {
    test('wx.qy.login asks for a WeCom code of this person, by callback only', async () => {
      await open('as=lisi&corp=ww2')
      expect(await page.evaluate('wx.qy.login({})')).toBeUndefined()
      expect(await callWx(page, 'qy.login')).toMatchObject({
        errMsg: 'qy.login:ok',
        code: expect.stringMatching(/^secret-code-/),
      })
      expect(neighbours.logins.at(-1)).toEqual({
        platform: 'wecom',
        userId: 'lisi',
        corpId: 'ww2',
      })
    })
    test('wx.login inside WeCom asks for a WeChat code', async () => {
      await open('as=lisi&host=wecom')
      expect(await page.evaluate('wx.login().then((answer) => answer.errMsg)')).toBe('login:ok')
      expect(neighbours.logins.at(-1)).toEqual({ platform: 'wechat', userId: 'lisi' })
    })
    test('what is not simulated says so', async () => {
      await open('as=lisi&host=wecom')
      expect(await callWx(page, 'qy.openUserProfile')).toEqual({
        errMsg: 'qy.openUserProfile:fail not simulated',
      })
    })
    test('until the server has exchanged the code there is no session, and nothing encrypted', async () => {
      await open('as=lisi&host=wecom')
      neighbours.setExchanged(false)
      await callWx(page, 'qy.login')
      for (const name of ['checkSession', 'getMobile', 'getEnterpriseUserInfo']) {
        expect(await callWx(page, `qy.${name}`)).toEqual({
          errMsg: `qy.${name}:fail no session or expired`,
        })
      }
      neighbours.setExchanged(true)
      expect(await callWx(page, 'qy.checkSession')).toMatchObject({ expireIn: 60 })
      expect(await callWx(page, 'qy.getEnterpriseUserInfo')).toMatchObject({ iv: 'iv' })
    })
  })

  test('wx.cloud calls functions as one stable openid per person', async () => {
    await open('as=zhangsan&host=wechat')
    expect(await callWx(page, 'cloud.callFunction', { name: 'wechat' })).toMatchObject({
      errMsg: expect.stringContaining('please call wx.cloud.init first'),
    })
    await page.evaluate('wx.cloud.init({ env: "env-1" })')
    const data = { action: 'signIn' }
    expect(await callWx(page, 'cloud.callFunction', { name: 'wechat', data })).toMatchObject({
      errMsg: 'cloud.callFunction:ok',
      result: { hello: 'wechat' },
    })
    expect(neighbours.cloudCalls.at(-1)).toEqual({
      name: 'wechat',
      data,
      caller: {
        appId: 'wx0123456789abcdef',
        openId: expect.stringMatching(/^o[\w]{27}$/),
        source: 'wx_client',
      },
    })
    expect(await callWx(page, 'cloud.callFunction', { name: 'broken' })).toEqual({
      errMsg: 'cloud.callFunction:fail Error: errCode: -504002 | errMsg: functions execute fail',
      errCode: -504002,
    })
    const config = { env: 'other' }
    expect(await callWx(page, 'cloud.callFunction', { name: 'wechat', config })).toMatchObject({
      errCode: -501000,
    })
  })

  test.each([
    ['navigateTo', { url: '/pages/home/home' }, 'can not navigateTo a tabbar page'],
    ['navigateTo', { url: 'no' }, 'page "pages/calls/no" is not found'],
    ['navigateTo', {}, 'parameter error: parameter.url should be String instead of Undefined;'],
    ['redirectTo', { url: '/pages/me/me' }, 'can not redirectTo a tabbar page'],
    ['switchTab', { url: '/pages/detail/detail' }, 'can not switch to no-tabBar page'],
    ['navigateBack', {}, 'cannot navigate back at first page.'],
  ])('%s %j fails as WeChat says it', async (name, options, message) => {
    await open('as=zhangsan')
    expect(await callWx(page, name, options)).toEqual({ errMsg: `${name}:fail ${message}` })
  })

  test('ten pages are the limit', async () => {
    await open('as=zhangsan')
    for (let depth = 1; depth < 10; depth += 1)
      await callWx(page, 'navigateTo', { url: '/pages/detail/detail' })
    expect(await callWx(page, 'navigateTo', { url: '/pages/detail/detail' })).toEqual({
      errMsg: 'navigateTo:fail webview count limit exceed',
    })
    expect(await callWx(page, 'reLaunch', { url: '/pages/me/me' })).toMatchObject({
      errMsg: 'reLaunch:ok',
    })
    expect(await page.evaluate('getCurrentPages().map((each) => each.route)')).toEqual([
      'pages/me/me',
    ])
  })

  test('modal and action sheet answer what was tapped', async () => {
    await open('as=zhangsan')
    const modal = callWx(page, 'showModal', { title: '<b>标题</b>', content: '内容' })
    expect(await page.textContent('.modal h3')).toBe('<b>标题</b>')
    await page.click('.modal-confirm')
    expect(await modal).toMatchObject({ confirm: true, cancel: false })
    const sheet = callWx(page, 'showActionSheet', { itemList: ['甲', '乙'] })
    await page.click('text=乙')
    expect(await sheet).toMatchObject({ tapIndex: 1 })
    const dismissed = callWx(page, 'showActionSheet', { itemList: ['甲'] })
    await page.click('.action-cancel')
    expect(await dismissed).toEqual({ errMsg: 'showActionSheet:fail cancel' })
  })
})
