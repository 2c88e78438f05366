import { openStore } from '../../../../cloudfunctions/shared/store/open-store'
import { createTestClock } from '../../../support/clock'

test('memory is open at once, on the clock that it is given', async () => {
  const clock = createTestClock()
  const store = openStore({ engine: 'memory' }, clock)
  await store.put('key', 1, 1000)
  clock.advance(999)
  expect((await store.get('key'))?.value).toBe(1)
  clock.advance(1)
  expect(await store.get('key')).toBeNull()
})

test('the others are not reached before their first operation', () => {
  const nodes = { nodes: [{ host: '127.0.0.1', port: 1 }], isTls: false }
  expect(() => openStore({ engine: 'cloudbase' }, createTestClock())).not.toThrow()
  expect(() => openStore({ engine: 'redis', nodes }, createTestClock())).not.toThrow()
})
