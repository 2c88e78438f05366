import type { Browser, Page } from 'playwright-core'
import type { Stack } from '../../scripts/stack'
import { describeInChromium, launchChromium } from '../support/chromium'
import { startTestStack } from '../support/stack'
import { userAgents } from '../cloudfunctions/web/visitor'

jest.setTimeout(60_000)

const environment = { PROFILE_FIELDS: 'userId,name,departments,mobile' }

describeInChromium('the web pages in a real browser', () => {
  let stack: Stack
  let browser: Browser
  beforeAll(async () => {
    ;[stack, browser] = await Promise.all([startTestStack({ environment }), launchChromium()])
  })
  afterAll(() => Promise.all([browser.close(), stack.close()]))

  /** A tab of a new browser, in whose WeCom this person is. */
  const openAs = async (person: string, userAgent = userAgents.wecom): Promise<Page> => {
    const context = await browser.newContext({ userAgent, locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(`${stack.url}/_sim/open?as=${person}`)
    return page
  }
  /** Without the fragment: browsers carry WeCom's `#wechat_redirect` along. */
  const addressOf = (page: Page) => page.url().slice(stack.url.length).replace(/#.*/, '')
  const nameOn = (page: Page) => page.locator('h1').innerText()

  test('a first visit ends at the badge, and the cookie is kept for the next', async () => {
    const page = await openAs('zhangsan')
    await page.goto(`${stack.url}/web/`)
    expect([addressOf(page), await nameOn(page)]).toEqual([
      '/web/',
      expect.stringContaining('张三'),
    ])
    const cookies = await page.context().cookies()
    expect(cookies.filter(({ name }) => name === '__Host-gongpai')).toMatchObject([
      { httpOnly: true, secure: true, sameSite: 'Lax', path: '/' },
    ])
    const requests: string[] = []
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    await page.reload()
    expect(requests).toEqual(['/web/'])
  })

  test('the back button and the callback opened again lead to the badge', async () => {
    const page = await openAs('lisi')
    const callbacks: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/web/callback')) callbacks.push(request.url())
    })
    await page.goto(`${stack.url}/web/?from=menu`)
    await page.goto(callbacks[0] ?? '')
    expect(addressOf(page)).toBe('/web/?from=menu')
    await page.goBack()
    expect(await nameOn(page)).toContain('李四')
  })

  test('on a desk a scan leads to the same badge', async () => {
    const page = await openAs('zhangsan', userAgents.desk)
    await page.goto(`${stack.url}/web/`)
    expect(page.url()).toContain('/wwlogin/sso/login')
    await page.locator('button[name=as][value$="/zhangsan"]').first().click()
    await page.locator('button[value=allow]').click()
    expect([addressOf(page), await nameOn(page)]).toEqual([
      '/web/',
      expect.stringContaining('张三'),
    ])
  })

  test('who signs out is out, and comes back only when they want to', async () => {
    const page = await openAs('zhangsan')
    await page.goto(`${stack.url}/web/`)
    await page.getByRole('button', { name: '退出登录' }).click()
    expect([new URL(page.url()).pathname, await nameOn(page)]).toEqual([
      '/web/signed-out',
      '已退出登录',
    ])
    const { status } = await page.request
      .get(`${stack.url}/web/me`)
      .then((r) => ({ status: r.status() }))
    expect(status).toBe(401)
    await page.getByRole('link', { name: '登录' }).click()
    expect(await nameOn(page)).toContain('张三')
  })

  test('two tabs at once both end at what they asked for', async () => {
    const one = await openAs('lisi')
    const two = await one.context().newPage()
    await Promise.all([one.goto(`${stack.url}/web/?tab=1`), two.goto(`${stack.url}/web/?tab=2`)])
    expect([addressOf(one), addressOf(two)]).toEqual(['/web/?tab=1', '/web/?tab=2'])
    expect([await nameOn(one), await nameOn(two)]).toEqual([
      expect.stringContaining('李四'),
      expect.stringContaining('李四'),
    ])
  })

  test('a cookie that is lost once is made again; a browser that keeps none is told so', async () => {
    for (const [losses, end] of [
      [1, '李四'],
      [2, '浏览器没有保存登录状态'],
    ] as const) {
      const page = await openAs('lisi', userAgents.desk)
      await page.goto(`${stack.url}/web/`)
      for (let scan = 0; scan < 2; scan++) {
        if (scan < losses) await page.context().clearCookies({ name: '__Host-gongpai' })
        await page.locator('button[name=as][value$="/lisi"]').first().click()
        await page.locator('button[value=allow]').click()
      }
      expect(await nameOn(page)).toContain(end)
    }
  })

  test.each([
    ['yuanhong', '已被停用'],
    ['fangke', '不是本企业的成员'],
    ['weiguohua', '可见范围'],
  ])('%s sees why not: %s', async (person, words) => {
    const page = await openAs(person)
    await page.goto(`${stack.url}/web/`)
    expect(await nameOn(page)).toContain(words)
  })

  test('plain WeChat is told where to open it', async () => {
    const page = await openAs('zhangsan', userAgents.wechat)
    await page.goto(`${stack.url}/web/`)
    expect(await nameOn(page)).toContain('请在企业微信的工作台里打开')
  })

  test('consent: refused, then given, then remembered', async () => {
    const page = await openAs('linxiaotong')
    await page.goto(`${stack.url}/web/`)
    await page.getByRole('link', { name: '授权显示我的联系方式' }).click()
    await page.locator('button[value=refuse]').click()
    expect(addressOf(page)).toBe('/web/?consent=kept')
    await page.getByRole('link', { name: '授权显示我的联系方式' }).click()
    await page.locator('button[value=allow]').click()
    expect(addressOf(page)).toBe('/web/?consent=given')
    expect(await page.locator('dd').first().innerText()).toMatch(/\d{11}/)
    await page.goto(`${stack.url}/web/consent`)
    expect(addressOf(page)).toBe('/web/?consent=given')
  })

  test('no page breaks its own Content-Security-Policy', async () => {
    const page = await openAs('zhangsan')
    const complaints: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) complaints.push(message.text())
    })
    for (const path of ['/web/', '/web/payroll', '/web/signed-out', '/web/nowhere']) {
      await page.goto(stack.url + path)
    }
    expect(complaints).toEqual([])
  })
})
