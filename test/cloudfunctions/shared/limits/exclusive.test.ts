import { createExclusively } from '../../../../cloudfunctions/shared/limits/exclusive'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import { StoreError } from '../../../../cloudfunctions/shared/store/store-error'
import { createTestClock } from '../../../support/clock'

const setUp = () => {
  const clock = createTestClock()
  const store = createMemoryStore(clock)
  const open = (own = store) => createExclusively({ store: own, key: 'lease', leaseMs: 1000 })
  return { clock, store, open }
}
const forever = () => new Promise<never>(() => undefined)

test('of those who want to work at once, one does', async () => {
  const { open } = setUp()
  const all = await Promise.all(Array.from({ length: 20 }, (_, n) => open()(async () => n)))
  expect(all.filter((one) => one !== undefined)).toHaveLength(1)
})

test('whoever is done, or fails, makes room', async () => {
  const { clock, open } = setUp()
  expect(await open()(async () => 'a')).toBe('a')
  clock.advance(1)
  await expect(open()(() => Promise.reject(new TypeError('of ours')))).rejects.toThrow(TypeError)
  clock.advance(1)
  expect(await open()(async () => 'c')).toBe('c')
})

test('the lease of one who was killed ends by itself', async () => {
  const { clock, open } = setUp()
  void open()(forever)
  expect(await open()(async () => 'next')).toBeUndefined()
  clock.advance(1000)
  expect(await open()(async () => 'next')).toBe('next')
})

test('whoever comes back too late takes nothing from its successor', async () => {
  const { clock, open } = setUp()
  let wake = () => {}
  let late: Promise<unknown> = Promise.resolve()
  await new Promise<void>((begun) => {
    late = open()(() => {
      begun()
      return new Promise<void>((resolve) => (wake = resolve))
    })
  })
  clock.advance(1000)
  void open()(forever)
  wake()
  await late
  clock.advance(1)
  expect(await open()(async () => 'third')).toBeUndefined()
})

test('without the store nobody works', async () => {
  const { store, open } = setUp()
  const away = async () => Promise.reject(new StoreError('away', 'insert'))
  await expect(open({ ...store, insert: away })(async () => 1)).rejects.toThrow(StoreError)
})
