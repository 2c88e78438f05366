import { start, type Running } from '../../running'

let wecom: Running
const toOpenId = (userid: string) => wecom.send('user/convert_to_openid', { userid })
const toUserId = (openid: string) => wecom.send('user/convert_to_userid', { openid })

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

test('a userid becomes an openid, and that the userid again', async () => {
  const { openid } = await toOpenId('ZHANGSAN')
  expect(openid).toMatch(/^o[\w-]{27}$/)
  expect(await toUserId(String(openid))).toMatchObject({ errcode: 0, userid: 'zhangsan' })
  expect((await toOpenId('zhangsan'))['openid']).toBe(openid)
  expect((await toOpenId('lisi'))['openid']).not.toBe(openid)
})

test('who never activated WeCom has no openid', async () => {
  expect((await toOpenId('caimengqi')).errcode).toBe(43004)
})

test.each([
  [41009, 'no userid', ''],
  [40003, 'what cannot be a userid', '张三'],
  [60111, 'nobody', 'nobody'],
  [60111, 'somebody outside the visible range', 'weiguohua'],
])('convert_to_openid answers %d to %s', async (errcode, _case, userid) => {
  expect((await toOpenId(userid)).errcode).toBe(errcode)
})

test("an openid of elsewhere, such as the mini program's, is 40073", async () => {
  expect((await toUserId('oGZUI0egBJY1zhBYw2KhdUfwVJJE')).errcode).toBe(40073)
  expect((await toUserId('')).errcode).toBe(40058)
})

test('an openid of somebody who went out of sight leads nowhere', async () => {
  const { openid } = await toOpenId('zhangsan')
  wecom.setApp({ visibleRange: { departments: [10], members: [] } })
  expect((await toUserId(String(openid))).errcode).toBe(60111)
})
