import {
  createSharedCopy,
  type SharedCopy,
} from '../../../../cloudfunctions/shared/directory/shared-copy'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import type { Store } from '../../../../cloudfunctions/shared/store/store'
import { StoreError } from '../../../../cloudfunctions/shared/store/store-error'
import { WecomError } from '../../../../cloudfunctions/shared/wecom/errors'
import { createVirtualTime } from '../access-token/model/virtual-time'

const minuteMs = 60_000
const answersInMs = 800

/** A source that changes, a store, and as many instances as a test wants. */
const createRig = () => {
  const time = createVirtualTime()
  const clock = { now: time.now }
  const engine = createMemoryStore(clock)
  const state = {
    said: 'first',
    answersInMs,
    asked: 0,
    isSilent: false,
    isStoreAway: false,
    isTimeOver: false,
    getReturnsAfterMs: 0,
    built: 0,
  }
  const reach =
    <P extends unknown[], R>(operation: (...parameters: P) => Promise<R>, name: keyof Store) =>
    async (...parameters: P): Promise<R> => {
      if (state.isStoreAway) throw new StoreError('away', name)
      return operation(...parameters)
    }
  const patient: Store = {
    ...engine,
    get: reach(async (key) => {
      const { getReturnsAfterMs } = state
      const found = await engine.get(key)
      if (getReturnsAfterMs > 0) await time.sleep(getReturnsAfterMs)
      return found
    }, 'get'),
    insert: reach(engine.insert, 'insert'),
    cas: reach(engine.cas, 'cas'),
    put: reach(engine.put, 'put'),
    del: reach(engine.del, 'del'),
  }
  const put: Store['put'] = async (...parameters) => {
    if (state.isTimeOver) throw new StoreError('away', 'put')
    return patient.put(...parameters)
  }
  const store: Store = { ...patient, put }
  /** @param skewMs By so much its clock goes wrong. */
  const instance = (skewMs = 0): SharedCopy<string> =>
    createSharedCopy<string, string>({
      load: async () => {
        state.asked++
        const { said, isSilent } = state
        await time.sleep(state.answersInMs)
        if (isSilent)
          throw new WecomError({ failure: 'noAnswer', path: '/cgi-bin/department/list' })
        return said
      },
      build: (said) => {
        state.built++
        return `built ${said}`
      },
      store,
      patient,
      key: 'copy',
      clock: { now: () => time.now() + skewMs },
      sleep: (ms) => time.sleep(ms),
      freshMs: 10 * minuteMs,
      keptMs: 60 * minuteMs,
    })
  return { time, state, engine, instance }
}
type Rig = ReturnType<typeof createRig>

/** What each answered, and after how many ms. */
const readAll = async ({ time }: Rig, copies: SharedCopy<string>[]) => {
  const startedAt = time.now()
  const reads = copies.map((copy) =>
    copy.read().then(
      (value) => ({ value, ms: time.now() - startedAt }),
      (error: WecomError) => ({ value: error.failure, ms: time.now() - startedAt }),
    ),
  )
  await time.pass(20_000)
  return Promise.all(reads)
}
const valuesOf = (reads: { value: string }[]) => [...new Set(reads.map(({ value }) => value))]

test('of sixteen cold instances one asks, and the others wait for its answer', async () => {
  const rig = createRig()
  const reads = await readAll(
    rig,
    Array.from({ length: 16 }, () => rig.instance()),
  )
  expect(valuesOf(reads)).toEqual(['built first'])
  expect(rig.state.asked).toBe(1)
  expect(Math.max(...reads.map(({ ms }) => ms))).toBeLessThan(2 * answersInMs)
})

test('a hundred callers of one instance are one question, and one building', async () => {
  const rig = createRig()
  const copy = rig.instance()
  await readAll(
    rig,
    Array.from({ length: 100 }, () => copy),
  )
  expect(rig.state).toMatchObject({ asked: 1, built: 1 })
  await rig.time.pass(5 * minuteMs)
  await readAll(rig, [copy, copy])
  expect(rig.state).toMatchObject({ asked: 1, built: 1 })
})

test('past its freshness, the one who asks waits, and all others are served the old copy at once', async () => {
  const rig = createRig()
  const copies = Array.from({ length: 8 }, () => rig.instance())
  await readAll(rig, copies)
  await rig.time.pass(10 * minuteMs)
  rig.state.said = 'second'
  const reads = await readAll(rig, copies)
  expect(reads.filter(({ value }) => value === 'built second')).toHaveLength(1)
  expect(reads.filter(({ value, ms }) => value === 'built first' && ms === 0)).toHaveLength(7)
  expect(rig.state.asked).toBe(2)
  await rig.time.pass(30_000)
  expect(valuesOf(await readAll(rig, copies))).toEqual(['built second'])
  expect(rig.state.asked).toBe(2)
})

test('what was forgotten is asked for again: here at once, elsewhere within half a minute', async () => {
  const rig = createRig()
  const [here, elsewhere] = [rig.instance(), rig.instance()]
  await readAll(rig, [here, elsewhere])
  rig.state.said = 'second'
  await here.forget()
  expect(valuesOf(await readAll(rig, [here]))).toEqual(['built second'])
  await rig.time.pass(30_000)
  expect(valuesOf(await readAll(rig, [elsewhere]))).toEqual(['built second'])
  expect(rig.state.asked).toBe(2)
})

