import { AppError } from '../../../../cloudfunctions/shared/runtime/errors'
import type { FunctionDefinition } from '../../../../cloudfunctions/shared/runtime/function-definition'
import type { HttpRequest } from '../../../../cloudfunctions/shared/runtime/http'
import { createMain, type Surroundings } from '../../../../cloudfunctions/shared/runtime/serve'
import { timerInvocation, type Invocation } from '../../../../simulator/cloudbase/events'
import { createTestClock } from '../../../support/clock'
import { callFunctionOf, httpOf } from '../../../support/invoke'

const target = { functionName: 'f', envId: 'e', timeoutMs: 1, memoryMb: 1, now: Date.now }
const timer = () => timerInvocation(target, 'every minute')

const serve = (define: (surroundings: Surroundings) => FunctionDefinition) => {
  const lines: string[] = []
  const write = (line: string) => lines.push(line)
  const main = createMain('under-test', define, {
    environment: {},
    clock: createTestClock(),
    write,
  })
  const run = async ({ event, context }: Invocation): Promise<unknown> => main(event, context)
  return { run, lines }
}

describe('a function that answers HTTP in its own words', () => {
  const seen: HttpRequest[] = []
  const last = (): HttpRequest => {
    const request = seen.at(-1)
    if (!request) throw new Error('nothing has come')
    return request
  }
  const { run, lines } = serve(() => ({
    async respond(request) {
      seen.push(request)
      if (request.path === '/broken') throw new TypeError('of ours')
      if (request.path === '/refused') throw new AppError('NOT_ALLOWED')
      return { status: 302, headers: { location: '/there' } }
    },
    fail: ({ code }) => ({ status: 418, body: code }),
  }))

  test('gets the request with names in lower case and the body as bytes', async () => {
    await run(httpOf('正文', { path: '/x', query: { a: '1' }, headers: { 'X-Own': 'y' } }))
    const { method, path, query, headers, body } = last()
    expect([method, path, query.get('a'), headers.get('x-own')]).toEqual(['POST', '/x', '1', 'y'])
    expect(body).toEqual(Buffer.from('正文'))
  })

  test('gets a binary body as it was sent', async () => {
    const { event, context } = httpOf('')
    const body = Buffer.from([0, 255, 254])
    const encoded = { ...(event as object), body: body.toString('base64'), isBase64Encoded: true }
    await run({ event: encoded, context })
    expect(last().body).toEqual(body)
  })

  test('decides about status, headers and body; nothing of it is kept by anybody', async () => {
    expect(await run(httpOf(''))).toEqual({
      statusCode: 302,
      headers: { location: '/there', 'cache-control': 'no-store' },
      body: '',
    })
  })

  test.each([
    ['a refusal', httpOf('', { path: '/refused' }), 'NOT_ALLOWED'],
    ['a fault of ours', httpOf('', { path: '/broken' }), 'INTERNAL'],
    ['64 KB and one byte', httpOf('x'.repeat(64 * 1024 + 1)), 'TOO_LARGE'],
    ['an odd method', httpOf('', { method: 'GET /\n' }), 'BAD_INPUT'],
  ])('words %s itself as well', async (_, invocation, code) => {
    expect(await run(invocation)).toMatchObject({ statusCode: 418, body: code })
  })

  test('refuses a parameter that has two values', async () => {
    const { event, context } = httpOf('')
    const twice = { ...(event as object), queryStringParameters: { nonce: ['1', '2'] } }
    expect(await run({ event: twice, context })).toMatchObject({ body: 'BAD_INPUT' })
  })

  test('is not reached by callFunction, nor by a timer', async () => {
    const before = seen.length
    for (const invocation of [callFunctionOf({}), timer()]) {
      expect(await run(invocation)).toMatchObject({ statusCode: 418, body: 'BAD_INPUT' })
    }
    expect(seen).toHaveLength(before)
  })

  test('leaves no path, no query and no body in the log', async () => {
    await run(httpOf('a-body', { path: '/a-path', query: { code: 'a-code' } }))
    expect(lines.join()).not.toMatch(/a-path|a-code|a-body/)
  })
})

describe('a function that works when the clock says so', () => {
  const { run } = serve(({ remainingMs }) => ({
    budgetMs: 40_000,
    work: async () => ({ leftMs: remainingMs() }),
  }))

  test('has the time that it asked for', async () => {
    const reply = (await run(timer())) as { ok: true; data: { leftMs: number } }
    expect(reply.data.leftMs).toBeGreaterThan(30_000)
    expect(reply.data.leftMs).toBeLessThanOrEqual(40_000)
  })

  test('is reached by nobody who only says that the clock says so', async () => {
    const { event } = timer()
    expect(await run(callFunctionOf(event as Record<string, unknown>))).toMatchObject({ ok: false })
    expect(await run(httpOf('{}'))).toMatchObject({ statusCode: 400 })
  })
})

test.each([
  ['wechatdevtools', httpOf('{"action":"who"}', { headers: { 'User-Agent': 'wechatdevtools/1' } })],
  ['nothing', httpOf('{"action":"who"}')],
  ['the platform', callFunctionOf({ action: 'who' })],
])('an action learns the kind of client, and no User-Agent: %s', async (who, invocation) => {
  const { run } = serve(() => ({
    via: ['http', 'callFunction'],
    actions: { who: async ({ client }) => client },
  }))
  const kind = who === 'wechatdevtools' ? 'devtools' : 'unknown'
  expect(JSON.stringify(await run(invocation))).toContain(kind)
})
