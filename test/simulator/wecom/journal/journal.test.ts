import { corpId, secret, start, type Running } from '../running'
import type { JournalEntry } from '../../../../simulator/wecom/wecom'

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

describe('the answer', () => {
  test('is told with its meaning, and with nothing private', async () => {
    const access_token = await wecom.accessToken()
    await wecom.api('user/get', { access_token, userid: 'zhangsan' })
    await wecom.api('user/get', { access_token, userid: 'nobody' })
    const [token, member, refused] = wecom.requests()
    expect(token).toMatchObject({ answer: { errcode: 0, access_token: '[hidden]' } })
    expect(token).not.toHaveProperty('explanation')
    expect(member).toMatchObject({
      answer: { name: '张三', userid: 'zhangsan', department: [4], telephone: '[hidden]' },
    })
    expect(refused).toMatchObject({
      errcode: 60111,
      explanation: { zh: expect.stringContaining('可见范围'), en: expect.any(String) },
    })
  })

  test('of a lookup hides the number that was looked for, as text and as number', async () => {
    const access_token = await wecom.accessToken()
    await wecom.post('user/getuserid', { mobile: '13800000001' }, { access_token })
    await wecom.post('user/getuserid', { mobile: 13800000001 }, { access_token })
    expect(wecom.requests().slice(1)).toMatchObject([
      { input: { mobile: '[hidden]' } },
      { input: { mobile: '[hidden]' } },
    ])
    expect(JSON.stringify(wecom.requests())).not.toContain('13800000001')
  })

  test('of a long list is shown in part', async () => {
    const access_token = await wecom.accessToken()
    for (let id = 100; id < 130; id += 1)
      wecom.addDepartment({ id, name: `部门${id}`, parentId: 2 })
    await wecom.api('department/list', { access_token })
    const { answer } = wecom.requests().at(-1) as { answer: { department: unknown[] } }
    expect(answer.department).toHaveLength(21)
    expect(answer.department.at(-1)).toMatch(/^\[and \d+ more\]$/)
  })

  test('that is no JSON, or too long, is told by its length', async () => {
    wecom.faults.add({ path: '*', kind: 'html' })
    await fetch(`${wecom.url}/cgi-bin/gettoken`)
    wecom.faults.add({ path: '*', kind: 'body', body: JSON.stringify(['x'.repeat(40_000)]) })
    await fetch(`${wecom.url}/cgi-bin/gettoken`)
    expect(wecom.requests()).toMatchObject([
      { answer: expect.stringMatching(/^\[no JSON, \d+ characters\]$/) },
      { answer: '[40004 characters]' },
    ])
  })
})
