import { AccessTokenError } from '../../../../cloudfunctions/shared/access-token/access-token-error'
import { WecomError } from '../../../../cloudfunctions/shared/wecom/errors'
import { createRig, echo, key, refused } from './rig'

const minute = 60_000
const twenty = <T>(work: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: 20 }, work))

test('twenty callers at once share one gettoken', async () => {
  const { process, gettokens } = createRig()
  const cache = process()
  expect(new Set(await twenty(() => cache.use(echo)))).toEqual(new Set(['token-1']))
  expect(gettokens()).toBe(1)
})

test('a second process uses the token of the first', async () => {
  const { process, gettokens } = createRig()
  await process().use(echo)
  await expect(process().use(echo)).resolves.toBe('token-1')
  expect(gettokens()).toBe(1)
})

test('ten processes at once share one gettoken', async () => {
  const { process, gettokens, during } = createRig()
  const used = await during(Promise.all(Array.from({ length: 10 }, () => process().use(echo))))
  expect(new Set(used)).toEqual(new Set(['token-1']))
  expect(gettokens()).toBe(1)
})

test('a warm process reaches neither for the store nor for WeCom', async () => {
  const { process, gettokens, operations, time } = createRig()
  const cache = process()
  await cache.use(echo)
  const before = operations()
  await time.pass(90 * minute)
  await twenty(() => cache.use(echo))
  expect([operations() - before, gettokens()]).toEqual([0, 1])
})

test('a token that could not be replaced is used to its last second, and not after it', async () => {
  const { process, gettoken, time, during } = createRig()
  const cache = process()
  await cache.use(echo)
  gettoken(() => Promise.reject(refused(-1, '/cgi-bin/gettoken')))
  await time.pass(120 * minute - 1)
  await expect(cache.use(echo)).resolves.toBe('token-1')
  await time.pass(1)
  await expect(during(cache.use(echo))).rejects.toMatchObject({ errcode: -1 })
})

test.each([40014, 42001])('a token rejected with %i is replaced, once for all', async (errcode) => {
  const { process, gettokens, during } = createRig()
  const cache = process()
  const call = async (accessToken: string) => {
    if (accessToken === 'token-1') throw refused(errcode)
    return accessToken
  }
  const used = await during(twenty(() => cache.use(call)))
  expect(new Set(used)).toEqual(new Set(['token-2']))
  expect(gettokens()).toBe(2)
})

test('a late loser does not throw away the fresh token', async () => {
  const { process, gettokens, during, time } = createRig()
  const cache = process()
  let reject: (error: Error) => void = () => undefined
  const late = cache.use((accessToken) =>
    accessToken === 'token-1'
      ? new Promise((_, no) => (reject = no))
      : Promise.resolve(accessToken),
  )
  await time.pass(0)
  await during(
    cache.use(async (accessToken) => {
      if (accessToken === 'token-1') throw refused(42001)
    }),
  )
  reject(refused(42001))
  await expect(during(late)).resolves.toBe('token-2')
  expect(gettokens()).toBe(2)
})

test('a call whose every token is rejected fails with WeCom’s own word, and soon', async () => {
  const { process, gettokens, during } = createRig()
  let calls = 0
  const call = async () => {
    calls++
    throw refused(40014)
  }
  await expect(during(process().use(call))).rejects.toMatchObject({ errcode: 40014 })
  expect([calls, gettokens()]).toEqual([4, 4])
})

test('any other refusal is the caller’s and costs no token', async () => {
  const { process, gettokens } = createRig()
  await expect(process().use(() => Promise.reject(refused(40029)))).rejects.toMatchObject({
    errcode: 40029,
  })
  expect(gettokens()).toBe(1)
})

