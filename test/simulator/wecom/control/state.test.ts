import { loadCompany } from '../../../../simulator/wecom/wecom'
import { corpId, startOfTest } from '../running'
import { startCalled, type Called } from './calling'

let wecom: Called
const call: Called['call'] = (request, body) => wecom.call(request, body)

beforeEach(async () => {
  wecom = await startCalled()
})
afterEach(() => wecom.close())

describe('the clock', () => {
  test('jumps two hours, and the token has expired', async () => {
    const access_token = await wecom.accessToken()
    const ask = async () => (await wecom.api('user/get', { access_token, userid: 'lisi' })).errcode
    expect(await ask()).toBe(0)
    expect((await call('POST /clock', { advanceSeconds: 7200 })).body).toEqual({
      now: startOfTest + 7_200_000,
      iso: '2026-03-02T03:00:00.000Z',
      aheadSeconds: 7200,
    })
    expect(await ask()).toBe(42001)
    await call('POST /clock', { reset: true })
    expect(await ask()).toBe(0)
  })

  test('is set to a moment, as a number or as a date', async () => {
    const set = { set: '2030-01-01T00:00:00+08:00' }
    expect((await call('POST /clock', set)).body).toMatchObject({ now: 1893427200000 })
    expect((await call('POST /clock', { set: 1893427200001 })).body['now']).toBe(1893427200001)
    expect((await call('GET /clock')).body).toMatchObject({ now: 1893427200001 })
  })

  test.each([
    {},
    { advanceSeconds: '7200' },
    { advanceSeconds: 1.5 },
    { advanceSeconds: 1e12 },
    { set: 'tomorrow' },
    { set: -1 },
    { reset: false },
    { advanceSeconds: 1, reset: true },
    { forward: 1 },
  ])('does not move for %j', async (move) => {
    expect((await call('POST /clock', move)).status).toBe(400)
    expect(wecom.clock.now()).toBe(startOfTest)
  })
})

describe('snapshots', () => {
  test('keep company, clock and faults, whatever happens to them', async () => {
    const fault = { path: '*', kind: 'html', times: 2 } as const
    wecom.faults.add(fault)
    wecom.clock.advance(60)
    const before = wecom.company()
    await call('PUT /snapshots/%E4%B9%8B%E5%89%8D')
    expect((await call('GET /snapshots')).body).toEqual({
      snapshots: [{ name: '之前', at: startOfTest + 60_000, members: before.members.length }],
    })

    wecom.faults.clear()
    wecom.clock.advance(7200)
    wecom.removeMember('zhangsan')
    wecom.setApp({ enabled: false, trustedIps: ['203.0.113.7'] })
    for (let again = 0; again < 2; again += 1) {
      expect((await call('POST /snapshots/之前/restore')).status).toBe(200)
      expect(wecom.company()).toEqual(before)
      expect(wecom.clock.now()).toBe(startOfTest + 60_000)
      expect(wecom.faults.list()).toEqual([{ ...fault, id: expect.any(Number) }])
      wecom.editMember('zhangsan', { name: '张三丰' })
    }
  })

  test('leave tokens alive, and what is visible is what was restored', async () => {
    const access_token = await wecom.accessToken()
    const ask = async () => (await wecom.api('user/get', { access_token, userid: 'lisi' })).errcode
    wecom.snapshots.take('all')
    wecom.hideMember('lisi')
    expect(await ask()).toBe(60111)
    wecom.snapshots.restore('all')
    expect(await ask()).toBe(0)
  })

  test('of a name that is not there are 404, an empty name is 400', async () => {
    expect((await call('POST /snapshots/none/restore')).status).toBe(404)
    expect((await call('DELETE /snapshots/none')).status).toBe(404)
    expect((await call('PUT /snapshots/%20')).status).toBe(400)
    await call('PUT /snapshots/one')
    expect((await call('DELETE /snapshots/one')).status).toBe(200)
    expect((await call('GET /snapshots')).body).toEqual({ snapshots: [] })
  })
})

test('a reset brings back the company, the time and the silence of the start', async () => {
  const before = wecom.company()
  const token = 'InventedToken2026'
  const aesKey = 'InventedKeyOfTheCallbacks0123456789abcdefgh'
  wecom.setApp({ callback: { url: 'http://127.0.0.1:1/', token, aesKey } })
  wecom.removeMember('zhangsan')
  await wecom.callbacks.settled()
  expect(wecom.callbacks.deliveries()).toHaveLength(1)
  wecom.addDepartment({ name: '新' })
  wecom.clock.advance(10)
  await wecom.api('user/get')
  wecom.faults.add({ path: '*', kind: 'html' })
  await call('POST /reset')
  expect(wecom.company()).toEqual(before)
  expect(wecom.clock.now()).toBe(startOfTest)
  expect(wecom.faults.list()).toEqual([])
  expect(wecom.requests()).toEqual([])
  expect(wecom.callbacks.deliveries()).toEqual([])
})

