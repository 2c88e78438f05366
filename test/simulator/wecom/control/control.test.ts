import { request } from 'node:http'
import { corpId, otherCorpId, start, type Running } from '../running'

let wecom: Running
const get = async (path: string) =>
  (await fetch(`${wecom.url}/_sim/${path}`)).json() as Promise<unknown>
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${wecom.url}/_sim/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const login = { platform: 'wecom', userId: 'zhangsan' }

/** fetch does not let a caller set Host, Origin and Sec-Fetch-Site; a browser sets them itself. */
const statusWith = (headers: Record<string, string>, path = '/_sim/company'): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${wecom.url}${path}`, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

describe('GET /_sim/company', () => {
  interface Listing {
    corps: { corpId: string; own: boolean; members: { userId: string }[] }[]
  }

  test('lists our own corp first, then the visitors', async () => {
    const { corps } = (await get('company')) as Listing
    expect(corps).toMatchObject([
      { corpId, corpName: '启明科技（深圳）有限公司', own: true },
      { corpId: otherCorpId, own: false, members: [{ userId: 'zhengyuan', visible: false }] },
      { own: false, members: [{ userId: 'heliang', visible: false }] },
    ])
  })

  test('is what the simulator tells in process', async () => {
    expect(await get('company')).toEqual({ corps: wecom.people() })
  })

  test('tells of each person what the start page shows, and nothing private', async () => {
    const { corps } = (await get('company')) as Listing
    const people = corps[0]?.members ?? []
    expect(people).toContainEqual({
      userId: 'zhangsan',
      name: '张三',
      alias: 'Jack Zhang',
      position: '高级后台工程师',
      departmentIds: [4],
      status: 1,
      visible: true,
    })
    expect(people).toContainEqual(
      expect.objectContaining({ userId: 'wangzixuan', departmentIds: [2, 5] }),
    )
    expect(people).toContainEqual(
      expect.objectContaining({ userId: 'weiguohua', visible: false, status: 1 }),
    )
    expect(JSON.stringify(corps)).not.toMatch(/13800000|example\.com|secret/)
  })
})

describe('POST /_sim/client/login', () => {
  test('gives a code that is that person', async () => {
    const { code } = (await (await post('client/login', login)).json()) as { code: string }
    expect(await wecom.exchange({ js_code: code })).toMatchObject({ userid: 'zhangsan' })
  })

  test('platform wechat gives a code that WeCom refuses', async () => {
    const response = await post('client/login', { ...login, platform: 'wechat' })
    const { code } = (await response.json()) as { code: string }
    expect((await wecom.exchange({ js_code: code })).errcode).toBe(40029)
  })

  test('finds a visitor with and without corpId, but not in the wrong corp', async () => {
    const visitor = { platform: 'wecom', userId: 'zhengyuan' }
    expect((await post('client/login', visitor)).status).toBe(200)
    expect((await post('client/login', { ...visitor, corpId: otherCorpId })).status).toBe(200)
    expect((await post('client/login', { ...visitor, corpId })).status).toBe(404)
  })

  test('an unknown person is 404, with the name that was asked for', async () => {
    const response = await post('client/login', { platform: 'wecom', userId: 'nobody' })
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({ error: expect.stringContaining('"nobody"') })
  })

  test.each(['yuanhong', 'jiangtao', 'weiguohua'])('%s gets a code too', async (userId) => {
    expect((await post('client/login', { platform: 'wecom', userId })).status).toBe(200)
  })

  test('a company without a mini program is 404', async () => {
    expect((await post('client/login', { ...login, agentId: 1 })).status).toBe(404)
  })

  test.each([
    ['no JSON', 'not json'],
    ['a list', []],
    ['null', 'null'],
    ['another platform', { ...login, platform: 'ios' }],
    ['a number for a person', { ...login, userId: 7 }],
    ['a list for a corp', { ...login, corpId: [] }],
    ['a text for an app', { ...login, agentId: '1000002' }],
    ['more than 64 KiB', { ...login, padding: 'x'.repeat(70_000) }],
  ])('%s is 400, with a sentence', async (_case, body) => {
    const response = await post('client/login', body)
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: expect.any(String) })
  })
})

test('GET /_sim/requests tells what was asked lately', async () => {
  await wecom.api('user/get')
  expect(await get('requests')).toEqual({ requests: wecom.requests() })
  expect(wecom.requests()).toHaveLength(1)
})

test('an unknown path or method is 404, and which methods there are is told', async () => {
  const told = await fetch(`${wecom.url}/_sim/clock`, { method: 'DELETE' })
  expect(await told.json()).toEqual({
    error: 'the simulator has no DELETE /_sim/clock; it takes GET, POST',
  })
  expect((await fetch(`${wecom.url}/_sim/nothing`)).status).toBe(404)
  expect((await fetch(`${wecom.url}/_sim/client/login`)).status).toBe(404)
  expect((await post('company', {})).status).toBe(404)
})

describe('a web page elsewhere cannot drive it', () => {
  const port = () => new URL(wecom.url).port

  test.each([
    ['another site', { Origin: 'https://evil.example.com' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { Origin: 'null' }],
    ['an image on another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a page on another port of this machine', { 'Sec-Fetch-Site': 'same-site' }],
    ['a host name that was pointed at 127.0.0.1', { Host: 'evil.example.com' }],
    ['a host name that only begins so', { Host: '127.0.0.1.evil.example.com' }],
  ])('%s is refused with 403', async (_case, headers) => {
    expect(await statusWith(headers as Record<string, string>)).toBe(403)
  })

  test('not even when Host and Origin agree on the wrong name', async () => {
    const headers = { Host: 'evil.example.com', Origin: 'http://evil.example.com' }
    expect(await statusWith(headers)).toBe(403)
  })

  test('its own pages and programs without an Origin may', async () => {
    expect(await statusWith({})).toBe(200)
    expect(await statusWith({ Origin: wecom.url, 'Sec-Fetch-Site': 'same-origin' })).toBe(200)
    const name = `localhost:${port()}`
    expect(await statusWith({ Host: name, Origin: `http://${name}` })).toBe(200)
  })

  test('a form cannot post: the type must be JSON', async () => {
    const response = await post('client/login', login, { 'Content-Type': 'text/plain' })
    expect(response.status).toBe(403)
  })

  test('nothing is offered to other origins, and nothing is kept', async () => {
    const { headers } = await fetch(`${wecom.url}/_sim/company`)
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

test('it refuses everything once NODE_ENV is production', async () => {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    expect(await statusWith({})).toBe(403)
  } finally {
    process.env['NODE_ENV'] = before
  }
})
