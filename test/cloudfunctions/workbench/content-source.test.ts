import { builtInContent, storedContent } from '../../../cloudfunctions/workbench/content-source'
import { ConfigError } from '../../../cloudfunctions/shared/runtime/config-error'
import { createMemoryStore } from '../../../cloudfunctions/shared/store/memory-store'
import { StoreError } from '../../../cloudfunctions/shared/store/store-error'
import { createTestClock } from '../../support/clock'

const key = 'ww1:2:workbench'
const lastingMs = 24 * 60 * 60_000
const titled = (title: string) => ({ groups: [{ title, entries: [] }] })

const createRig = () => {
  const clock = createTestClock()
  const engine = createMemoryStore(clock)
  const state = { isAway: false, reads: 0 }
  const store = {
    ...engine,
    get: async (wanted: string) => {
      state.reads++
      if (state.isAway) throw new StoreError('away', 'get')
      return engine.get(wanted)
    },
  }
  const source = storedContent(store, key, clock)
  const title = async () => (await source.current()).groups[0]?.title
  return { clock, engine, state, source, title }
}

test('content that was built in is refused where it is wrong, before anybody asks', () => {
  expect(() => builtInContent({ groups: [{}] })).toThrow('workbench groups.0.title lacks title')
})

test('new content in the store is shown within half a minute, and the store asked no oftener', async () => {
  const { clock, engine, state, title } = createRig()
  await engine.put(key, titled('甲'), lastingMs)
  expect(await title()).toBe('甲')
  await engine.put(key, titled('乙'), lastingMs)
  expect([await title(), state.reads]).toEqual(['甲', 1])
  clock.advance(30_000)
  expect([await title(), state.reads]).toEqual(['乙', 2])
})

test('with the store away, or broken content in it, the last that was good is shown', async () => {
  const { clock, engine, state, title } = createRig()
  await engine.put(key, titled('甲'), lastingMs)
  await title()
  state.isAway = true
  clock.advance(30_000)
  expect(await title()).toBe('甲')
  state.isAway = false
  await engine.put(key, { groups: 'none' }, lastingMs)
  clock.advance(30_000)
  expect(await title()).toBe('甲')
})

test('with nothing good ever read, it says why', async () => {
  const { engine, state, source } = createRig()
  await expect(source.current()).rejects.toThrow(ConfigError)
  await engine.put(key, { groups: 'none' }, lastingMs)
  await expect(source.current()).rejects.toThrow('workbench groups must be a list')
  state.isAway = true
  await expect(source.current()).rejects.toThrow(StoreError)
})
