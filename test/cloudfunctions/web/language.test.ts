import { createBrowser, openSite, userAgents, type Browser, type Site } from './visitor'

let at: Site
beforeEach(async () => {
  at = await openSite()
})
afterEach(() => at.close())

const browserOf = (userAgent?: string) =>
  createBrowser(at.main, at.wecom.url, 'zhangsan', userAgent)
const languageOf = (body: string) => /<html lang="([\w-]+)"/.exec(body)?.[1]
const said = async (browser: Browser, address: string, preferred?: string) => {
  const headers: Record<string, string> = preferred ? { 'accept-language': preferred } : {}
  return languageOf((await browser.get(address, { headers })).body)
}

test('is what the address says, else what the browser prefers, else Chinese', async () => {
  expect(await said(browserOf(), '/web/signed-out')).toBe('zh-CN')
  expect(await said(browserOf(), '/web/signed-out', 'zh-TW,en;q=0.8')).toBe('zh-CN')
  expect(await said(browserOf(), '/web/signed-out', 'de-DE,zh;q=0.8')).toBe('en')
  expect(await said(browserOf(), '/web/signed-out?lang=en', 'zh-CN')).toBe('en')
  expect(await said(browserOf(), '/web/signed-out?lang=fr', 'zh-CN')).toBe('zh-CN')
})

test('once chosen goes on, over what the browser prefers, until another is chosen', async () => {
  const browser = browserOf()
  await browser.get('/web/signed-out?lang=en')
  expect(await said(browser, '/web/signed-out', 'zh-CN')).toBe('en')
  expect(await said(browser, '/web/nowhere', 'zh-CN')).toBe('en')
  expect(await said(browser, '/web/signed-out?lang=zh', 'en')).toBe('zh-CN')
  expect(await said(browser, '/web/signed-out', 'en')).toBe('zh-CN')
})

test('chosen before the sign-in, stays through it, the next visit and the sign-out', async () => {
  const browser = browserOf()
  const { body, hops } = await browser.visit('/web/?lang=en')
  expect([languageOf(body), hops.includes('/web/callback')]).toEqual(['en', true])
  at.clock.advance(20 * 60_000)
  expect(languageOf((await browser.visit('/web/')).body)).toBe('en')
  const proof = /name="proof" value="([^"]+)"/.exec(body)?.[1] ?? ''
  const out = await browser.get('/web/signout', { method: 'POST', body: `proof=${proof}` })
  expect(out.headers.location).toBe('/web/signed-out')
  expect(await said(browser, '/web/signed-out', 'zh-CN')).toBe('en')
  expect((await browser.get('/web/me')).statusCode).toBe(401)
})

test('is kept for thirty days; a session beside it is not', async () => {
  const browser = browserOf()
  await browser.visit('/web/')
  const { headers } = await browser.get('/web/?lang=en')
  expect(headers['set-cookie']).toContain('; Max-Age=2592000;')
  at.clock.advance(29 * 24 * 60 * 60_000)
  expect(await said(browser, '/web/signed-out')).toBe('en')
  expect((await browser.get('/web/me')).statusCode).toBe(401)
})

test('is written only where it is news, and beside the session that was there', async () => {
  const browser = browserOf()
  await browser.visit('/web/')
  for (const [address, isNews] of [
    ['/web/?lang=en', true],
    ['/web/?lang=en', false],
    ['/web/', false],
    ['/web/?lang=fr', false],
    ['/web/me?lang=zh', false],
    ['/web/payroll?lang=zh', true],
  ] as const) {
    const { headers } = await browser.get(address)
    expect([address, 'set-cookie' in headers]).toEqual([address, isNews])
    expect((await browser.get('/web/me')).statusCode).toBe(200)
  }
})

test('goes along to WeCom’s own scan page', async () => {
  const browser = browserOf(userAgents.desk)
  await browser.get('/web/signed-out?lang=en')
  expect((await browser.get('/web/signin')).headers.location).toMatch(/&lang=en$/)
})

test('is changed by a link to the same address, query and all', async () => {
  const browser = browserOf()
  await browser.visit('/web/')
  const { body } = await browser.get('/web/?month=11&of=a%26b&lang=zh')
  expect(body).toContain('href="/web/?month=11&amp;of=a%26b&amp;lang=en"')
})
