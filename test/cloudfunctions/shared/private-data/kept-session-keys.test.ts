import { createKeptSessionKeys } from '../../../../cloudfunctions/shared/private-data/kept-session-keys'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import { createSeal, readSealRing } from '../../../../cloudfunctions/shared/store/seal'
import { createSealRing } from '../../../../scripts/seal-ring'
import { createTestClock } from '../../../support/clock'

const sessionKey = 'kJtdi6RF+Dv67QkbLlPGjw=='
const longestSessionMs = 8 * 3_600_000

const setUp = (ring = createSealRing()) => {
  const clock = createTestClock()
  const store = createMemoryStore(clock)
  const create = (json = JSON.stringify(ring)) =>
    createKeptSessionKeys({
      store,
      seal: createSeal(readSealRing(json), clock),
      keyPrefix: 'ww1:1',
      longestSessionMs,
    })
  return { clock, store, create, kept: create() }
}

test('each sign-in keeps its own key, for as long as its session can live', async () => {
  const { kept, clock } = setUp()
  await kept.keep('session-1', sessionKey)
  await kept.keep('session-2', 'HyVFkGl5F5OQWJZZaNzBBg==')
  expect(await kept.read('session-1')).toBe(sessionKey)
  expect(await kept.read('session-2')).toBe('HyVFkGl5F5OQWJZZaNzBBg==')
  clock.advance(longestSessionMs)
  expect(await kept.read('session-1')).toBeUndefined()
})

test('a key that is forgotten is gone', async () => {
  const { kept } = setUp()
  await kept.keep('session-1', sessionKey)
  await kept.forget('session-1')
  expect(await kept.read('session-1')).toBeUndefined()
})

test('whoever reads the store finds no key, and can’t move one to another session', async () => {
  const { kept, store } = setUp()
  await kept.keep('session-1', sessionKey)
  const [key = ''] = await store.scan('', 10)
  const value = (await store.get(key))?.value
  expect(JSON.stringify(value)).not.toContain(sessionKey)
  await store.put(key.replace('session-1', 'session-2'), value, 60_000)
  expect(await kept.read('session-2')).toBeUndefined()
})

test('a key under a ring that is gone reads as none', async () => {
  const { kept, create } = setUp()
  await kept.keep('session-1', sessionKey)
  expect(await create(JSON.stringify(createSealRing())).read('session-1')).toBeUndefined()
})
