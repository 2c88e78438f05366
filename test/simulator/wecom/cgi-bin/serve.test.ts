import { corpId, secret, start, type Running } from '../running'

let wecom: Running
const good = () => wecom.api('gettoken', { corpid: corpId, corpsecret: secret })
const raw = (path: string, init?: RequestInit) => fetch(`${wecom.url}${path}`, init)

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

describe('the envelope', () => {
  test('of success: 200, JSON, errcode 0 in body and header', async () => {
    const query = new URLSearchParams({ corpid: corpId, corpsecret: secret })
    const response = await raw(`/cgi-bin/gettoken?${query}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8')
    expect(response.headers.get('error-code')).toBe('0')
    expect(response.headers.get('error-msg')).toBe('ok')
    expect(await response.json()).toMatchObject({ errcode: 0, errmsg: 'ok' })
  })

  test('of refusal: 200, with hint, address and the query tool, the same text in the header', async () => {
    const response = await raw('/cgi-bin/user/get')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=UTF-8')
    const body = (await response.json()) as { errcode: number; errmsg: string }
    const seconds = Math.floor(wecom.clock.now() / 1000)
    expect(Object.keys(body)).toEqual(['errcode', 'errmsg'])
    expect(body.errcode).toBe(41001)
    expect(body.errmsg).toMatch(
      new RegExp(
        `^access_token missing, hint: \\[${seconds}\\d{14,15}\\], from ip: 127\\.0\\.0\\.1, ` +
          'more info at https://open\\.work\\.weixin\\.qq\\.com/devtool/query\\?e=41001$',
      ),
    )
    expect(response.headers.get('error-code')).toBe('41001')
    expect(response.headers.get('error-msg')).toBe(body.errmsg)
  })

  test.each([
    ['hexadecimal', /^access_token missing, hint: \[\d{10}_12_[0-9a-f]{32}\], from ip: 127/],
    ['bare', /^access_token missing$/],
  ] as const)('of refusal in an older shape: %s', async (refusalText, shape) => {
    await wecom.close()
    wecom = await start({ choices: { refusalText } })
    expect((await wecom.api('user/get')).errmsg).toMatch(shape)
  })

  test('two refusals have two hints', async () => {
    const [first, second] = [await wecom.api('user/get'), await wecom.api('user/get')]
    expect(first.errmsg).not.toBe(second.errmsg)
  })
})

test('a path that is not simulated says so loudly, in the envelope', async () => {
  const reply = await wecom.api('externalcontact/list')
  expect(reply.errcode).toBe(900404)
  expect(reply.errmsg).toMatch(/^not simulated: GET \/cgi-bin\/externalcontact\/list, hint:/)
})

test('a read sent as POST has none of its parameters but the token', async () => {
  const accessToken = await wecom.accessToken()
  const response = await raw(`/cgi-bin/user/get?access_token=${accessToken}&userid=zhangsan`, {
    method: 'POST',
    body: JSON.stringify({ userid: 'zhangsan' }),
  })
  expect(await response.json()).toMatchObject({ errcode: 41009 })
})

test('a token in the body is no token', async () => {
  const access_token = await wecom.accessToken()
  const response = await raw('/cgi-bin/user/get', {
    method: 'POST',
    body: JSON.stringify({ access_token }),
  })
  expect(await response.json()).toMatchObject({ errcode: 41001 })
})

describe('an injected fault', () => {
  test('strikes the next k calls of its path, and no other path', async () => {
    wecom.faults.add({
      path: '/cgi-bin/gettoken',
      times: 2,
      kind: 'errcode',
      errcode: -1,
      text: 'system busy',
    })
    expect((await wecom.api('user/get')).errcode).toBe(41001)
    const busy = await good()
    expect(busy.errcode).toBe(-1)
    expect(busy.errmsg).toMatch(/^system busy, hint:/)
    expect((await good()).errcode).toBe(-1)
    expect((await good()).errcode).toBe(0)
  })

  test('on * strikes any path, always until it is cleared', async () => {
    wecom.faults.add({ path: '*', times: 'always', kind: 'errcode', errcode: 45009 })
    expect((await good()).errcode).toBe(45009)
    expect((await wecom.api('user/get')).errcode).toBe(45009)
    wecom.faults.clear()
    expect((await good()).errcode).toBe(0)
  })

  test('of a refusal leaves the code unspent', async () => {
    const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhangsan' })
    wecom.faults.add({ path: '/cgi-bin/miniprogram/jscode2session', kind: 'errcode', errcode: -1 })
    expect((await wecom.exchange({ js_code })).errcode).toBe(-1)
    expect((await wecom.exchange({ js_code })).errcode).toBe(0)
  })

  test('that cuts before processing leaves the code unspent', async () => {
    const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhangsan' })
    wecom.faults.add({ path: '/cgi-bin/miniprogram/jscode2session', kind: 'cut', when: 'before' })
    await expect(wecom.exchange({ js_code })).rejects.toThrow('fetch failed')
    expect((await wecom.exchange({ js_code })).errcode).toBe(0)
  })

  test('that cuts after processing has spent the code', async () => {
    const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhangsan' })
    wecom.faults.add({ path: '/cgi-bin/miniprogram/jscode2session', kind: 'cut', when: 'after' })
    await expect(wecom.exchange({ js_code })).rejects.toThrow('fetch failed')
    expect((await wecom.exchange({ js_code })).errcode).toBe(40029)
    expect(wecom.requests().find(({ status }) => status === 0)).toMatchObject({ errcode: 0 })
  })

  test('can put an HTML page with status 200 in the way', async () => {
    wecom.faults.add({ path: '/cgi-bin/gettoken', kind: 'html' })
    const response = await raw('/cgi-bin/gettoken')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html')
    expect(await response.text()).toMatch(/^<!doctype html>/)
  })

  test('can answer any body, in Chinese too', async () => {
    wecom.faults.add({ path: '*', kind: 'body', body: '{"errcode":"40029","errmsg":"无效"}' })
    expect(await (await raw('/cgi-bin/gettoken')).json()).toEqual({
      errcode: '40029',
      errmsg: '无效',
    })
  })

  test('with a Chinese text is answered; the header stays ASCII', async () => {
    wecom.faults.add({ path: '*', kind: 'errcode', errcode: 1, text: '系统繁忙' })
    const response = await raw('/cgi-bin/gettoken')
    expect(await response.json()).toMatchObject({ errmsg: expect.stringMatching(/^系统繁忙, /) })
    expect(response.headers.get('error-msg')).toMatch(/^\?\?\?\?, hint/)
  })

  test('of waiting delays the answer and combines with another', async () => {
    wecom.faults.add({ path: '*', kind: 'wait', ms: 60 })
    wecom.faults.add({ path: '*', kind: 'errcode', errcode: -1 })
    const startedAt = performance.now()
    expect((await good()).errcode).toBe(-1)
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(55)
    expect(wecom.faults.list()).toEqual([])
  })
})
