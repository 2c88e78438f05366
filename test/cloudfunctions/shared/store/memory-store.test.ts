import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import { describeStore } from '../../../contracts/store-contract'
import { createTestClock } from '../../../support/clock'

describeStore('memory', async () => {
  const clock = createTestClock()
  const store = createMemoryStore(clock)
  return { store, second: store, pass: async (ms) => clock.advance(ms) }
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
