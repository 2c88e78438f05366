import { createCloudbase, type Cloudbase } from '../../../simulator/cloudbase/cloudbase'
import type { FunctionLogEvent } from '../../../simulator/cloudbase/log-stream'
import { createFunctionFolder } from '../../support/function-folder'

const sources = {
  echo: `exports.main = async (event, context) => ({ event, keys: Object.keys(context) })`,
  environment: `exports.main = async () => ({ ...process.env })`,
  counter: `let n = 0; exports.main = async () => ++n`,
  slow: `let now = 0, most = 0
    exports.main = async () => {
      most = Math.max(most, ++now); await new Promise((r) => setTimeout(r, 30)); now--
      return { most, pid: process.pid }
    }`,
  hang: `let n = 0; exports.main = () => (n++ ? 'again' : new Promise(() => {}))`,
  throws: `exports.main = async () => { throw new Error('the secret detail') }`,
  dies: `exports.main = () => process.exit(3)`,
  nothing: `exports.main = async () => undefined`,
  large: `exports.main = async () => 'x'.repeat(7 * 1024 * 1024)`,
  talks: `exports.main = async () => { console.log('{"event":"reply","code":"ok"}'); console.log('plain') }`,
  http: `exports.main = async ({ path, httpMethod, queryStringParameters, body, headers }) => ({
    statusCode: 201, headers: { 'set-cookie': 'a=1', 'content-type': 'application/json' },
    body: JSON.stringify({ path, httpMethod, queryStringParameters, body, ip: headers['x-real-ip'] }) })`,
}
const names = Object.keys(sources)
const folder = createFunctionFolder(sources)
const caller = { appId: 'wx1', openId: 'o1', source: 'wx_client', address: '203.0.113.7' }
let cloudbase: Cloudbase

const create = (options: object = {}) => {
  cloudbase = createCloudbase({
    functionsRoot: folder.root,
    functions: Object.fromEntries(
      names.map((name) => [
        name,
        { environment: { NAME_OF: name, SECRET_OF: `secret of ${name}` } },
      ]),
    ),
    routes: { '/api/http': 'http', '/api/nothing': 'nothing', '/api/throws': 'throws' },
    timeoutMs: 1000,
    ...options,
  })
  return cloudbase
}
const call = (name: string, data = {}, who = caller) => cloudbase.callFunction(name, data, who)

afterEach(() => cloudbase.close())
afterAll(() => folder.remove())

test('a function gets its event and the context that the platform makes', async () => {
  create()
  const { event, keys } = (await call('echo', { a: 1 })) as { event: object; keys: string[] }
  expect(event).toEqual({ a: 1, userInfo: { appId: 'wx1', openId: 'o1' } })
  expect(keys).toEqual(
    expect.arrayContaining([
      'callbackWaitsForEmptyEventLoop',
      'environ',
      'environment',
      'request_id',
    ]),
  )
})

test('a function sees its own variables and nobody else’s', async () => {
  create()
  const environment = (await call('environment')) as Record<string, string>
  expect(environment.NAME_OF).toBe('environment')
  expect(environment).not.toHaveProperty('HOME')
  expect(environment).not.toHaveProperty('PATH')
})

test('a warm instance keeps what it remembers, and the variables of the person before', async () => {
  create()
  expect([await call('counter'), await call('counter')]).toEqual([1, 2])
  await call('environment', {}, { ...caller, openId: 'oTheOneBefore' })
  expect(await cloudbase.callTimer('environment', 'hourly')).toMatchObject({
    WX_OPENID: 'oTheOneBefore',
  })
})

test('one instance works on one call at a time; more calls start more instances, up to the limit', async () => {
  create({ maximumInstances: 3 })
  const runs = (await Promise.all(Array.from({ length: 9 }, () => call('slow')))) as {
    most: number
    pid: number
  }[]
  expect(Math.max(...runs.map(({ most }) => most))).toBe(1)
  expect(new Set(runs.map(({ pid }) => pid)).size).toBe(3)
})

