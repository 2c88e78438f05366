/** What the instances of a function share, on each engine: real processes, real SDKs, over the wire. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Redis } from 'ioredis'
import { buildFunctions } from '../../scripts/functions'
import { createSealRing } from '../../scripts/seal-ring'
import type { FunctionLogEvent } from '../../simulator/cloudbase/log-stream'
import type { Stack, StackOptions } from '../../scripts/stack'
import { codeOf, someone } from '../support/invoke'
import { describeWithRedis, startRedis, type RunningRedis } from '../support/redis'
import { ask, codeOn, signInAs, signInPatiently, startTestStack } from '../support/stack'

jest.setTimeout(90_000)

const corpId = 'ww5eed000000000001'
const agentId = 1000002
const exchangePath = '/cgi-bin/miniprogram/jscode2session'

/** A stack, and what its functions said. */
const open = async (options: Partial<StackOptions>) => {
  const stack = await startTestStack(options)
  const events: FunctionLogEvent[] = []
  stack.cloudbase.log.listen((event) => events.push(event))
  const count = (apiPath: string) =>
    events.filter((event) => event.event === 'upstream' && event.path === apiPath).length
  return { stack, count, tokens: () => count('/cgi-bin/gettoken') }
}
/** Boots the processes, so that what follows meets them all; they know no token yet. */
const boot = (stack: Stack, calls: number) =>
  Promise.all(Array.from({ length: calls }, () => ask(stack, { action: 'profile' })))
const signInMany = (stack: Stack, times: number) =>
  Promise.all(Array.from({ length: times }, () => signInPatiently(stack, 'zhangsan')))

interface Engine {
  options(): Partial<StackOptions>
  /** Everything that it holds. */
  contents(stack: Stack): Promise<string>
}

const itShares = ({ options, contents }: Engine) => {
  test('fifty cold sign-ins in one process fetch one token', async () => {
    const { stack, tokens } = await open({ ...options(), concurrency: 50, maximumInstances: 1 })
    const replies = await signInMany(stack, 50)
    await stack.close()
    expect(replies.map(({ reply }) => codeOf(reply))).toEqual(Array(50).fill('ok'))
    expect(tokens()).toBe(1)
  })

  test.each([4, 16])(
    '%i processes with ten cold sign-ins each fetch one token',
    async (processes) => {
      const { stack, tokens } = await open({
        ...options(),
        maximumInstances: processes,
      })
      await boot(stack, processes)
      const replies = await signInMany(stack, processes * 10)
      await stack.close()
      expect(new Set(replies.map(({ reply }) => codeOf(reply)))).toEqual(new Set(['ok']))
      expect(tokens()).toBe(1)
    },
  )

  test('processes that start later find the token in the store', async () => {
    const { stack, tokens } = await open({ ...options(), maximumInstances: 4 })
    await signInMany(stack, 4)
    stack.cloudbase.restart()
    const replies = await signInMany(stack, 8)
    await stack.close()
    expect(new Set(replies.map(({ reply }) => codeOf(reply)))).toEqual(new Set(['ok']))
    expect(tokens()).toBe(1)
  })

  test('a token that WeCom takes back early costs one more, and nobody notices', async () => {
    const { stack, tokens } = await open({ ...options(), concurrency: 10, maximumInstances: 4 })
    await signInMany(stack, 40)
    stack.simulator?.invalidateTokens(corpId, agentId)
    const replies = await signInMany(stack, 40)
    await stack.close()
    expect(new Set(replies.map(({ reply }) => codeOf(reply)))).toEqual(new Set(['ok']))
    expect(tokens()).toBe(2)
  })

  test('one code brought to several processes at once is exchanged once, for one session', async () => {
    const { stack, count } = await open({ ...options(), concurrency: 1, maximumInstances: 4 })
    await boot(stack, 4)
    await signInMany(stack, 4)
    const before = count(exchangePath)
    const jsCode = await codeOn(stack, 'lisi')
    // Slow enough that all four meet the exchange while it goes on.
    stack.simulator?.faults.add({ path: exchangePath, kind: 'wait', ms: 500 })
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => ask<unknown>(stack, { action: 'signIn', jsCode })),
    )
    const late = await ask<unknown>(stack, { action: 'signIn', jsCode })
    await stack.close()
    expect(count(exchangePath) - before).toBe(1)
    expect(new Set(replies.map(({ reply }) => JSON.stringify(reply))).size).toBe(1)
    expect(codeOf(late.reply)).toBe('CODE_REFUSED')
  })

  test('what lies there is of no use to whoever reads it', async () => {
    const { stack } = await open(options())
    const { reply } = await signInAs(stack, 'zhangsan')
    const session = reply.ok ? reply.data.session.token : ''
    const held = await contents(stack)
    await stack.close()
    expect(held.includes('access-token')).toBe(true)
    const found = [session, session.slice(0, 40), 'invented-secret'].filter((secret) =>
      held.includes(secret),
    )
    expect(found).toEqual([])
  })
}

describe('on CloudBase’s database', () => {
  itShares({
    options: () => ({}),
    contents: async ({ url }) => {
      const response = await fetch(`${url}/admin?env=local`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: 'Bearer local' },
        body: JSON.stringify({
          action: 'database.getDocument',
          collectionName: 'gongpai_store',
          queryType: 'WHERE',
          query: '{}',
          limit: 1000,
        }),
      })
      return response.text()
    },
  })
})

describeWithRedis('on Redis', () => {
  let redis: RunningRedis
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-redis-functions-'))

  beforeAll(async () => {
    redis = await startRedis()
    await buildFunctions('redis', folder)
  })
  afterAll(async () => {
    await redis?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  itShares({
    options: () => ({
      functionsRoot: folder,
      environment: {
        STORE: 'redis',
        REDIS_URL: redis.url,
        STORE_KEYS: JSON.stringify(createSealRing()),
      },
    }),
    contents: async () => {
      const client = new Redis(redis.url)
      const keys = await client.keys('*')
      const values = await Promise.all(keys.map((key) => client.hgetall(key)))
      client.disconnect()
      return JSON.stringify([keys, values])
    },
  })
})

test('the same person over callFunction shares the token as well', async () => {
  const { stack, tokens } = await open({ maximumInstances: 2 })
  await signInAs(stack, 'zhangsan')
  const jsCode = await codeOn(stack, 'lisi')
  await stack.cloudbase.callFunction('identity', { action: 'signIn', jsCode }, someone)
  await stack.close()
  expect(tokens()).toBe(1)
})
