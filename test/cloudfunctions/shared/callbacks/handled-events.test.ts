import { createHandledEvents } from '../../../../cloudfunctions/shared/callbacks/handled-events'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import { StoreError } from '../../../../cloudfunctions/shared/store/store-error'
import { createTestClock } from '../../../support/clock'

const setUp = () => {
  const clock = createTestClock()
  const store = createMemoryStore(clock)
  const open = (own = store) => createHandledEvents({ store: own, keyPrefix: 'ww1:1' })
  let effects = 0
  const effect = async () => void effects++
  return { clock, store, open, effect, effects: () => effects }
}

test('an event is carried out once, by whichever instance hears it first', async () => {
  const { open, effect, effects } = setUp()
  const [here, there] = [open(), open()]
  expect(await here.handle('a', effect)).toBe('carriedOut')
  expect(await here.handle('a', effect)).toBe('hadBefore')
  expect(await there.handle('a', effect)).toBe('hadBefore')
  expect(await there.handle('b', effect)).toBe('carriedOut')
  expect(effects()).toBe(2)
})

test('a hundred copies that come together cost one effect', async () => {
  const { open, effect, effects } = setUp()
  const handled = open()
  const all = await Promise.all(Array.from({ length: 100 }, () => handled.handle('a', effect)))
  expect(new Set(all)).toEqual(new Set(['carriedOut']))
  expect(effects()).toBe(1)
})

test('what failed was never heard', async () => {
  const { open, effect, effects } = setUp()
  const handled = open()
  const failing = async () => Promise.reject(new StoreError('away', 'put'))
  await expect(handled.handle('a', failing)).rejects.toThrow(StoreError)
  expect(await handled.handle('a', effect)).toBe('carriedOut')
  expect(effects()).toBe(1)
})

test('with the store away nothing is carried out, because nothing could be written', async () => {
  const { open, store, effect, effects } = setUp()
  const away = async () => Promise.reject(new StoreError('away', 'get'))
  await expect(open({ ...store, get: away }).handle('a', effect)).rejects.toThrow(StoreError)
  expect(effects()).toBe(0)
})

test('a mark that could not be made undoes nothing', async () => {
  const { open, store, effect } = setUp()
  const away = async () => Promise.reject(new StoreError('away', 'put'))
  expect(await open({ ...store, put: away }).handle('a', effect)).toBe('carriedOut')
})

test('it is remembered for longer than a copy can be acceptable, and not for ever', async () => {
  const { open, clock, effect } = setUp()
  const handled = open()
  await handled.handle('a', effect)
  clock.advance(10 * 60_000)
  expect(await handled.handle('a', effect)).toBe('hadBefore')
  clock.advance(60 * 60_000)
  expect(await handled.handle('a', effect)).toBe('carriedOut')
})