test('with concurrency, calls share an instance, whose environment then stays as it is', async () => {
  create({ concurrency: 9, maximumInstances: 1 })
  const runs = (await Promise.all(Array.from({ length: 9 }, () => call('slow')))) as {
    most: number
  }[]
  expect(Math.max(...runs.map(({ most }) => most))).toBe(9)
  expect(await call('environment')).not.toHaveProperty('WX_OPENID')
})

describe('when a function fails, the caller hears of the platform, not of the function', () => {
  test.each([
    ['throws', 'function threw an error'],
    ['dies', 'function exited before it answered'],
    ['large', 'body size is too long'],
    ['missing', 'function not found'],
  ])('%s', async (name, message) => {
    create()
    await expect(call(name)).rejects.toThrow(message)
  })

  test('a call that takes too long ends, and takes its instance with it', async () => {
    create({ timeoutMs: 200 })
    await expect(call('hang')).rejects.toThrow('Invoking task timed out after 0.2 seconds')
    await expect(call('hang')).rejects.toThrow('timed out')
  })

  test('an event over 6 MiB is not taken', async () => {
    create()
    await expect(call('echo', { x: 'x'.repeat(7 * 1024 * 1024) })).rejects.toThrow('too long')
  })

  test('a function that was never built is named, with what to do', () => {
    expect(() =>
      createCloudbase({
        functionsRoot: folder.root,
        functions: { other: { environment: {} } },
        routes: {},
      }),
    ).toThrow('other is not built: npm run build')
  })
})

test('undefined comes out as null', async () => {
  create()
  expect(await call('nothing')).toBeNull()
})

describe('the HTTP access service', () => {
  let url: string
  let close: () => Promise<void>
  beforeEach(async () => {
    ;({ url, close } = await create().listen())
  })
  afterEach(() => close())

  test('turns a request into an event, and an integration response into a response', async () => {
    const response = await fetch(`${url}/api/http?a=1&b=%E4%BD%A0`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"x":1}',
    })
    expect(response.status).toBe(201)
    expect(response.headers.get('set-cookie')).toBe('a=1')
    expect(await response.json()).toEqual({
      path: '/api/http',
      httpMethod: 'POST',
      queryStringParameters: { a: '1', b: '你' },
      body: '{"x":1}',
      ip: '127.0.0.1',
    })
  })

  test('answers 204 for nothing, 500 for a failure, 404 for a path that leads nowhere', async () => {
    expect((await fetch(`${url}/api/nothing`)).status).toBe(204)
    const failed = await fetch(`${url}/api/throws`)
    expect([failed.status, (await failed.text()).includes('secret detail')]).toEqual([500, false])
    expect((await fetch(`${url}/api/__proto__`)).status).toBe(404)
  })

  test('callFunction works over the wire, for JSON only', async () => {
    const send = (headers: Record<string, string>, body: unknown) =>
      fetch(`${url}/_cloud/callFunction`, { method: 'POST', headers, body: JSON.stringify(body) })
    const json = { 'content-type': 'application/json' }
    const good = { name: 'echo', data: { a: 1 }, caller }
    expect(await (await send(json, good)).json()).toMatchObject({ result: { event: { a: 1 } } })
    expect((await send({ 'content-type': 'text/plain' }, good)).status).toBe(400)
    expect((await send(json, { name: 'echo' })).status).toBe(400)
    expect(await (await send(json, { ...good, name: 'throws' })).json()).toMatchObject({
      errCode: -504002,
    })
  })

  test('what functions write is streamed, plain text as console', async () => {
    const stream = await fetch(`${url}/_cloud/log`)
    const reader = stream.body?.getReader()
    await call('talks')
    let text = ''
    while (!text.includes('plain'))
      text += Buffer.from((await reader?.read())?.value ?? []).toString()
    expect(text).toContain('data: {"event":"reply","code":"ok"}')
    expect(text).toContain('data: {"event":"console","function":"talks","text":"plain"}')
    await reader?.cancel()
  })
})

test('whoever listens to the log hears it, until they stop', async () => {
  create()
  const heard: FunctionLogEvent[] = []
  const stop = cloudbase.log.listen((event) => heard.push(event))
  cloudbase.log.add('echo', 'one')
  stop()
  cloudbase.log.add('echo', 'two')
  expect(heard).toEqual([{ event: 'console', function: 'echo', text: 'one' }])
})