test('a reset forgets what was issued, and who called too often', async () => {
  await wecom.close()
  wecom = await startCalled({ limits: { wrongSecretsPerHour: 1 } })
  const access_token = await wecom.accessToken()
  const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhangsan' })
  await wecom.api('gettoken', { corpid: corpId, corpsecret: 'wrong' })
  expect((await wecom.api('gettoken', { corpid: corpId, corpsecret: 'wrong' })).errcode).toBe(45009)
  wecom.reset()
  const read = await wecom.api('user/get', { access_token, userid: 'lisi' })
  expect(read.errcode).toBe(40014)
  expect((await wecom.exchange({ js_code })).errcode).toBe(40029)
  expect((await wecom.exchange()).errcode).toBe(0)
})

describe('a seed file', () => {
  const importText = (text: string, type = 'application/yaml') =>
    fetch(`${wecom.url}/_sim/import?name=mine.yaml`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: text,
    })

  test.each(['yaml', 'json'])(
    'as %s is exported, and imported again is the same',
    async (format) => {
      wecom.editMember('zhangsan', {
        status: 2,
        departments: [4, 9],
        mainDepartment: 9,
        order: [7, 0],
      })
      wecom.setApp({ enabled: false, trustedIps: [] })
      const before = wecom.company()
      const response = await fetch(`${wecom.url}/_sim/export?format=${format}`)
      expect(response.headers.get('content-type')).toContain(format)
      const text = await response.text()
      expect(loadCompany(text, 'exported')).toEqual(before)
      wecom.removeMember('zhangsan')
      const imported = await importText(text, `application/${format}`)
      expect(await imported.json()).toMatchObject({ corpId, members: before.members.length })
      expect(wecom.company()).toEqual(before)
    },
  )

  test('with mistakes is refused, each with its line, and nothing changes', async () => {
    const before = wecom.company()
    const text = (await (await fetch(`${wecom.url}/_sim/export`)).text())
      .replace('userId: lisi', 'userId: zhangsan')
      .replace('name: 王子轩', 'nome: 王子轩')
    const response = await importText(text)
    expect(response.status).toBe(400)
    const line = text.split('\n').findIndex((one) => one.includes('nome')) + 1
    expect(await response.json()).toEqual({
      error: expect.stringContaining(`mine.yaml:${line}:`),
      problems: expect.arrayContaining([
        { line, column: expect.any(Number), message: expect.stringContaining('"nome"') },
      ]),
    })
    expect(wecom.company()).toEqual(before)
  })

  test('of another company is another company', async () => {
    const text = `
corpId: ww5eed00000000000f
name: 另一家
apps: [{ agentId: 7, name: 应用, secret: invented-secret-of-another-01 }]
departments: [{ id: 1, name: 公司 }]
members: [{ userId: a, name: 甲 }]
`
    expect((await importText(text)).status).toBe(200)
    expect((await wecom.call('GET /members')).body).toMatchObject({ total: 1 })
    const corpsecret = 'invented-secret-of-another-01'
    const reply = await wecom.api('gettoken', { corpid: 'ww5eed00000000000f', corpsecret })
    expect(reply.errcode).toBe(0)
    const gone = await wecom.api('gettoken', { corpid: corpId, corpsecret })
    expect(gone.errcode).toBe(40013)
  })

  test('follows a schema that is published', async () => {
    const schema = await call('GET /company.schema.json')
    expect(schema.body).toMatchObject({ title: 'A company for the WeCom simulator' })
    expect((await call('GET /export?format=xml')).status).toBe(400)
  })
})

test('requests are told from one on, and forgotten on demand', async () => {
  await wecom.api('user/get')
  await wecom.api('gettoken')
  const { body } = await call('GET /requests?after=1')
  expect(body).toMatchObject({ requests: [{ id: 2, path: '/cgi-bin/gettoken' }] })
  await call('DELETE /requests')
  await wecom.api('user/get')
  expect((await call('GET /requests')).body).toMatchObject({ requests: [{ id: 3 }] })
})
