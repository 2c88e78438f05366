/** What a developer sees first: who opens it, the phone, and every hop as it happens. */
import type { Browser, Page } from 'playwright-core'
import type { Stack } from '../../scripts/stack'
import { describeInChromium, launchChromium } from '../support/chromium'
import { startTestStack } from '../support/stack'

describeInChromium('the start page in Chromium', () => {
  let browser: Browser
  let stack: Stack
  let page: Page

  beforeAll(async () => {
    browser = await launchChromium()
    stack = await startTestStack()
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    page.setDefaultTimeout(8000)
    await page.goto(stack.url)
  })
  afterAll(async () => {
    await browser?.close()
    await stack?.close()
  })
  const phone = () => page.frameLocator('iframe')

  test('opens as 张三 in WeCom, and tells every hop', async () => {
    await phone().getByText('基础架构组').waitFor()
    for (const hop of ['wx.qy.login', 'signIn', 'gettoken', 'jscode2session', 'user/get']) {
      await page.getByText(hop).first().waitFor()
    }
  })

  test('lists the company, and finds a person by name, id, position or department', async () => {
    const search = page.locator('input')
    for (const words of ['李四', 'lisi', '基础架构组']) {
      await search.fill(words)
      await page.getByText('李四').first().waitFor()
    }
    await search.fill('没有这个人')
    expect(await page.getByText('李四').count()).toBe(0)
    await search.fill('')
  })

  test('a click on a person opens the phone as that person, and the address keeps it', async () => {
    await page.getByText('苏美琳').first().click()
    await phone().getByText('苏美琳').first().waitFor()
    expect(page.url()).toContain('as=sumeilin')
    await page.reload()
    await phone().getByText('苏美琳').first().waitFor()
  })

  test('shows no token, no code, no secret and no session', async () => {
    const text = await page.evaluate(() => document.documentElement.outerHTML)
    expect(text).not.toMatch(/eyJ[\w-]{10}|access_token=|corpsecret|invented-secret|session_key/)
  })
})
