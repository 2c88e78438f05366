import { createSingleUse } from '../../../../cloudfunctions/shared/single-use/single-use'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import type { Store } from '../../../../cloudfunctions/shared/store/store'
import { createTestClock } from '../../../support/clock'

// Sealing is proved by its own tests; here it only has to be visible.
const seal = {
  seal: (text: string, context: string) => `sealed:${context}:${Buffer.from(text).toString('hex')}`,
  open: (sealed: string, context: string) => {
    const [, found, hex = ''] = sealed.split(':')
    return found === context ? Buffer.from(hex, 'hex').toString() : undefined
  },
}

const minute = 60_000
const setUp = (given?: Store) => {
  const clock = createTestClock()
  const store = given ?? createMemoryStore(clock)
  const written: string[] = []
  const watched: Store = {
    ...store,
    put: (key, value, ttlMs) => {
      written.push(JSON.stringify([key, value]))
      return store.put(key, value, ttlMs)
    },
  }
  const createInstance = () =>
    createSingleUse({
      store: watched,
      seal,
      keyPrefix: 'ww1:1',
      budgetMs: 6000,
      remainingMs: () => Infinity,
      monotonic: clock.now,
      // Waiting is what makes time pass here; everybody else gets a turn.
      sleep: async (ms) => {
        clock.advance(ms)
        await new Promise((resolve) => setImmediate(resolve))
      },
    })
  return { clock, store, written, createInstance }
}
const exchange = () => {
  let runs = 0
  let finish: (value: string) => void = () => undefined
  const done = new Promise<string>((resolve) => (finish = resolve))
  return {
    work: () => {
      runs++
      return done
    },
    finish: (value: string) => finish(value),
    runs: () => runs,
  }
}

test('whoever brings the code while it is being exchanged shares the one outcome', async () => {
  const { createInstance } = setUp()
  const { work, finish, runs } = exchange()
  const instance = createInstance()
  const all = Array.from({ length: 20 }, () => instance.run('code', work))
  finish('张三')
  expect(await Promise.all(all)).toEqual(Array(20).fill({ outcome: '张三' }))
  expect(runs()).toBe(1)
})

test('over instances too', async () => {
  const { createInstance } = setUp()
  const { work, finish, runs } = exchange()
  const first = createInstance().run('code', work)
  await new Promise((resolve) => setImmediate(resolve))
  const others = [createInstance().run('code', work), createInstance().run('code', work)]
  await new Promise((resolve) => setImmediate(resolve))
  finish('张三')
  expect(await Promise.all([first, ...others])).toEqual(Array(3).fill({ outcome: '张三' }))
  expect(runs()).toBe(1)
})

test('a code that was used is used, here and in every other instance, for five minutes', async () => {
  const { createInstance, clock } = setUp()
  const instance = createInstance()
  await instance.run('code', async () => '张三')
  for (const later of [instance, createInstance()]) {
    expect(await later.run('code', async () => 'again')).toBe('used')
  }
  clock.advance(5 * minute - 1)
  expect(await createInstance().run('code', async () => 'again')).toBe('used')
})

test('a failure is an outcome as well: the code is not tried a second time', async () => {
  const { createInstance } = setUp()
  const instance = createInstance()
  expect(await instance.run('code', async () => ({ failed: 'WECOM_TIMEOUT' }))).toEqual({
    outcome: { failed: 'WECOM_TIMEOUT' },
  })
  expect(await instance.run('code', async () => 'again')).toBe('used')
})

test('two codes have nothing to do with each other', async () => {
  const { createInstance } = setUp()
  const instance = createInstance()
  const both = [instance.run('a', async () => 1), instance.run('b', async () => 2)]
  expect(await Promise.all(both)).toEqual([{ outcome: 1 }, { outcome: 2 }])
})

test('when the first instance dies half way, the next one waits no longer than the budget', async () => {
  const { createInstance, clock } = setUp()
  void createInstance().run('code', () => new Promise(() => undefined))
  await new Promise((resolve) => setImmediate(resolve))
  const startedAt = clock.now()
  expect(await createInstance().run('code', async () => 'again')).toBe('used')
  expect(clock.now() - startedAt).toBeLessThanOrEqual(6_100)
})

test('with the store away a code is still used once in each process', async () => {
  const away = () => Promise.reject(new Error('away'))
  const { createInstance } = setUp({
    get: away,
    insert: away,
    cas: away,
    put: away,
    del: away,
    scan: away,
    removeExpired: away,
  })
  const instance = createInstance()
  expect(await instance.run('code', async () => '张三')).toEqual({ outcome: '张三' })
  expect(await instance.run('code', async () => 'again')).toBe('used')
})

test('a leader that died between the outcome and the mark leaves nothing to a replay', async () => {
  const { createInstance, store } = setUp()
  let puts = 0
  const dying = createSingleUse({
    store: {
      ...store,
      // The outcome is written; then the process is gone.
      put: (...written) => (++puts === 1 ? store.put(...written) : new Promise(() => undefined)),
    },
    seal,
    keyPrefix: 'ww1:1',
    budgetMs: 6000,
    remainingMs: () => Infinity,
    monotonic: () => 0,
    sleep: async () => undefined,
  })
  void dying.run('code', async () => 'the-session')
  await new Promise((resolve) => setImmediate(resolve))
  expect(await createInstance().run('code', async () => 'again')).toBe('used')
})

test('neither the code nor an outcome lies in the store in the clear, and the outcome only for seconds', async () => {
  const { createInstance, written, store, clock } = setUp()
  await createInstance().run('the-code-itself', async () => 'the-session-itself')
  expect(written.join()).not.toMatch(/the-code-itself|the-session-itself/)
  clock.advance(6_000)
  expect(await store.scan('', 10)).toHaveLength(1)
})
