import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import { describeStore } from '../../../contracts/store-contract'
import { createTestClock } from '../../../support/clock'

describeStore('memory', async () => {
  const clock = createTestClock()
  const store = createMemoryStore(clock)
  return { store, second: store, pass: async (ms) => clock.advance(ms) }
})

test('it tells how much had expired', async () => {
  const clock = createTestClock()
  const store = createMemoryStore(clock)
  for (const [key, life] of Object.entries({ a: 10, b: 20, c: 1000 })) await store.put(key, 0, life)
  clock.advance(100)
  expect(await store.removeExpired()).toBe(2)
})

test('expired values do not pile up', async () => {
  const clock = createTestClock()
  const store = createMemoryStore(clock)
  for (let n = 0; n < 20_000; n++) {
    await store.put(`key-${n}`, n, 10)
    clock.advance(1)
  }
  expect(await store.scan('key-', 20_000)).toHaveLength(9)
})