test('a failed gettoken is told to all who waited, and a later caller tries again', async () => {
  const { process, gettoken, gettokens, time } = createRig()
  const cache = process()
  gettoken(() => Promise.reject(new WecomError({ failure: 'notSent', path: '/cgi-bin/gettoken' })))
  const both = await Promise.allSettled([cache.use(echo), cache.use(echo)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  gettoken(async () => ({ accessToken: 'token', expiresInSeconds: 7200 }))
  await time.pass(1000)
  await expect(cache.use(echo)).resolves.toBe('token')
  expect(gettokens()).toBe(2)
})

test('a wrong secret is told to every process for a minute, at the cost of one gettoken', async () => {
  const { process, gettoken, gettokens, time } = createRig()
  const [first, second] = [process(), process()]
  gettoken(() => Promise.reject(refused(40001, '/cgi-bin/gettoken')))
  await expect(first.use(echo)).rejects.toMatchObject({ errcode: 40001 })
  await time.pass(58_000)
  const told = await first.use(echo).catch((error: unknown) => error)
  expect(told).toBeInstanceOf(AccessTokenError)
  expect(told).toMatchObject({ failure: 'refused', errcode: 40001, shortage: 'holding' })
  expect((told as AccessTokenError).retryAfterMs).toBeLessThanOrEqual(2000)
  await expect(second.use(echo)).rejects.toMatchObject({ errcode: 40001, shortage: 'holding' })
  expect(gettokens()).toBe(1)
  await time.pass(2001)
  await expect(first.use(echo)).rejects.toMatchObject({ errcode: 40001 })
  expect(gettokens()).toBe(2)
})

test('a corrected secret works at once', async () => {
  const { process, gettoken } = createRig()
  gettoken(() => Promise.reject(refused(40001, '/cgi-bin/gettoken')))
  await expect(process().use(echo)).rejects.toMatchObject({ errcode: 40001 })
  const corrected = async () => ({ accessToken: 'token', expiresInSeconds: 7200 })
  await expect(process({ key: `${key}:other`, fetch: corrected }).use(echo)).resolves.toBe('token')
})

test('a caller waits no longer than its own deadline allows, and is told so', async () => {
  const { process, gettoken, time, during } = createRig()
  gettoken(() => new Promise(() => undefined))
  const startedAt = time.now()
  const left = () => 300 - (time.now() - startedAt)
  await expect(during(process().use(echo, { remainingMs: left }))).rejects.toMatchObject({
    name: 'AccessTokenError',
    shortage: 'outOfTime',
    failure: 'noAnswer',
  })
  expect(time.now() - startedAt).toBeLessThanOrEqual(400)
})

test('a caller without any time left begins nothing, but gets a token that is at hand', async () => {
  const { process, gettokens } = createRig()
  const cache = process()
  const none = { remainingMs: () => 0 }
  await expect(cache.use(echo, none)).rejects.toMatchObject({ shortage: 'outOfTime' })
  expect(gettokens()).toBe(0)
  await cache.use(echo)
  await expect(cache.use(echo, none)).resolves.toBe('token-1')
})

test('the token lies in the store sealed, and only there where it belongs does it open', async () => {
  const { process, engine, during } = createRig()
  await process().use(echo)
  const stored = await engine.get(key)
  expect(JSON.stringify(stored)).not.toContain('token-1')
  await engine.put(`${key}:other`, stored?.value, minute)
  await expect(during(process({ key: `${key}:other` }).use(echo))).resolves.toBe('token-2')
})

test('a process whose keys do not open the token gets another one', async () => {
  const { process, newSeal, time } = createRig()
  await process().use(echo)
  await time.pass(10 * minute)
  await expect(process({ seal: newSeal() }).use(echo)).resolves.toBe('token-2')
})

test.each([null, 7, 'text', [], {}, { version: 2 }, { version: 1, generation: -1 }])(
  'a document such as %j is overwritten',
  async (value) => {
    const { process, engine, gettokens } = createRig()
    await engine.put(key, value, minute)
    await process().use(echo)
    await expect(process().use(echo)).resolves.toBe('token-1')
    expect(gettokens()).toBe(1)
  },
)

test('a store that answers and never writes is no reason to fail', async () => {
  const { process, engine, gettokens, during } = createRig()
  const denied = async () => false
  const cache = process({ store: { ...engine, insert: denied, cas: denied } })
  await expect(during(cache.use(echo))).resolves.toBe('token-1')
  await cache.use(echo)
  expect(gettokens()).toBe(1)
})

test('no event holds a token', async () => {
  const { process, events, during } = createRig()
  const call = async (accessToken: string) => {
    if (accessToken === 'token-1') throw refused(42001)
  }
  await during(process().use(call))
  expect(events.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['needed', 'leaseTaken', 'fetched', 'saved', 'rejected']),
  )
  expect(JSON.stringify(events)).not.toContain('token-')
})

test('no error of the cache holds a token or a cause', async () => {
  const { process, gettoken, time } = createRig()
  const cache = process()
  gettoken(() => Promise.reject(new Error('with a secret in it')))
  await cache.use(echo).catch(() => undefined)
  await time.pass(10)
  gettoken(() => Promise.reject(refused(40013, '/cgi-bin/gettoken')))
  await time.pass(2000)
  await cache.use(echo).catch(() => undefined)
  const error = await cache.use(echo).catch((caught: unknown) => caught as Error)
  expect(error).toMatchObject({ message: '/cgi-bin/gettoken: refused 40013' })
  expect(error).not.toHaveProperty('cause')
})
