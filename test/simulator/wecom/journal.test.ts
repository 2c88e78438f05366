import { corpId, secret, start, type Running } from './running'
import type { JournalEntry } from '../../../simulator/wecom/wecom'

let wecom: Running
const heard: JournalEntry[] = []

beforeEach(async () => {
  heard.length = 0
  wecom = await start({ onRequest: (entry) => heard.push(entry) })
})
afterEach(() => wecom.close())

test('every call is noted with path, errcode and address, oldest first', async () => {
  await wecom.exchange()
  await wecom.api('user/get')
  expect(wecom.requests()).toMatchObject([
    { id: 1, method: 'GET', path: '/cgi-bin/gettoken', status: 200, errcode: 0, from: '127.0.0.1' },
    { id: 2, path: '/cgi-bin/miniprogram/jscode2session', errcode: 0 },
    {
      id: 3,
      path: '/cgi-bin/user/get',
      errcode: 41001,
      why: expect.stringContaining('access_token'),
    },
  ])
  expect(wecom.requests()[0]).not.toHaveProperty('why')
})

test('times are those of the clock', async () => {
  await wecom.api('user/get')
  expect(wecom.requests()[0]).toMatchObject({ at: wecom.clock.now(), ms: 0 })
})

test('whoever listens hears of each call', async () => {
  await wecom.exchange()
  expect(heard).toEqual(wecom.requests())
})

test('no token, secret, code or session key is ever in it, whatever went wrong', async () => {
  const access_token = await wecom.accessToken()
  const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhangsan' })
  const spent = await wecom.exchange({ js_code })
  await wecom.exchange({ js_code })
  await wecom.api('user/get', { access_token, userid: 'zhangsan', unheard_of: 'private' })
  await wecom.api('gettoken', { corpid: secret, corpsecret: corpId })
  await wecom.api('gettoken', { corpid: corpId, corpsecret: 'wrong-but-private' })
  await wecom.api('no/such/path', { access_token })
  const text = JSON.stringify(wecom.requests())
  const private_ = [access_token, js_code, secret, String(spent['session_key'])]
  for (const value of [...private_, 'wrong-but-private', '"private"']) {
    expect(text).not.toContain(value)
  }
  expect(text).toContain('"userid":"zhangsan"')
})

test('it keeps the latest 500 calls', async () => {
  for (let call = 0; call < 510; call += 1) await wecom.api('user/get')
  expect(wecom.requests()).toHaveLength(500)
  expect(wecom.requests().at(-1)).toMatchObject({ id: 510 })
})
