/** What can go wrong between a browser and WeCom, as the visitor sees it: in each case a page or a way on. */
import type { Browser } from 'playwright-core'
import { seedCompany } from '../../simulator/wecom/wecom'
import type { Stack } from '../../scripts/stack'
import { userAgents } from '../cloudfunctions/web/visitor'
import { describeInChromium, launchChromium } from '../support/chromium'
import { createMovedClock } from '../support/moved-clock'
import { startTestStack } from '../support/stack'
import { createVisitors, headlineOf, onTheWayBack, scanAs } from './web-visitors'

jest.setTimeout(60_000)

const tooLongMs = 601_000

describeInChromium('on the way to WeCom and back', () => {
  const clock = createMovedClock()
  let stack: Stack
  let browser: Browser
  let visitors: ReturnType<typeof createVisitors>
  beforeAll(async () => {
    ;[stack, browser] = await Promise.all([
      startTestStack({ company: seedCompany(), environment: clock.variables }),
      launchChromium(),
    ])
    visitors = createVisitors(stack.url, browser)
  })
  afterAll(async () => {
    await Promise.all([browser.close(), stack.close()])
    clock.remove()
  })

  const cookieName = '__Host-gongpai'
  const isKnown = async (page: Awaited<ReturnType<typeof visitors.openAs>>) =>
    (await page.request.get(`${stack.url}/web/me`)).status() === 200

  test('a domain that is no longer trusted: WeCom’s 50001, with the remedy for administrators', async () => {
    const page = await visitors.openAs('zhangsan')
    const { host } = new URL(stack.url)
    await onTheWayBack(page, 1, () =>
      stack.simulator?.setApp({ trustedDomains: ['elsewhere.test'] }),
    )
    await page.goto(`${stack.url}/web/`)
    stack.simulator?.setApp({ trustedDomains: [host] })
    const advice = page.locator('.admin')
    expect(await advice.getByRole('heading').innerText()).toContain('50001')
    expect(await advice.innerText()).toContain('可信域名')
    expect(await isKnown(page)).toBe(false)
    await page.goto(`${stack.url}/web/`)
    expect(await headlineOf(page)).toContain('张三')
  })

  describe.each([
    ['inside WeCom', userAgents.wecom],
    ['on a desk', userAgents.desk],
  ])('%s', (_where, userAgent) => {
    const isOnDesk = userAgent === userAgents.desk
    const scanIfAsked = async (page: Awaited<ReturnType<typeof visitors.openAs>>) => {
      if (isOnDesk) await scanAs(page, 'lisi')
    }

    test.each([
      ['is begun anew', 1, '李四'],
      ['and again ends in a page', 2, '登录用时太久'],
    ])('a sign-in that takes longer than ten minutes %s', async (_, times, end) => {
      const page = await visitors.openAs('lisi', userAgent)
      await onTheWayBack(page, times, () => clock.advance(tooLongMs))
      await page.goto(`${stack.url}/web/?from=menu`)
      for (let scan = 0; scan < 2; scan++) await scanIfAsked(page)
      expect(await headlineOf(page)).toContain(end)
      expect(await isKnown(page)).toBe(times === 1)
      if (times === 1) expect(visitors.addressOf(page)).toBe('/web/?from=menu')
    })

    test.each([
      ['once is made again', 1, '李四'],
      ['twice ends in a page that explains', 2, '浏览器没有保存登录状态'],
    ])('a cookie that is lost %s', async (_, times, end) => {
      const page = await visitors.openAs('lisi', userAgent)
      await onTheWayBack(page, times, () => page.context().clearCookies({ name: cookieName }))
      await page.goto(`${stack.url}/web/?from=menu`)
      for (let scan = 0; scan < 2; scan++) await scanIfAsked(page)
      expect(await headlineOf(page)).toContain(end)
      expect(await isKnown(page)).toBe(times === 1)
      if (times === 1) return expect(visitors.addressOf(page)).toBe('/web/?from=menu')
      // Once the browser keeps it, the way on leads to what they wanted.
      await page.getByRole('link', { name: '重试' }).click()
      await scanIfAsked(page)
      expect([visitors.addressOf(page), await headlineOf(page)]).toEqual([
        '/web/?from=menu',
        expect.stringContaining('李四'),
      ])
    })
  })

  test('the link of somebody else’s sign-in makes nobody into them', async () => {
    const attacker = await visitors.openAs('lisi')
    let link = ''
    await onTheWayBack(attacker, 1, (url) => {
      link = url
    })
    await attacker.goto(`${stack.url}/web/`)
    const victim = await visitors.openAs('zhangsan')
    await victim.goto(link)
    expect([visitors.addressOf(victim), await headlineOf(victim)]).toEqual([
      '/web/',
      expect.stringContaining('张三'),
    ])
  })

  test.each(['STATE', '', '0'.repeat(73)])(
    'the state %j, which nobody made, ends in a page',
    async (state) => {
      const page = await visitors.openAs('zhangsan')
      await page.goto(`${stack.url}/web/callback?code=CODE&state=${state}`)
      expect(await headlineOf(page)).toBe('这个登录链接无效')
      await page.getByRole('link', { name: '重试' }).click()
      expect(await headlineOf(page)).toContain('张三')
    },
  )

  test('who declines on the scan page is told so, and may think again', async () => {
    const page = await visitors.openAs('lisi', userAgents.desk)
    await page.goto(`${stack.url}/web/`)
    await page.locator('button[name=as][value$="/lisi"]').first().click()
    await page.locator('button[value=refuse]').click()
    expect([await headlineOf(page), await isKnown(page)]).toEqual(['你取消了登录', false])
    await page.getByRole('link', { name: '登录' }).click()
    await scanAs(page, 'lisi')
    expect(await headlineOf(page)).toContain('李四')
  })
})
