/** The pages of WeCom as a person sees them: opened, chosen, allowed, refused, in a real browser. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { createSimulator, seedCompany, type Listening } from '../../simulator/wecom/wecom'
import { describeInChromium, launchChromium } from '../support/chromium'

const wecomUserAgent =
  'Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36 wxwork/4.1.6 MicroMessenger/7.0.1'
const { corpId, apps } = seedCompany()
const agentId = apps[0]?.agentId ?? 0

describeInChromium('the pages of WeCom in Chromium', () => {
  const simulator = createSimulator()
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let wecom: Listening
  /** The company's own page, which says what it was given. */
  let company: Server
  let callback: string

  beforeAll(async () => {
    browser = await launchChromium()
    wecom = await simulator.listen()
    company = createServer(({ url = '' }, response) => {
      const { searchParams } = new URL(url, 'http://company')
      const names = [...searchParams.keys()].join(' ')
      response.setHeader('Content-Type', 'text/html')
      response.end(`<title>company</title><p id="given">${names}</p>`)
    })
    await new Promise<void>((resolve) => company.listen(0, '127.0.0.1', resolve))
    const { port } = company.address() as AddressInfo
    callback = `http://127.0.0.1:${port}/callback`
    simulator.setApp({ trustedDomains: [`127.0.0.1:${port}`] })
  })
  afterAll(async () => {
    await browser?.close()
    await wecom?.close()
    company?.close()
  })
  beforeEach(async () => {
    context = await browser.newContext({
      userAgent: wecomUserAgent,
      viewport: { width: 390, height: 844 },
    })
    page = await context.newPage()
    page.setDefaultTimeout(8000)
  })
  afterEach(() => context.close())

  const authorize = (changes: Record<string, string> = {}) => {
    const query = new URLSearchParams({
      appid: corpId,
      redirect_uri: callback,
      response_type: 'code',
      scope: 'snsapi_base',
      state: 'abc123',
      agentid: String(agentId),
      ...changes,
    })
    return `${wecom.url}/connect/oauth2/authorize?${query}#wechat_redirect`
  }
  const given = () => page.locator('#given').textContent()
  const openAs = (name: string) => page.goto(`${wecom.url}/_sim/open?as=${name}`)
  const privateLink = () => authorize({ scope: 'snsapi_privateinfo' })

  test('the first visit asks who it is, the second is silent', async () => {
    await page.goto(authorize())
    await page.getByRole('searchbox').fill('苏美琳')
    await page.getByRole('button', { name: '搜索' }).click()
    await page.getByRole('button', { name: /苏美琳/ }).click()
    expect(await given()).toBe('code state')
    await page.goto(authorize())
    expect(await given()).toBe('code state')
  })

  test('a consent is given with a field unticked, and remembered for 30 days', async () => {
    await openAs('zhangsan')
    await page.goto(privateLink())
    await page.getByLabel('手机').uncheck()
    await page.getByRole('button', { name: '同意' }).click()
    expect(await given()).toBe('code state')
    await page.goto(privateLink())
    expect(await given()).toBe('code state')
    simulator.clock.advance(30 * 86_400)
    await page.goto(privateLink())
    await page.getByRole('button', { name: '同意' }).waitFor()
    simulator.clock.reset()
  })

  test('a refusal leads back without a code', async () => {
    await openAs('lisi')
    await page.goto(privateLink())
    await page.getByRole('button', { name: '拒绝' }).click()
    expect(await given()).toBe('state')
  })

  test('somebody else may take over on the consent page', async () => {
    await openAs('lisi')
    await page.goto(privateLink())
    await page.getByRole('link', { name: '换一个人' }).click()
    await page.getByRole('button', { name: /周文斌/ }).click()
    await page.getByText('zhouwenbin').waitFor()
    expect(await page.getByRole('button', { name: '同意' }).count()).toBe(1)
  })

  test.each([
    ['an untrusted domain', { redirect_uri: 'https://example.com/' }, 'redirect_uri参数错误'],
    ['a state that is too long', { state: 'a'.repeat(129) }, 'state参数错误'],
  ])('%s is told on the page', async (_what, changes, title) => {
    await openAs('zhangsan')
    await page.goto(authorize(changes))
    await page.getByRole('heading', { name: title }).waitFor()
  })

  test('a scan login is chosen on the computer and confirmed on the phone', async () => {
    const query = new URLSearchParams({
      login_type: 'CorpApp',
      appid: corpId,
      agentid: String(agentId),
      redirect_uri: callback,
      state: 'abc123',
    })
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.goto(`${wecom.url}/wwlogin/sso/login?${query}`)
    await page.getByRole('button', { name: /张三/ }).click()
    await page.getByRole('button', { name: '登录' }).click()
    expect(await given()).toBe('code state')
  })

  test('nothing on any page is refused by its own policy, or wider than the phone', async () => {
    const complaints: string[] = []
    page.on('console', (message) => void complaints.push(message.text()))
    await page.setViewportSize({ width: 320, height: 640 })
    await openAs('abudureheman')
    for (const address of [privateLink(), authorize({ appid: 'x' }), `${wecom.url}/_sim/open`]) {
      await page.goto(address)
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect([address, wider]).toEqual([address, 0])
    }
    expect(complaints).toEqual([])
  })
})
