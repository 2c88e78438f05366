/**
 * The main job in a real browser: the real source, the real function, a WeCom on this machine. What an
 * employee lives through otherwise is told in test/automation, which may be pointed at DevTools.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { seedCompany } from '../../simulator/wecom/wecom'
import type { Stack } from '../../scripts/stack'
import { describeInChromium, launchChromium } from '../support/chromium'
import { startTestStack } from '../support/stack'

const visitorsCorp = seedCompany().otherCorps[0]?.corpId ?? ''

describeInChromium('the badge in Chromium', () => {
  let browser: Browser
  let stack: Stack
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    stack = await startTestStack()
    context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    page = await context.newPage()
    page.setDefaultTimeout(8000)
  })
  afterEach(async () => {
    await context.close()
    await stack.close()
  })

  const open = (userId: string, { host = 'wecom', ...rest }: Record<string, string> = {}) =>
    page.goto(`${stack.url}/phone?${new URLSearchParams({ as: userId, host, ...rest })}`)
  const sees = (text: string | RegExp) => page.getByText(text).first().waitFor()
  const textOfPage = async () => (await page.locator('wx-page').first().textContent()) ?? ''

  test('张三 in WeCom sees the badge, with the full path of the department', async () => {
    await open('zhangsan')
    await sees('刚刚')
    const text = (await textOfPage()).replace(/\s+/g, '')
    expect(text).toContain('张三')
    expect(text).toContain('研发中心›平台部›基础架构组')
    expect(text).toContain('启明科技（深圳）有限公司')
    expect(text).toContain('部门负责人')
  })

  test('a member of two departments sees both, main first', async () => {
    await open('wangzixuan')
    await sees('刚刚')
    const text = await textOfPage()
    const [main, other] = ['研发中心', '前端组'].map((name) => text.indexOf(name))
    expect(main).toBeGreaterThan(-1)
    expect(other).toBeGreaterThan(main ?? 0)
  })

  test.each([
    ['yuanhong', {}, /停用/, /管理员/],
    ['jiangtao', {}, /离开/, /管理员/],
    ['caimengqi', {}, /没有激活/, /加入公司/],
    ['weiguohua', {}, /没有对你开放/, /可见范围/],
    ['zhengyuan', { corp: visitorsCorp }, /不在这家公司/, /切换/],
  ])('%s gets a page of their own with a next step', async (userId, where, what, next) => {
    await open(userId, where)
    await sees(what)
    const text = await textOfPage()
    expect(text).toMatch(next)
    expect(await page.locator('wx-button:visible, [role=button]:visible').count()).toBeGreaterThan(
      0,
    )
    expect(text).not.toMatch(/刚刚|errcode|undefined|null|Error/)
  })

  test('in plain WeChat the page says where to open it, and asks the wechat function first', async () => {
    const asked: string[] = []
    stack.cloudbase.log.listen((event) =>
      asked.push(`${event.event} ${event.function ?? ''} ${event.code ?? ''}`),
    )
    await open('zhangsan', { host: 'wechat' })
    await sees('请在企业微信里打开')
    expect(asked.join()).toContain('reply wechat NOT_BOUND')
  })

  test('a launch costs one request, and the content of the workbench one more', async () => {
    const asked: string[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.startsWith('/api/')) {
        const { action } = request.postDataJSON() as { action: string }
        asked.push(`${new URL(request.url()).pathname} ${action}`)
      }
    })
    await open('zhangsan')
    await sees('我能用的')
    await page.getByText('工作台', { exact: true }).last().click()
    await sees('架构评审')
    await page.getByText('我的', { exact: true }).last().click()
    await sees('登录有效期')
    expect(asked).toEqual(['/api/identity signIn', '/api/workbench content'])
    await page.reload()
    await sees('我能用的')
    expect(asked.slice(2)).toEqual(['/api/identity signIn', '/api/workbench content'])
  })

  test('opened as someone else it never shows another person’s badge, not even for a moment', async () => {
    await open('zhangsan')
    await sees('刚刚')
    await page.addInitScript(() => {
      const seen: string[] = []
      Object.assign(globalThis, { everythingSeen: seen })
      new MutationObserver(() => seen.push(document.body?.innerText ?? '')).observe(document, {
        childList: true,
        subtree: true,
        characterData: true,
      })
    })
    await open('lisi')
    await sees('刚刚')
    const seen = await page.evaluate(
      () => (globalThis as unknown as { everythingSeen: string[] }).everythingSeen,
    )
    expect(seen.join()).toContain('李四')
    expect(seen.join()).not.toContain('张三')
  })

  test('who was disabled since loses the stored badge at the next launch, for good', async () => {
    await open('zhangsan')
    await sees('刚刚')
    stack.simulator?.editMember('zhangsan', { status: 2 })
    // What WeCom said a moment ago would still count otherwise.
    await stack.simulator?.callbacks.settled()
    await page.reload()
    await sees(/停用/)
    await page.route(/\/api\/|\/_sim\//, () => undefined)
    await page.reload()
    await page.waitForTimeout(500)
    expect(await textOfPage()).not.toContain('张三')
  })

  test('the session is nowhere in the phone’s storage', async () => {
    await open('zhangsan')
    await sees('刚刚')
    const stored = await page.evaluate(() => JSON.stringify(localStorage))
    expect(stored).toContain('张三')
    expect(stored).not.toMatch(/eyJ[\w-]{10}/)
  })

  test('in English and in the dark it is the same badge', async () => {
    await open('david.miller', { lang: 'en', theme: 'dark' })
    await sees(/just now/i)
    expect(await textOfPage()).toContain('David Miller')
  })
})
