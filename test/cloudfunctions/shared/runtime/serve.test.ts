import { AppError } from '../../../../cloudfunctions/shared/runtime/errors'
import { createMain, type Action } from '../../../../cloudfunctions/shared/runtime/serve'
import { configured, serveFunction } from '../../../../cloudfunctions/shared/runtime/serve-function'
import { WecomError } from '../../../../cloudfunctions/shared/wecom/errors'
import { createKeyRing } from '../../../../scripts/key-ring'
import { timerInvocation } from '../../../../simulator/cloudbase/events'
import { createTestClock } from '../../../support/clock'
import { call, callFunctionOf, codeOf, httpOf, post } from '../../../support/invoke'

const serve = (actions: Record<string, Action>, environment: Record<string, string> = {}) => {
  const lines: string[] = []
  const main = createMain('under-test', () => ({ via: ['callFunction', 'http'], actions }), {
    environment,
    clock: createTestClock(),
    write: (line) => lines.push(line),
  })
  return { main, lines }
}
const echo: Action = async ({ arguments: given, session }) => ({ given, session: session ?? null })

describe('one call, whichever way it comes', () => {
  const { main } = serve({ echo })

  test('callFunction and HTTP end in the same reply', async () => {
    const body = { action: 'echo', word: '你好' }
    const expected = { ok: true, data: { given: { word: '你好' }, session: null } }
    expect(await call(main, body)).toEqual(expected)
    expect(await post(main, body)).toEqual({ statusCode: 200, reply: expected })
  })

  test('the session travels in the event, or in the Authorization header', async () => {
    const inEvent = await call(main, { action: 'echo', session: 'a.b.c' })
    const inHeader = await post(
      main,
      { action: 'echo' },
      { headers: { authorization: 'Bearer a.b.c' } },
    )
    expect(inEvent).toMatchObject({ data: { session: 'a.b.c' } })
    expect(inHeader.reply).toEqual(inEvent)
  })

  test('over HTTP a session in the body counts for nothing', async () => {
    const { reply } = await post(main, { action: 'echo', session: 'a.b.c' })
    expect(reply).toMatchObject({ data: { session: null } })
  })

  test('what the platform adds about the person never reaches an action', async () => {
    const reply = await call(main, { action: 'echo', userInfo: { openId: 'forged' } })
    expect(reply).toEqual({ ok: true, data: { given: {}, session: null } })
  })

  test('a base64 body is read', async () => {
    const { event, context } = httpOf('')
    const encoded = Buffer.from('{"action":"echo"}').toString('base64')
    const response = await main(
      { ...(event as object), body: encoded, isBase64Encoded: true },
      context,
    )
    expect(response).toMatchObject({ statusCode: 200 })
  })
})

describe('bad input gets a reply with a code, never a crash', () => {
  const { main } = serve({ echo })
  const deep = JSON.parse('{"x":'.repeat(40) + '1' + '}'.repeat(40)) as object

  test.each([
    ['no action', {}, 'BAD_INPUT', 400],
    ['an action that is a number', { action: 7 }, 'BAD_INPUT', 400],
    ['an unknown action', { action: 'delete' }, 'BAD_INPUT', 400],
    ['an action that every object has', { action: 'toString' }, 'BAD_INPUT', 400],
    ['__proto__ as an action', { action: '__proto__' }, 'BAD_INPUT', 400],
    ['1 MB of text', { action: 'echo', jsCode: 'x'.repeat(1_000_000) }, 'TOO_LARGE', 413],
    ['40 levels', { action: 'echo', ...deep }, 'BAD_INPUT', 400],
  ])('%s', async (_, body, code, status) => {
    expect(codeOf(await call(main, body))).toBe(code)
    const { statusCode, reply } = await post(main, body)
    expect([statusCode, codeOf(reply)]).toEqual([status, code])
  })

  test.each([
    ['invalid JSON', '{"action":', {}],
    ['a list', '[]', {}],
    ['nothing', '', {}],
    ['GET', '{"action":"echo"}', { method: 'GET' }],
    [
      'another kind of authorization',
      '{"action":"echo"}',
      { headers: { authorization: 'Basic eA==' } },
    ],
  ])('%s over HTTP', async (_, body, options) => {
    const { statusCode, reply } = await post(main, body, options)
    expect([statusCode, codeOf(reply)]).toEqual([400, 'BAD_INPUT'])
  })

  test.each([undefined, null, 7, 'text', [], () => undefined])(
    'an event that is %p',
    async (event) => {
      const { context } = callFunctionOf({})
      expect(codeOf((await main(event, context)) as never)).toBe('BAD_INPUT')
    },
  )

  test.each([undefined, {}, { environment: '{' }, { environment: '[]' }, { environ: 'A=1' }])(
    'a context that is %p',
    async (context) => {
      expect(codeOf((await main({ action: 'echo' }, context)) as never)).toBe('BAD_INPUT')
    },
  )

  test('a key that would pollute every object pollutes none', async () => {
    await post(main, '{"action":"echo","__proto__":{"polluted":true},"constructor":{"x":1}}')
    expect({}).not.toHaveProperty('polluted')
  })
})

