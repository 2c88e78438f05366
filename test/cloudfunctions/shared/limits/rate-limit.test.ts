import fc from 'fast-check'
import { createRateLimit } from '../../../../cloudfunctions/shared/limits/rate-limit'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import { createTestClock } from '../../../support/clock'

const setUp = ({ most = 10, periodMs = 60_000 } = {}) => {
  const clock = createTestClock()
  const store = createMemoryStore(clock)
  const createInstance = () =>
    createRateLimit({ store, keyPrefix: 'ww1:1:unseal', clock, most, periodMs })
  return { clock, store, createInstance, limit: createInstance() }
}
const takeAll = async (take: () => Promise<boolean>, times: number): Promise<number> => {
  let taken = 0
  for (let n = 0; n < times; n++) if (await take()) taken++
  return taken
}

test('so many at once and no more; one comes back in its part of the time', async () => {
  const { limit, clock } = setUp()
  const take = () => limit.take('zhangsan')
  expect(await takeAll(take, 20)).toBe(10)
  clock.advance(5_999)
  expect(await take()).toBe(false)
  clock.advance(1)
  expect([await take(), await take()]).toEqual([true, false])
  clock.advance(60_000)
  expect(await takeAll(take, 20)).toBe(10)
})

test('one person’s haste is not another’s', async () => {
  const { limit } = setUp()
  await takeAll(() => limit.take('zhangsan'), 20)
  expect(await limit.take('lisi')).toBe(true)
})

test('instances share one limit, even at the same moment', async () => {
  const { createInstance } = setUp()
  const instances = [createInstance(), createInstance(), createInstance()]
  const asked = Array.from({ length: 30 }, (_, n) => instances[n % 3]?.take('zhangsan'))
  const answers = await Promise.all(asked)
  expect(answers.filter(Boolean)).toHaveLength(10)
})

test('in no while of any length are there more than so many, and those that came back', async () => {
  const waits = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(waits, async (ms) => {
      const { limit, clock } = setUp({ most: 4, periodMs: 40_000 })
      const moments: number[] = []
      for (const wait of ms) {
        clock.advance(wait)
        if (await limit.take('zhangsan')) moments.push(clock.now())
      }
      for (const [first, from] of moments.entries()) {
        for (const [place, until] of moments.slice(first).entries()) {
          expect(place + 1).toBeLessThanOrEqual(4 + Math.floor((until - from) / 10_000))
        }
      }
    }),
  )
})
