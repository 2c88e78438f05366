import { createBrowser, openSite, site, userAgents, type Browser, type Site } from './visitor'

let at: Site
beforeEach(async () => {
  at = await openSite({ PROFILE_FIELDS: 'userId,name,departments,mobile,email' })
})
afterEach(() => at.close())

const signedIn = async (person: string, userAgent?: string): Promise<Browser> => {
  const browser = createBrowser(at.main, at.wecom.url, person, userAgent)
  await browser.visit('/web/')
  return browser
}
/** Answers WeCom's consent page, and gives the address that it leads back to. */
const decide = async (browser: Browser, form: [string, string][]): Promise<string> => {
  const { headers } = await browser.get('/web/consent')
  return (await browser.atWecom(headers.location ?? '', form)).slice(site.length)
}
const allow = (...fields: string[]): [string, string][] => [
  ['decision', 'allow'],
  ...fields.map((field): [string, string] => ['field', field]),
]

test('what an employee agrees to show stands on the badge, and what they did not tick is explained', async () => {
  const browser = await signedIn('zhangsan')
  const before = await browser.get('/web/')
  expect(before.body).toContain('需要你本人同意')
  const answer = await browser.get(await decide(browser, allow('mobile')))
  expect(answer.headers.location).toBe('/web/?consent=given')
  const { body } = await browser.get('/web/?consent=given')
  expect(body).toMatch(/1\d{10}|\+86/)
  expect([body.includes('需要你本人同意'), body.includes('没有勾选的内容')]).toEqual([true, true])
})

test('an employee who refuses stays signed in, and is told so', async () => {
  const browser = await signedIn('zhangsan')
  const answer = await browser.get(await decide(browser, [['decision', 'refuse']]))
  expect(answer.headers.location).toBe('/web/?consent=kept')
  expect((await browser.get('/web/?consent=kept')).body).toContain('你没有同意')
})

test('consent is remembered: the second time WeCom asks nobody', async () => {
  const browser = await signedIn('zhangsan')
  await browser.get(await decide(browser, allow('mobile', 'email')))
  const { headers } = await browser.get('/web/consent')
  const back = (await browser.atWecom(headers.location ?? '')).slice(site.length)
  expect((await browser.get(back)).headers.location).toBe('/web/?consent=given')
})

test('the consent of somebody else is not taken', async () => {
  const mine = await signedIn('zhangsan')
  const theirs = await signedIn('lisi')
  const { headers } = await mine.get('/web/consent')
  const back = (await theirs.atWecom(headers.location ?? '', allow('mobile'))).slice(site.length)
  const answer = await mine.get(back)
  expect([answer.statusCode, answer.body.includes('另一位成员')]).toEqual([403, true])
  expect((await mine.get('/web/')).body).toContain('需要你本人同意')
})

test('the ticket is kept nowhere: not in the store, not in the log, not in a page', async () => {
  const browser = await signedIn('zhangsan')
  await browser.get(await decide(browser, allow('mobile')))
  const keys = await at.store.scan('', 1000)
  const values = await Promise.all(keys.map((key) => at.store.get(key)))
  expect(JSON.stringify(values) + at.lines.join('')).not.toMatch(/user_?ticket/i)
})

test('a browser on a desk is told where to give consent', async () => {
  const desk = createBrowser(at.main, at.wecom.url, 'zhangsan', userAgents.desk)
  desk.cookie = (await signedIn('zhangsan')).cookie
  const answer = await desk.get('/web/consent')
  expect([answer.statusCode, answer.body.includes('工作台')]).toEqual([403, true])
})
