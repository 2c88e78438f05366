import { createAccessTokenCache } from '../../../../cloudfunctions/shared/access-token/access-token'
import { WecomError } from '../../../../cloudfunctions/shared/wecom/errors'
import { createTestClock } from '../../../support/clock'

const refused = (errcode: number) =>
  new WecomError({ failure: 'refused', path: '/cgi-bin/user/get', errcode })

const setUp = () => {
  const clock = createTestClock()
  let fetches = 0
  const cache = createAccessTokenCache({
    clock,
    fetch: async () => ({ accessToken: `token-${++fetches}`, expiresInSeconds: 7200 }),
  })
  return { clock, cache, fetches: () => fetches }
}
const echo = async (accessToken: string) => accessToken

test('twenty callers at once share one gettoken', async () => {
  const { cache, fetches } = setUp()
  const used = await Promise.all(Array.from({ length: 20 }, () => cache.use(echo)))
  expect(new Set(used)).toEqual(new Set(['token-1']))
  expect(fetches()).toBe(1)
})

test('a token is used to its last second, and not after it', async () => {
  const { cache, clock } = setUp()
  await cache.use(echo)
  clock.advance(7_199_000)
  await expect(cache.use(echo)).resolves.toBe('token-1')
  clock.advance(1_000)
  await expect(cache.use(echo)).resolves.toBe('token-2')
})

test.each([40014, 42001])('a token rejected with %i is replaced, once for all', async (errcode) => {
  const { cache, fetches } = setUp()
  const call = async (accessToken: string) => {
    if (accessToken === 'token-1') throw refused(errcode)
    return accessToken
  }
  const used = await Promise.all(Array.from({ length: 20 }, () => cache.use(call)))
  expect(new Set(used)).toEqual(new Set(['token-2']))
  expect(fetches()).toBe(2)
})

test('a late loser does not throw away the fresh token', async () => {
  const { cache, fetches } = setUp()
  let reject: (error: Error) => void = () => undefined
  const late = cache.use((accessToken) =>
    accessToken === 'token-1'
      ? new Promise((_, no) => (reject = no))
      : Promise.resolve(accessToken),
  )
  await Promise.resolve()
  await cache.use(async (accessToken) => {
    if (accessToken === 'token-1') throw refused(42001)
  })
  reject(refused(42001))
  await expect(late).resolves.toBe('token-2')
  expect(fetches()).toBe(2)
})

test('a call whose second token is rejected too fails, and is not tried a third time', async () => {
  const { cache, fetches } = setUp()
  let calls = 0
  const call = async () => {
    calls++
    throw refused(40014)
  }
  await expect(cache.use(call)).rejects.toMatchObject({ errcode: 40014 })
  expect([calls, fetches()]).toEqual([2, 2])
})

test('any other refusal is the caller’s and costs no token', async () => {
  const { cache, fetches } = setUp()
  await expect(cache.use(() => Promise.reject(refused(40029)))).rejects.toMatchObject({
    errcode: 40029,
  })
  expect(fetches()).toBe(1)
})

test('a failed gettoken is told to all who waited, and the next caller tries again', async () => {
  let fetches = 0
  const cache = createAccessTokenCache({
    clock: createTestClock(),
    fetch: async () => {
      if (++fetches === 1) throw new WecomError({ failure: 'notSent', path: '/cgi-bin/gettoken' })
      return { accessToken: 'token', expiresInSeconds: 7200 }
    },
  })
  const both = await Promise.allSettled([cache.use(echo), cache.use(echo)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  await expect(cache.use(echo)).resolves.toBe('token')
})