test('what was read of the store before it was forgotten, come late, makes it count no more', async () => {
  const rig = createRig()
  const copy = rig.instance()
  await readAll(rig, [copy])
  await rig.time.pass(30_000)
  rig.state.said = 'second'
  rig.state.getReturnsAfterMs = 1_000
  const early = copy.read()
  rig.state.getReturnsAfterMs = 0
  await copy.forget()
  await rig.time.pass(5_000)
  await early
  expect(valuesOf(await readAll(rig, [copy]))).toEqual(['built second'])
})

test('an answer that was under way when it was forgotten is not taken for the new one', async () => {
  const rig = createRig()
  const [here, elsewhere] = [rig.instance(), rig.instance()]
  const reads = [here.read(), elsewhere.read()]
  await rig.time.pass(answersInMs / 2)
  rig.state.said = 'second'
  await here.forget()
  await rig.time.pass(20_000)
  expect((await Promise.all(reads))[0]).toBe('built second')
  await rig.time.pass(30_000)
  expect(valuesOf(await readAll(rig, [here, elsewhere, rig.instance()]))).toEqual(['built second'])
})

test('an answer from before it was forgotten, come late, is not put over the one from after', async () => {
  const rig = createRig()
  rig.state.answersInMs = 2_500
  const late = rig.instance().read()
  await rig.time.pass(100)
  const here = rig.instance()
  await here.forget()
  Object.assign(rig.state, { said: 'second', answersInMs: 300 })
  expect(valuesOf(await readAll(rig, [here]))).toEqual(['built second'])
  expect(await late).toBe('built first')
  expect(valuesOf(await readAll(rig, [rig.instance()]))).toEqual(['built second'])
  expect(rig.state.asked).toBe(2)
})

test('what counts is what was asked after the forgetting, though by a clock that is behind', async () => {
  const rig = createRig()
  await readAll(rig, [rig.instance(10_000)])
  const behind = rig.instance(-60_000)
  await behind.forget()
  rig.state.said = 'second'
  await readAll(rig, [behind])
  expect(valuesOf(await readAll(rig, [rig.instance()]))).toEqual(['built second'])
  expect(rig.state.asked).toBe(2)
})

test('while the source is silent, the kept copy serves; one caller every ten seconds tries', async () => {
  const rig = createRig()
  const copies = Array.from({ length: 5 }, () => rig.instance())
  await readAll(rig, copies)
  await rig.time.pass(10 * minuteMs)
  rig.state.isSilent = true
  const reads = await readAll(rig, copies)
  expect(valuesOf(reads)).toEqual(['built first'])
  expect(reads.filter(({ ms }) => ms > 0)).toHaveLength(1)
  expect(rig.state.asked).toBe(2)
})

test('with nothing kept, or nothing kept for less than an hour, its silence is an error', async () => {
  const rig = createRig()
  rig.state.isSilent = true
  const copy = rig.instance()
  expect(await readAll(rig, [copy])).toEqual([{ value: 'noAnswer', ms: answersInMs }])
  // No pause: somebody else may be luckier.
  expect(await readAll(rig, [rig.instance()])).toEqual([{ value: 'noAnswer', ms: answersInMs }])
  rig.state.isSilent = false
  await readAll(rig, [copy])
  rig.state.isSilent = true
  await rig.time.pass(60 * minuteMs)
  expect(valuesOf(await readAll(rig, [copy]))).toEqual(['noAnswer'])
})

test('with the store away each instance asks for itself, and shares again when it is back', async () => {
  const rig = createRig()
  rig.state.isStoreAway = true
  const copies = [rig.instance(), rig.instance()]
  expect(valuesOf(await readAll(rig, copies))).toEqual(['built first'])
  expect(rig.state.asked).toBe(2)
  await expect(copies[0]?.forget()).rejects.toThrow(StoreError)
  rig.state.isStoreAway = false
  await rig.time.pass(10 * minuteMs)
  await readAll(rig, copies)
  await rig.time.pass(30_000)
  await readAll(rig, [...copies, rig.instance()])
  expect(rig.state.asked).toBe(3)
})

test('a copy that took all the time of its call is written for the others all the same', async () => {
  const rig = createRig()
  rig.state.isTimeOver = true
  await readAll(rig, [rig.instance()])
  expect(valuesOf(await readAll(rig, [rig.instance()]))).toEqual(['built first'])
  expect(rig.state.asked).toBe(1)
})

test('a long copy lies in parts, and only the last two copies lie there', async () => {
  const rig = createRig()
  const copy = rig.instance()
  for (const letter of ['甲', '乙', '丙', '丁']) {
    rig.state.said = letter.repeat(300_000)
    await readAll(rig, [copy])
    await rig.time.pass(10 * minuteMs)
  }
  expect(valuesOf(await readAll(rig, [rig.instance()]))).toEqual([`built ${'丁'.repeat(300_000)}`])
  const keys = await rig.engine.scan('copy:', 100)
  expect(keys.filter((key) => !key.includes('lease'))).toHaveLength(2 * 3)
})

test('a copy of which a part is gone is no copy', async () => {
  const rig = createRig()
  rig.state.said = 'x'.repeat(300_000)
  await readAll(rig, [rig.instance()])
  const [part = ''] = (await rig.engine.scan('copy:', 100)).filter((key) => key.endsWith(':1'))
  await rig.engine.put(part, 'y'.repeat(10), minuteMs)
  const reads = await readAll(rig, [rig.instance()])
  expect(valuesOf(reads)).toEqual([`built ${rig.state.said}`])
  expect(rig.state.asked).toBe(2)
})
