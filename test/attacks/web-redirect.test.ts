import { homePath, safeReturnPath } from '../../cloudfunctions/web/safe-return-path'
import { createBrowser, openSite, type Site } from '../cloudfunctions/web/visitor'
import { leavesSite, redirectAttacks } from './redirects'

const attacks = redirectAttacks()
// A fixed hundred of them here; all of them by `npm run attack:redirect`.
const hundred = Array.from({ length: 100 }, (_, place) => attacks[place * 97 + 13] ?? '')

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
