import type { Browser, Page } from 'playwright-core'
import type { Stack } from '../../scripts/stack'
import { userAgents } from '../cloudfunctions/web/visitor'
import { describeInChromium, launchChromium } from '../support/chromium'
import { startTestStack } from '../support/stack'
import { createVisitors, headlineOf, recordRequests, scanAs } from './web-visitors'

jest.setTimeout(60_000)

const environment = { PROFILE_FIELDS: 'userId,name,departments,mobile' }

describeInChromium('the web pages in a real browser', () => {
  let stack: Stack
  let browser: Browser
  let visitors: ReturnType<typeof createVisitors>
  beforeAll(async () => {
    ;[stack, browser] = await Promise.all([startTestStack({ environment }), launchChromium()])
    visitors = createVisitors(stack.url, browser)
  })
  afterAll(() => Promise.all([browser.close(), stack.close()]))

  describe.each([
    ['inside WeCom', userAgents.wecom],
    ['on a desk', userAgents.desk],
  ])('%s', (_where, userAgent) => {
    const isOnDesk = userAgent === userAgents.desk
    /** Opens an address of the site, and signs in by a scan where there is one. */
    const arriveAs = async (person: string, address: string) => {
      const page = await visitors.openAs(person, userAgent)
      await page.goto(stack.url + address)
      if (isOnDesk) {
        expect(page.url()).toContain('/wwlogin/sso/login')
        await scanAs(page, person)
      }
      return page
    }

    test('a first visit ends at the badge, and the cookie is kept for the next', async () => {
      const page = await arriveAs('zhangsan', '/web/')
      expect([visitors.addressOf(page), await headlineOf(page)]).toEqual([
        '/web/',
        expect.stringContaining('张三'),
      ])
      const cookies = await page.context().cookies()
      expect(cookies.filter(({ name }) => name === '__Host-gongpai')).toMatchObject([
        { httpOnly: true, secure: true, sameSite: 'Lax', path: '/' },
      ])
      const requests = recordRequests(page)
      await page.reload()
      await page.goto(`${stack.url}/web/`)
      expect(requests).toEqual(['/web/', '/web/'])
    })

    test('a deep link leads to itself, query and all, and so does the next visit', async () => {
      const address = '/web/payroll?month=11&of=%E6%9D%8E%20%26%20co'
      const page = await arriveAs('tangmin', address)
      const arrived = new URL(page.url())
      expect([arrived.pathname, [...arrived.searchParams]]).toEqual([
        '/web/payroll',
        [
          ['month', '11'],
          ['of', '李 & co'],
        ],
      ])
      expect(await headlineOf(page)).toBe('薪资核对')
      const requests = recordRequests(page)
      await page.goto(stack.url + address)
      expect(requests).toEqual(['/web/payroll'])
    })

    test('the callback opened again, reloaded, and the back button lead to the badge', async () => {
      const callbacks: string[] = []
      const page = await visitors.openAs('lisi', userAgent)
      page.on('request', (request) => {
        if (request.url().includes('/web/callback')) callbacks.push(request.url())
      })
      await page.goto(`${stack.url}/web/?from=menu`)
      if (isOnDesk) await scanAs(page, 'lisi')
      for (let visit = 0; visit < 2; visit++) {
        await page.goto(callbacks[0] ?? '')
        expect(visitors.addressOf(page)).toBe('/web/?from=menu')
        await page.reload()
        expect(await headlineOf(page)).toContain('李四')
      }
      await page.goto(`${stack.url}/web/payroll`)
      await page.goBack()
      expect([visitors.addressOf(page), await headlineOf(page)]).toEqual([
        '/web/?from=menu',
        expect.stringContaining('李四'),
      ])
    })

    /** Of two tabs that set out at once the cookie of one may win: the other is asked to scan once more. */
    const scanUntilThere = async (tab: Page) => {
      for (let tries = 0; tries < 2 && !visitors.addressOf(tab).startsWith('/web/'); tries++) {
        await scanAs(tab, 'lisi')
      }
    }

    test('two tabs at once both end at what they asked for', async () => {
      const one = await visitors.openAs('lisi', userAgent)
      const two = await one.context().newPage()
      const [first, second] = ['/web/?tab=1', '/web/?tab=2']
      await Promise.all([one.goto(stack.url + first), two.goto(stack.url + second)])
      if (isOnDesk) for (const tab of [two, one]) await scanUntilThere(tab)
      expect([one, two].map(visitors.addressOf)).toEqual([first, second])
      for (const tab of [one, two]) expect(await headlineOf(tab)).toContain('李四')
    })

    test('who signs out is out, and comes back only when they want to', async () => {
      const page = await arriveAs('zhangsan', '/web/')
      await page.getByRole('button', { name: '退出登录' }).click()
      await page.waitForURL(/signed-out/)
      expect([visitors.addressOf(page), await headlineOf(page)]).toEqual([
        '/web/signed-out',
        '已退出登录',
      ])
      const { status, cookies } = {
        status: (await page.request.get(`${stack.url}/web/me`)).status(),
        cookies: await page.context().cookies(stack.url),
      }
      expect(status).toBe(401)
      expect(cookies.map(({ name }) => name)).not.toContain('__Host-gongpai')
      await page.getByRole('link', { name: '登录' }).click()
      if (isOnDesk) await scanAs(page, 'zhangsan')
      expect(await headlineOf(page)).toContain('张三')
    })

    test('who is disabled sees why not, and has no session', async () => {
      const page = await arriveAs('yuanhong', '/web/payroll')
      expect(await headlineOf(page)).toContain('已被停用')
      expect((await page.request.get(`${stack.url}/web/me`)).status()).toBe(401)
    })
  })

  test('on a desk the back button after the sign-out shows nobody’s badge', async () => {
    const page = await visitors.openAs('zhangsan', userAgents.desk)
    await page.goto(`${stack.url}/web/`)
    await scanAs(page, 'zhangsan')
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.waitForURL(/signed-out/)
    await page.goBack()
    await page.waitForURL(/wwlogin/)
    expect(await page.locator('body').innerText()).not.toContain('已由企业微信确认')
  })

  test.each([
    ['weiguohua', '可见范围'],
    ['fangke', '不是本企业的成员'],
    ['luren', '不是本企业的成员'],
    ['ww5eed000000000003/heliang', '不是本企业的成员'],
  ])('%s sees why not, and has no session: %s', async (person, words) => {
    const page = await visitors.openAs(person)
    await page.goto(`${stack.url}/web/`)
    expect(await headlineOf(page)).toContain(words)
    expect((await page.request.get(`${stack.url}/web/me`)).status()).toBe(401)
  })

  test.each(['/web/', '/web/payroll?month=11', '/web/signin?to=/web/'])(
    'plain WeChat is told where to open it: %s',
    async (address) => {
      const page = await visitors.openAs('zhangsan', userAgents.wechat)
      const requests = recordRequests(page)
      await page.goto(stack.url + address)
      expect(await headlineOf(page)).toContain('请在企业微信的工作台里打开')
      expect(requests.filter((path) => !path.startsWith('/web/'))).toEqual([])
    },
  )

  test('consent: refused, then given, then remembered', async () => {
    const page = await visitors.openAs('linxiaotong')
    await page.goto(`${stack.url}/web/`)
    await page.getByRole('link', { name: '授权显示我的联系方式' }).click()
    await page.locator('button[value=refuse]').click()
    await page.waitForURL(/consent=/)
    expect(visitors.addressOf(page)).toBe('/web/?consent=kept')
    await page.getByRole('link', { name: '授权显示我的联系方式' }).click()
    await page.locator('button[value=allow]').click()
    await page.waitForURL(/consent=given/)
    expect(visitors.addressOf(page)).toBe('/web/?consent=given')
    expect(await page.locator('dd').first().innerText()).toMatch(/\d{11}/)
    await page.goto(`${stack.url}/web/consent`)
    expect(visitors.addressOf(page)).toBe('/web/?consent=given')
  })

  test('the language that was chosen is kept, over what the browser prefers', async () => {
    const page = await visitors.openAs('zhangsan')
    await page.goto(`${stack.url}/web/?month=11`)
    await page.getByRole('link', { name: 'English' }).click()
    await page.waitForURL(/lang=en/)
    expect(visitors.addressOf(page)).toBe('/web/?month=11&lang=en')
    await page.goto(`${stack.url}/web/`)
    expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(1)
  })

  test('no page breaks its own Content-Security-Policy', async () => {
    const page = await visitors.openAs('zhangsan')
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
