import { company, corpId, otherCorpId, agentId, secret, start, type Running } from '../running'

let wecom: Running
const ask = (corpid: string, corpsecret: string) => wecom.api('gettoken', { corpid, corpsecret })
const good = () => ask(corpId, secret)

afterEach(() => wecom.close())

describe('gettoken', () => {
  beforeEach(async () => {
    wecom = await start()
  })

  test('gives a token that fits into 512 bytes and lives 7200 seconds', async () => {
    const reply = await good()
    expect(reply).toMatchObject({ errcode: 0, errmsg: 'ok', expires_in: 7200 })
    expect(String(reply['access_token'])).toMatch(/^[\w-]{100,512}$/)
  })

  test('gives the same token while it lives, with what is left of its life', async () => {
    const first = await good()
    wecom.clock.advance(7000)
    const second = await good()
    expect(second['access_token']).toBe(first['access_token'])
    expect(second['expires_in']).toBe(200)
    wecom.clock.advance(200)
    expect((await good())['access_token']).not.toBe(first['access_token'])
  })

  test.each([
    [41002, 'no corpid', '', secret],
    [41004, 'no secret', corpId, ''],
    [40013, 'a corpid that nobody has', 'ww5eed0000000000ff', secret],
    [40013, "the mini program's AppID as corpid", 'wx5eed000000000001', secret],
    [40001, 'a secret that nobody has', corpId, 'a-secret-that-nobody-has'],
    [40091, "another corp's secret", otherCorpId, secret],
  ])('answers %d to %s', async (errcode, _case, corpid, corpsecret) => {
    const reply = await ask(corpid, corpsecret)
    expect(reply.errcode).toBe(errcode)
    expect(reply).not.toHaveProperty('access_token')
  })

  test('says in the journal when the corpid is the AppID of the mini program', async () => {
    await ask('wx5eed000000000001', secret)
    expect(wecom.requests()[0]?.why).toContain('AppID of the mini program')
  })

  test('a disabled app gets no token', async () => {
    wecom.setApp({ enabled: false })
    expect((await good()).errcode).toBe(50003)
  })

  test('a reset secret opens nothing any more', async () => {
    wecom.setApp({ secret: 'another-invented-secret-0000000003' })
    expect((await good()).errcode).toBe(40001)
    expect((await ask(corpId, 'another-invented-secret-0000000003')).errcode).toBe(0)
  })

  test('is not gated by trusted IPs', async () => {
    wecom.setApp({ trustedIps: ['203.0.113.7'] })
    expect((await good()).errcode).toBe(0)
  })

  test('sent as POST it finds no corpid', async () => {
    const query = new URLSearchParams({ corpid: corpId, corpsecret: secret })
    const response = await fetch(`${wecom.url}/cgi-bin/gettoken?${query}`, {
      method: 'POST',
      body: '{}',
    })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ errcode: 41002 })
  })
})

describe('gettoken, where the documents leave it open', () => {
  test('another: a second token beside the first', async () => {
    wecom = await start({ choices: { repeatedGettoken: 'another' } })
    const [first, second] = [await wecom.accessToken(), await wecom.accessToken()]
    expect(second).not.toBe(first)
    for (const access_token of [first, second]) {
      expect((await wecom.api('department/list', { access_token })).errcode).toBe(0)
    }
  })

  test('replace: the second token kills the first', async () => {
    wecom = await start({ choices: { repeatedGettoken: 'replace' } })
    const [first, second] = [await wecom.accessToken(), await wecom.accessToken()]
    expect((await wecom.api('department/list', { access_token: first })).errcode).toBe(40014)
    expect((await wecom.api('department/list', { access_token: second })).errcode).toBe(0)
  })

  test('a disabled app can answer 40001', async () => {
    wecom = await start({ choices: { disabledAppAtGettoken: 40001 } })
    wecom.setApp({ enabled: false })
    expect((await good()).errcode).toBe(40001)
  })
})

describe('wrong secrets', () => {
  test('ban the address from gettoken for an hour, and only for one', async () => {
    wecom = await start({ limits: { wrongSecretsPerHour: 3 } })
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect((await ask(corpId, 'a-secret-that-nobody-has')).errcode).toBe(40001)
    }
    expect((await good()).errcode).toBe(45009)
    wecom.clock.advance(3599)
    expect((await good()).errcode).toBe(45009)
    wecom.clock.advance(1)
    expect((await good()).errcode).toBe(0)
  })

  test('are forgotten after an hour', async () => {
    wecom = await start({ limits: { wrongSecretsPerHour: 3 } })
    for (let attempt = 0; attempt < 4; attempt += 1) {
      expect((await ask(corpId, 'a-secret-that-nobody-has')).errcode).toBe(40001)
      wecom.clock.advance(1801)
    }
    expect((await good()).errcode).toBe(0)
  })
})

test('each app has a token of its own', async () => {
  const two = company()
  const [badge] = two.apps
  if (!badge) throw new Error('the seed company has an app')
  two.apps.push({ ...badge, agentId: 1000003, secret: 'the-invented-secret-of-a-second-app' })
  wecom = await start({ company: two })
  const first = await wecom.accessToken()
  const second = (await ask(corpId, 'the-invented-secret-of-a-second-app'))['access_token']
  expect(second).not.toBe(first)
  expect(wecom.invalidateTokens(corpId, agentId)).toBe(1)
  const alive = await wecom.api('department/list', { access_token: String(second) })
  expect(alive.errcode).toBe(0)
})
