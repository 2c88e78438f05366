import { createBrowser, openSite, type Site } from './visitor'

let at: Site
beforeEach(async () => {
  at = await openSite({}, '{"hr":{"userIds":["lisi"]}}')
})
afterEach(() => at.close())

test('a page for one role is seen by it after the sign-in that it led to, and by nobody else', async () => {
  const hr = await createBrowser(at.main, at.wecom.url, 'lisi').visit('/web/payroll?month=11')
  expect([hr.statusCode, hr.at, hr.body.includes('薪资核对')]).toEqual([
    200,
    '/web/payroll?month=11',
    true,
  ])
  const other = await createBrowser(at.main, at.wecom.url, 'zhangsan').visit('/web/payroll')
  expect([other.statusCode, other.body.includes('没有查看这项内容的权限')]).toEqual([403, true])
})

test('for a program who is not known is 401, and never led away', async () => {
  const browser = createBrowser(at.main, at.wecom.url, 'zhangsan')
  const { statusCode, body, headers } = await browser.get('/web/me')
  expect([statusCode, headers.location]).toEqual([401, undefined])
  expect(JSON.parse(body)).toMatchObject({ ok: false, error: { code: 'SESSION_REFUSED' } })
  await browser.visit('/web/')
  expect(JSON.parse((await browser.get('/web/me')).body)).toMatchObject({
    ok: true,
    data: { employee: { userId: 'zhangsan', name: '张三' } },
  })
})