describe('the trigger is told by the context, which no client can write', () => {
  test('an HTTP event sent through callFunction is refused', async () => {
    const { main } = serve({ echo })
    const { event } = httpOf('{"action":"echo"}')
    const { context } = callFunctionOf({})
    expect(await main(event, context)).toMatchObject({
      statusCode: 400,
      body: expect.stringContaining('BAD_INPUT'),
    })
  })

  test('a trigger that the function is not for is refused', async () => {
    const { main } = serve({ echo })
    const target = { functionName: 'f', envId: 'e', timeoutMs: 1, memoryMb: 1, now: Date.now }
    const { event, context } = timerInvocation(target, 'hourly')
    expect(codeOf((await main(event, context)) as never)).toBe('BAD_INPUT')
  })
})

describe('what an action throws', () => {
  const throwing = (error: unknown): Record<string, Action> => ({
    fail: () => Promise.reject(error),
  })

  test('an AppError becomes its code, with its details and what to do next', async () => {
    const { main } = serve(throwing(new AppError('IP_NOT_TRUSTED', { address: '203.0.113.7' })))
    const reply = await call(main, { action: 'fail' })
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'IP_NOT_TRUSTED',
        retry: 'later',
        details: { address: '203.0.113.7' },
        traceId: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    })
  })

  test.each([
    [40029, 'CODE_REFUSED'],
    [42003, 'CODE_REFUSED'],
    [42022, 'CODE_REFUSED'],
    [60111, 'MEMBER_NOT_VISIBLE'],
    [60011, 'MEMBER_NOT_VISIBLE'],
    [90206, 'MINIPROGRAM_NOT_LINKED'],
    [60020, 'IP_NOT_TRUSTED'],
    [40091, 'SECRET_REFUSED'],
    [45009, 'WECOM_BUSY'],
    [-1, 'WECOM_BUSY'],
    [99999, 'WECOM_REFUSED'],
  ])('WeCom’s %i becomes %s', async (errcode, code) => {
    const error = new WecomError({ failure: 'refused', path: '/cgi-bin/user/get', errcode })
    const { main } = serve(throwing(error))
    const reply = await call(main, { action: 'fail' })
    expect(reply).toMatchObject({ error: { code, details: { errcode } } })
  })

  test('a fault of ours is INTERNAL to the caller, and its place stands in the log', async () => {
    const { main, lines } = serve(throwing(new TypeError('secret value in a message')))
    const reply = await call(main, { action: 'fail' })
    expect(codeOf(reply)).toBe('INTERNAL')
    expect(JSON.stringify(reply)).not.toContain('secret value')
    expect(lines.join()).not.toContain('secret value')
    const fault = lines.map((line) => JSON.parse(line)).find(({ event }) => event === 'fault')
    expect(fault).toMatchObject({ name: 'TypeError', frames: expect.any(Array) })
  })

  test('a message in Chinese and in English belongs to every refusal', async () => {
    const { main } = serve(throwing(new AppError('MEMBER_LEFT')))
    const reply = await call(main, { action: 'fail' })
    expect(reply).toMatchObject({
      error: { message: expect.stringMatching(/\p{sc=Han}.* [A-Z]/u) },
    })
  })
})

