import { createVisitor } from '../web/visitor'
import { company, corpId, secret, start, type Running } from '../running'

let wecom: Running
const token = () => wecom.api('gettoken', { corpid: corpId, corpsecret: secret })
const errcodes = async (times: number, ask: () => Promise<{ errcode: number }>) => {
  const seen: number[] = []
  for (let n = 0; n < times; n += 1) seen.push((await ask()).errcode)
  return seen
}

afterEach(() => wecom.close())

test('beyond the minute, a corp waits a minute for that path, from the call that was too many', async () => {
  wecom = await start({ limits: { callsOfCorpPerMinute: 2 } })
  const access_token = await wecom.accessToken()
  const ask = () => wecom.api('tag/list', { access_token })
  expect(await errcodes(2, ask)).toEqual([0, 0])
  wecom.clock.advance(30)
  const refused = await ask()
  expect(refused.errcode).toBe(45009)
  expect(refused.errmsg).toMatch(/^api freq out of limit, hint: /)
  expect((await wecom.api('department/list', { access_token })).errcode).toBe(0)
  wecom.clock.advance(59)
  expect((await ask()).errcode).toBe(45009)
  wecom.clock.advance(1)
  expect(await errcodes(3, ask)).toEqual([0, 0, 45009])
})

test('a minute later the count begins anew', async () => {
  wecom = await start({ limits: { callsOfCorpPerMinute: 2 } })
  const access_token = await wecom.accessToken()
  const ask = () => wecom.api('tag/list', { access_token })
  expect(await errcodes(2, ask)).toEqual([0, 0])
  wecom.clock.advance(60)
  expect(await errcodes(2, ask)).toEqual([0, 0])
})

test('beyond the hour, it is an hour', async () => {
  wecom = await start({ limits: { callsOfCorpPerHour: 3 }, tokenLifeSeconds: 86_400 })
  const access_token = await wecom.accessToken()
  const ask = () => wecom.api('tag/list', { access_token })
  for (let n = 0; n < 3; n += 1) {
    expect((await ask()).errcode).toBe(0)
    wecom.clock.advance(61)
  }
  expect((await ask()).errcode).toBe(45009)
  wecom.clock.advance(3599)
  expect((await ask()).errcode).toBe(45009)
  wecom.clock.advance(1)
  expect((await ask()).errcode).toBe(0)
})

test('an address has a limit of its own, whatever corp it asks for, and for bad tokens too', async () => {
  wecom = await start({ limits: { callsOfAddressPerMinute: 2, callsOfAddressPerHour: 3 } })
  const ask = () => wecom.api('user/get', { access_token: 'made-up' })
  expect(await errcodes(3, ask)).toEqual([40014, 40014, 45009])
  wecom.clock.advance(60)
  expect(await errcodes(2, ask)).toEqual([40014, 45009])
})

test('gettoken has the same limits, for one corp and for all', async () => {
  wecom = await start({ limits: { callsOfCorpPerMinute: 1 } })
  expect(await errcodes(2, token)).toEqual([0, 45009])
})

describe.each(['auth/getuserinfo', 'user/getuserinfo'])('%s', (path) => {
  const codeOf = async () =>
    (await (await createVisitor(wecom).become('zhangsan')).authorize()).code ?? ''

  test('is not limited for good codes, even while it is for bad ones', async () => {
    wecom = await start({ limits: { callsOfCorpPerMinute: 2, callsOfAddressPerMinute: 100 } })
    const access_token = await wecom.accessToken()
    const exchange = async (code: string) => wecom.api(path, { access_token, code })
    for (let n = 0; n < 4; n += 1) expect((await exchange(await codeOf())).errcode).toBe(0)
    expect(await errcodes(3, () => exchange('made-up'))).toEqual([40029, 40029, 45009])
    expect((await exchange(await codeOf())).errcode).toBe(0)
  })
})

test('debug=1 is for five calls a minute', async () => {
  wecom = await start()
  const access_token = await wecom.accessToken()
  const debugged = () => wecom.api('tag/list', { access_token, debug: '1' })
  expect(await errcodes(6, debugged)).toEqual([0, 0, 0, 0, 0, 45009])
  expect((await wecom.api('tag/list', { access_token, debug: '0' })).errcode).toBe(0)
  wecom.clock.advance(60)
  expect((await debugged()).errcode).toBe(0)
})

test('too many calls of one path at once are 45033', async () => {
  wecom = await start({ limits: { callsAtOnce: 2 } })
  wecom.faults.add({ path: '/cgi-bin/tag/list', kind: 'wait', ms: 50, times: 2 })
  const access_token = await wecom.accessToken()
  const ask = () => wecom.api('tag/list', { access_token })
  const replies = await Promise.all([ask(), ask(), ask()])
  expect(replies.map(({ errcode }) => errcode).sort()).toEqual([0, 0, 45033])
  expect((await ask()).errcode).toBe(0)
})

test('scale brings every limit within reach of a test', async () => {
  wecom = await start({ limits: { scale: 0.0001 } })
  expect(await errcodes(3, token)).toEqual([0, 45009, 45009])
})

test('off means none', async () => {
  wecom = await start({ limits: 'off' })
  const access_token = await wecom.accessToken()
  const ask = () => wecom.api('tag/list', { access_token, debug: '1' })
  expect(new Set(await errcodes(20, ask))).toEqual(new Set([0]))
  const wrong = () => wecom.send('user/getuserid', { mobile: '13800009999' })
  expect(new Set(await errcodes(company().members.length, wrong))).toEqual(new Set([46004]))
})

test('a scale of nothing is a mistake', async () => {
  await expect(start({ limits: { scale: 0 } })).rejects.toThrow('"limits.scale"')
  wecom = await start()
})
