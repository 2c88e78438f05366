import { start, type Running } from '../../running'

let wecom: Running
const ask = async (mobile: string) =>
  wecom.post('user/getuserid', { mobile }, { access_token: await wecom.accessToken() })

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

test('a mobile number leads to its member', async () => {
  expect(await ask('13800000014')).toMatchObject({ errcode: 0, userid: 'tangmin' })
})

test('who is not visible is not found, like who is not there', async () => {
  expect((await ask('13800009999')).errcode).toBe(46004)
  wecom.setApp({ visibleRange: { departments: [2], members: [] } })
  expect((await ask('13800000014')).errcode).toBe(46004)
})

test.each(['1380', '1'.repeat(33)])('%s is no mobile number: 5 to 32 bytes', async (mobile) => {
  const reply = await ask(mobile)
  expect(reply.errcode).toBe(40058)
  expect(reply.errmsg).toMatch(/^invalid param 'mobile', /)
})