describe('configuration', () => {
  test('all that is wrong is named at once, in the log, and NOT_CONFIGURED is all that goes out', async () => {
    const lines: string[] = []
    const main = serveFunction(
      'under-test',
      configured(['app', 'store', 'seal', 'wecom', 'signing'], ({ config }) => ({
        via: ['callFunction'],
        actions: { corp: async () => config.app.corpId },
      })),
      {
        environment: {
          STORE: 'memory',
          WECOM_AGENT_ID: 'one',
          WECOM_API_BASE: 'ftp://x',
          SESSION_KEYS: 'hunter2',
        },
        clock: createTestClock(),
        write: (line) => lines.push(line),
      },
    )
    const reply = await call(main, { action: 'corp' })
    expect(codeOf(reply)).toBe('NOT_CONFIGURED')
    expect(JSON.stringify(reply)).not.toContain('WECOM')
    const problems = lines
      .map((line) => JSON.parse(line))
      .find(({ event }) => event === 'misconfigured')
    expect(problems.problems.map((problem: string) => problem.split(' ')[0])).toEqual([
      'WECOM_CORP_ID',
      'WECOM_AGENT_ID',
      'WECOM_CORP_SECRET',
      'WECOM_API_BASE',
      'SESSION_KEYS',
    ])
    expect(lines.join()).not.toContain('hunter2')
  })
})

describe('the log', () => {
  test('a call leaves two lines under one trace id', async () => {
    const { main, lines } = serve({ echo })
    await call(main, { action: 'echo' })
    const [request, reply] = lines.map((line) => JSON.parse(line))
    expect(request).toMatchObject({ event: 'request', action: 'echo', via: 'callFunction' })
    expect(reply).toMatchObject({ event: 'reply', action: 'echo', code: 'ok', ms: 0 })
    expect(reply.traceId).toBe(request.traceId)
  })

  test('known secrets and the queries of URLs are cut out wherever they turn up', async () => {
    const { main, lines } = serve(
      {
        leak: async ({ log }) => {
          log({ event: 'refused', code: 'INTERNAL', reason: 'the-corp-secret' })
          log({ event: 'refused', code: 'INTERNAL', reason: 'https://x.example/a?access_token=T' })
        },
      },
      { WECOM_CORP_SECRET: 'the-corp-secret' },
    )
    await call(main, { action: 'leak' })
    expect(lines.join()).not.toMatch(/the-corp-secret|access_token=T/)
    expect(lines.join()).toContain('[redacted]')
  })

  test('the parts of a secret are secrets too: keys of a ring, passwords in a URL', async () => {
    const [key] = createKeyRing() as { d: string }[]
    const ring = JSON.stringify([key])
    const environment = {
      SESSION_KEYS: ring,
      STORE_KEYS: '[{"kid":"a","k":"seal-key-of-the-store","sealsFrom":0}]',
      REDIS_URL: 'redis://me:pass%40word-of-redis@127.0.0.1:6379',
      WECOM_PROXY: 'http://me:password-of-the-proxy@127.0.0.1:3128',
    }
    const parts = [
      ...[key?.d ?? '', 'seal-key-of-the-store', 'pass%40word-of-redis', 'pass@word-of-redis'],
      ...['password-of-the-proxy', ring],
    ]
    const { main, lines } = serve(
      {
        leak: async ({ log }) => {
          for (const reason of parts) log({ event: 'refused', code: 'INTERNAL', reason })
        },
      },
      environment,
    )
    await call(main, { action: 'leak' })
    expect(parts.filter((part) => lines.join().includes(part))).toEqual([])
    expect(lines.join()).not.toContain(key?.d)
  })
})
