import { homePath, safeReturnPath } from '../../cloudfunctions/web/safe-return-path'
import { createBrowser, openSite, site, type Site } from '../cloudfunctions/web/visitor'
import { leavesSite, redirectAttacks } from './redirects'

const attacks = redirectAttacks()
// A fixed hundred of them here; all of them by `npm run attack:redirect`.
const hundred = Array.from({ length: 100 }, (_, place) => attacks[place * 97 + 13] ?? '')

const linksIn = (body: string) =>
  [...body.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

let at: Site
beforeAll(async () => {
  at = await openSite()
})
afterAll(() => at.close())

test('the attacks are attacks: many of them leave a site that believes them', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(6000)
  expect(attacks.filter(leavesSite).length).toBeGreaterThan(attacks.length / 3)
})

test('none of a hundred addresses leads a signed-in employee off the site', async () => {
  const browser = createBrowser(at.main, at.wecom.url, 'zhangsan')
  await browser.visit('/web/')
  for (const attack of hundred) {
    const { statusCode, headers } = await browser.get(
      `/web/signin?to=${encodeURIComponent(attack)}`,
    )
    expect([attack, statusCode, leavesSite(headers.location ?? '//')]).toEqual([attack, 303, false])
    expect(headers.location).not.toMatch(/[\r\n]/)
  }
})

test('none does by the callback either, for whoever is known and whoever is not', async () => {
  const known = createBrowser(at.main, at.wecom.url, 'zhangsan')
  await known.visit('/web/')
  const stranger = createBrowser(at.main, at.wecom.url, 'lisi')
  const { location = '' } = (await stranger.get('/web/signin')).headers
  const state = new URL(location).searchParams.get('state')
  for (const attack of hundred) {
    const to = Buffer.from(attack).toString('base64url')
    const { statusCode, headers } = await known.get(`/web/callback?state=${state}&to=${to}`)
    expect([attack, statusCode, headers.location]).toEqual([attack, 303, '/web/'])
    const { body } = await stranger.get(`/web/callback?state=x&to=${to}`)
    expect([attack, linksIn(body).filter(leavesSite)]).toEqual([attack, []])
  }
})

test('no button of a refusal leads off the site', async () => {
  // A browser that loses every cookie is told so, with a button to what it wanted.
  const forgetful = createBrowser(at.main, at.wecom.url, 'zhangsan')
  for (const attack of hundred) {
    let { location = '' } = (await forgetful.get(`/web/signin?to=${encodeURIComponent(attack)}`))
      .headers
    let body = ''
    for (let loss = 0; loss < 2; loss++) {
      forgetful.cookie = ''
      const { redirect_uri: back = '', state } = Object.fromEntries(new URL(location).searchParams)
      const path = back.slice(site.length)
      const joint = path.includes('?') ? '&' : '?'
      const answer = await forgetful.get(`${path}${joint}code=CODE&state=${state}`)
      location = answer.headers.location ?? ''
      body = answer.body
    }
    const links = linksIn(body)
    expect([attack, links.length > 0, links.filter(leavesSite)]).toEqual([attack, true, []])
  }
})

test('nor does one of a page that came before the state could be read: the store is away', async () => {
  const known = createBrowser(at.main, at.wecom.url, 'zhangsan')
  await known.visit('/web/')
  at.clock.advance(120_000)
  at.setAway(true)
  for (const attack of ['/web/payroll', ...hundred]) {
    const to = Buffer.from(attack).toString('base64url')
    const { statusCode, body } = await known.get(`/web/callback?state=x&to=${to}`)
    const links = linksIn(body)
    expect([attack, statusCode, links.filter(leavesSite)]).toEqual([attack, 503, []])
    if (attack === '/web/payroll') expect(links).toContain(attack)
  }
  at.setAway(false)
})

test.each([
  '/web/',
  '/web/payroll?month=11&u=a%2Fb',
  '/web/%E5%B7%A5%E7%89%8C',
  '/orders/7?next=//x',
])('an honest path comes back as it was: %s', (path) => {
  expect(safeReturnPath(path)).toBe(path)
})

test('whatever comes out is a path of ours, and goes in again unchanged', () => {
  for (const attack of hundred) {
    const path = safeReturnPath(attack)
    expect(safeReturnPath(path)).toBe(path)
  }
  expect(safeReturnPath(`/${'a'.repeat(512)}`)).toBe(homePath)
})
