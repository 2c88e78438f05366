import { Agent, request, type IncomingMessage } from 'node:http'
import { start, type Running } from '../running'

let wecom: Running
/** One connection, kept alive: what a fault leaves on it strikes the next call. */
let agent: Agent
let sockets: Set<unknown>

beforeEach(async () => {
  wecom = await start()
  agent = new Agent({ keepAlive: true, maxSockets: 1 })
  sockets = new Set()
})
afterEach(async () => {
  agent.destroy()
  await wecom.close()
})

interface Received {
  response: IncomingMessage
  /** What came before the end or the break. */
  text: string
  chunks: number
  whole: boolean
}

const ask = (path = 'gettoken'): Promise<Received> =>
  new Promise((resolve, reject) => {
    const asked = request(`${wecom.url}/cgi-bin/${path}`, { agent }, (response) => {
      let text = ''
      let chunks = 0
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        text += chunk
        chunks += 1
      })
      response.on('error', () => undefined)
      response.on('close', () => resolve({ response, text, chunks, whole: response.complete }))
    })
    asked.on('socket', (socket) => sockets.add(socket)).on('error', reject)
    asked.end()
  })

const healthy = async () => expect((await ask()).text).toContain('"errcode":41002')

test('half a body: the length of the whole is promised, half comes, the line is cut', async () => {
  wecom.faults.add({ path: '*', kind: 'half' })
  const { response, text, whole } = await ask()
  const promised = Number(response.headers['content-length'])
  expect(whole).toBe(false)
  expect(text.length).toBe(promised >> 1)
  await healthy()
  expect(sockets.size).toBe(2)
})

test.each([500, 502, 504])(
  'status %i comes as a page, and the connection lives on',
  async (status) => {
    wecom.faults.add({ path: '*', kind: 'status', status })
    const { response, text } = await ask()
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toBe('text/html')
    expect(text).toContain(String(status))
    await healthy()
    expect(sockets.size).toBe(1)
  },
)

test('stalled before the headers: nothing comes until the caller gives up', async () => {
  wecom.faults.add({ path: '*', kind: 'stall', after: 'nothing' })
  const asked = request(`${wecom.url}/cgi-bin/gettoken`, { agent })
  const failed = new Promise<Error>((resolve) => asked.on('error', resolve))
  const answered = jest.fn()
  asked.on('response', answered).end()
  while (wecom.requests().length === 0) await new Promise(setImmediate)
  expect(wecom.requests()).toMatchObject([{ status: 0, errcode: 41002 }])
  asked.destroy(new Error('gave up'))
  expect((await failed).message).toBe('gave up')
  expect(answered).not.toHaveBeenCalled()
  await healthy()
})

test('stalled after the headers: they come, and nothing after them', async () => {
  wecom.faults.add({ path: '*', kind: 'stall', after: 'headers' })
  const asked = request(`${wecom.url}/cgi-bin/gettoken`, { agent }).on('error', () => undefined)
  const response = await new Promise<IncomingMessage>((resolve) => {
    asked.on('response', resolve).end()
  })
  response.on('error', () => undefined)
  expect(Number(response.headers['content-length'])).toBeGreaterThan(0)
  expect(response.read()).toBeNull()
  asked.destroy()
  await healthy()
})

test('a server that closes ends what it has stalled', async () => {
  wecom.faults.add({ path: '*', kind: 'stall', after: 'nothing' })
  const asked = ask().catch((error: Error) => error)
  while (wecom.requests().length === 0) await new Promise(setImmediate)
  await wecom.close()
  expect(await asked).toMatchObject({ message: 'socket hang up' })
  wecom = await start()
})

test('a slow drip comes in pieces, whole in the end, on a connection that lives on', async () => {
  wecom.faults.add({ path: '*', kind: 'drip', bytes: 40, everyMs: 2 })
  const { response, text, chunks, whole } = await ask()
  expect(whole).toBe(true)
  expect(chunks).toBeGreaterThan(3)
  expect(text.length).toBe(Number(response.headers['content-length']))
  expect(JSON.parse(text)).toMatchObject({ errcode: 41002 })
  await healthy()
  expect(sockets.size).toBe(1)
})

test.each([
  ['strings', { errcode: '41002', errmsg: expect.any(String) }],
  ['nulls', { errcode: null, errmsg: null }],
  ['list', [{ errcode: 41002, errmsg: expect.any(String) }]],
] as const)('wrong types, as %s', async (as, expected) => {
  wecom.faults.add({ path: '*', kind: 'types', as })
  expect(JSON.parse((await ask()).text)).toEqual(expected)
  await healthy()
  expect(sockets.size).toBe(1)
})

test.each(['half', 'stall', 'drip', 'types'] as const)(
  '%s strikes after the processing',
  async (kind) => {
    const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhangsan' })
    const access_token = await wecom.accessToken()
    const rule = {
      half: { kind },
      stall: { kind, after: 'nothing' },
      drip: { kind, bytes: 100, everyMs: 1 },
      types: { kind, as: 'list' },
    }[kind]
    wecom.faults.add({ path: '/cgi-bin/miniprogram/jscode2session', ...rule } as never)
    const query = new URLSearchParams({ access_token, js_code, grant_type: 'authorization_code' })
    const asked = request(`${wecom.url}/cgi-bin/miniprogram/jscode2session?${query}`)
    asked.on('response', (response) => response.resume().on('error', () => undefined))
    asked.on('error', () => undefined).end()
    while (wecom.requests().length < 2) await new Promise(setImmediate)
    asked.destroy()
    expect((await wecom.exchange({ js_code })).errcode).toBe(40029)
  },
)
