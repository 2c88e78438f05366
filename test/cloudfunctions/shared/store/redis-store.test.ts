import * as ioredis from 'ioredis'
import { setTimeout as pause } from 'node:timers/promises'
import { inspect } from 'node:util'
import { readRedisUrl } from '../../../../cloudfunctions/shared/store/redis-nodes'
import {
  createRedisStore,
  type RedisStore,
} from '../../../../cloudfunctions/shared/store/redis-store'
import { StoreError } from '../../../../cloudfunctions/shared/store/store-error'
import { describeStore } from '../../../contracts/store-contract'
import {
  describeWithRedis,
  startRedis,
  startRedisCluster,
  startSilencer,
  type RunningRedis,
} from '../../../support/redis'

const minute = 60_000
const opened: RedisStore[] = []
const open = (url: string, keyPrefix: string, timeoutMs = 1000) => {
  const store = createRedisStore({
    loadRedis: async () => ioredis,
    nodes: readRedisUrl(url),
    keyPrefix,
    timeoutMs,
  })
  opened.push(store)
  return store
}
const ways: { close(): void }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()))
  for (const way of ways.splice(0)) way.close()
})

const failureOf = async (operation: Promise<unknown>): Promise<StoreError> => {
  const error: unknown = await operation.catch((thrown: unknown) => thrown)
  if (error instanceof StoreError) return error
  throw new Error(`no StoreError: ${inspect(error)}`)
}

// Each test has a prefix of its own, with characters that mean something to SCAN.
let tests = 0
const nextPrefix = () => `t[${++tests}]*:`

describeWithRedis('with a real Redis', () => {
  let redis: RunningRedis
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.close())

  describeStore('redis', async () => {
    const prefix = nextPrefix()
    return {
      store: open(redis.url, prefix, 5000),
      second: open(redis.url, prefix, 5000),
      pass: pause,
    }
  })

  test('a Redis that is frozen ends every operation in time, as away, and is used again', async () => {
    const store = open(redis.url, nextPrefix(), 200)
    await store.put('key', 1, minute)
    redis.freeze()
    const from = performance.now()
    const failures = await Promise.all([
      failureOf(store.get('key')),
      failureOf(store.insert('key', 1, minute)),
      failureOf(store.cas('key', 1, 1, minute)),
      failureOf(store.put('key', 1, minute)),
      failureOf(store.del('key')),
      failureOf(store.scan('key', 10)),
    ])
    expect(performance.now() - from).toBeLessThan(1000)
    expect(failures.map(({ failure }) => failure)).toEqual(Array(6).fill('away'))
    redis.thaw()
    await pause(700)
    expect(await store.insert('another', 2, minute)).toBe(true)
  })

  test('a connection that has gone silent costs one operation, and is replaced', async () => {
    const way = await startSilencer(redis)
    ways.push(way)
    const store = open(way.url, nextPrefix(), 200)
    await store.put('key', 1, minute)
    way.silence()
    expect((await failureOf(store.get('key'))).failure).toBe('away')
    await pause(150)
    expect((await store.get('key'))?.value).toBe(1)
  })

  test('values that lie there in another form are a refusal', async () => {
    const prefix = nextPrefix()
    const client = new ioredis.Redis(redis.port)
    await client.set(`${prefix}key`, 'a plain string')
    client.disconnect()
    const failure = await failureOf(open(redis.url, prefix).get('key'))
    expect(failure).toMatchObject({ failure: 'refused', operation: 'get' })
  })

  test('every value has a life, so that Redis forgets it by itself', async () => {
    const prefix = nextPrefix()
    const store = open(redis.url, prefix)
    await store.insert('a', 1, minute)
    await store.put('b', 1, minute)
    await store.cas('a', (await store.get('a'))?.rev ?? 0, 2, minute)
    const client = new ioredis.Redis(redis.port)
    const lives = [await client.pttl(`${prefix}a`), await client.pttl(`${prefix}b`)]
    client.disconnect()
    for (const life of lives) expect(life).toBeGreaterThan(minute / 2)
  })
})

describeWithRedis('with a Redis that wants a password', () => {
  let redis: RunningRedis
  beforeAll(async () => {
    redis = await startRedis(['--requirepass', 'a-right-password'])
  })
  afterAll(() => redis.close())
  const withPassword = (password: string) => redis.url.replace('//', `//:${password}@`)

  test('the right one opens it', async () => {
    const store = open(withPassword('a-right-password'), 'k:')
    expect(await store.insert('key', 1, minute)).toBe(true)
  })

  test('a wrong one, or none, is a refusal that does not tell it, nor the address, nor a value', async () => {
    for (const url of [withPassword('a-wrong-password'), redis.url]) {
      const failure = await failureOf(open(url, 'k:').insert('private', 'SECRET-VALUE', minute))
      expect(failure.failure).toBe('refused')
      const everything = inspect(failure, { depth: Infinity, showHidden: true }) + failure.stack
      expect(everything).not.toMatch(/a-wrong-password|127\.0\.0\.1|private|SECRET-VALUE|WRONGPASS/)
    }
  })
})

describeWithRedis('with a cluster of three', () => {
  let cluster: Awaited<ReturnType<typeof startRedisCluster>>
  beforeAll(async () => {
    cluster = await startRedisCluster()
  }, 30_000)
  afterAll(() => cluster.close())

  describeStore('a redis cluster', async () => {
    const prefix = nextPrefix()
    const store = open(cluster.url, prefix, 5000)
    return { store, second: open(cluster.url, prefix, 5000), pass: pause }
  })

  test('a cluster that is frozen is away within its time', async () => {
    const store = open(cluster.url, nextPrefix(), 200)
    await store.put('key', 1, minute)
    cluster.freeze()
    const from = performance.now()
    expect((await failureOf(store.get('key'))).failure).toBe('away')
    expect(performance.now() - from).toBeLessThan(600)
    cluster.thaw()
  })
})

test('where nothing listens, every operation is away', async () => {
  const store = open('redis://127.0.0.1:1', 'k:', 300)
  expect((await failureOf(store.get('key'))).failure).toBe('away')
})
