// Real processes on one store, over the wire; the servers watch what no process can see.
import type { Timings } from '../../../../cloudfunctions/shared/access-token/timings'
import type { DeathPoint } from './processes/orders'
import type { GettokenMode } from './processes/token-server'
import { bundleWorker, startTroop, summed, type Troop, type Worker } from './processes/troop'
import type { StoreFaults } from '../../../support/store-server'

// Where a test would have to wait for time to pass, it passes faster.
const quick: Partial<Timings> = {
  waitMaxMs: 6000,
  fetchTimeoutMs: 700,
  storeTimeoutMs: 400,
  leaseMs: 1500,
  spacingMs: 200,
  patienceMs: 400,
  backoffMaxMs: 500,
  firmHoldMs: 1500,
  localIntervalMs: 1000,
}

let bundle: Awaited<ReturnType<typeof bundleWorker>>
const troops = new Set<Troop>()
const start = async (timings: Partial<Timings> = {}): Promise<Troop> => {
  const troop = await startTroop(bundle.file, timings)
  troops.add(troop)
  return troop
}
const gettokensOf = (troop: Troop) => troop.wecom.gettokens.length
const useAll = async (workers: readonly Worker[], callers: number) =>
  summed(await Promise.all(workers.map((worker) => worker.ask({ order: 'use', callers }))))
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

beforeAll(async () => {
  bundle = await bundleWorker()
})
afterAll(() => bundle.remove())
afterEach(async () => {
  const broken = [...troops].flatMap(({ invariants }) => invariants.broken())
  await Promise.all([...troops].map((troop) => troop.close()))
  troops.clear()
  expect(broken).toEqual([])
})

test.each([
  [1, 50],
  [4, 10],
  [16, 10],
])(
  'in %i cold processes %i callers each cost one gettoken, later ones none',
  async (count, callers) => {
    const troop = await start()
    const workers = await troop.startAll(count)
    expect(await useAll(workers, callers)).toMatchObject({
      succeeded: count * callers,
      failures: {},
    })
    expect(gettokensOf(troop)).toBe(1)
    const late = await troop.start()
    expect(await useAll([...workers, late], callers)).toMatchObject({ failures: {} })
    expect(gettokensOf(troop)).toBe(1)
  },
)

test.each([20, 200, 2000])(
  'a token that ends early under %i callers in 4 processes costs one gettoken, and nobody fails',
  async (callers) => {
    const troop = await start()
    const workers = await troop.startAll(4)
    await useAll(workers, 1)
    troop.wecom.invalidate()
    const told = await useAll(workers, callers / 4)
    expect(told).toMatchObject({ succeeded: callers, failures: {} })
    expect(troop.wecom.rejections()).toBeGreaterThanOrEqual(4)
    expect([gettokensOf(troop), troop.wecom.mostAtOnce()]).toEqual([2, 1])
  },
)

test('while WeCom rejects every token gettokens keep their distance, then all is well', async () => {
  const troop = await start(quick)
  const workers = await troop.startAll(4)
  await useAll(workers, 1)
  for (const rotates of [false, true]) {
    const before = gettokensOf(troop)
    troop.wecom.change({ rejectsAll: true, rotates })
    for (const worker of workers) worker.tell({ order: 'work', callers: 5 })
    await pause(2000)
    const times = troop.wecom.gettokens.slice(before)
    const distances = times.slice(1).map((at, n) => at - (times[n] ?? 0))
    // The hold begins after the answer: they can't even be as close as this.
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(200)
    expect(times.length).toBeGreaterThan(2)
    troop.wecom.change({ rejectsAll: false, rotates: false })
    await pause(700)
    await Promise.all(workers.map((worker) => worker.ask({ order: 'stop' })))
    expect(await useAll(workers, 10)).toMatchObject({ succeeded: 40, failures: {} })
  }
})

const deathPoints: DeathPoint[] = [
  'needed',
  'takingLease',
  'leaseTaken',
  'fetching',
  'fetched',
  'saving',
  'saved',
]

test.each(deathPoints)('a process killed at "%s" is replaced, and nobody fails', async (point) => {
  const troop = await start(quick)
  const [victim, ...others] = await troop.startAll(4)
  victim?.tell({ order: 'dieAt', point })
  victim?.tell({ order: 'use', callers: 1 })
  await victim?.gone
  const told = await useAll(others, 10)
  expect(told).toMatchObject({ succeeded: 30, failures: {} })
  expect(told.longestMs).toBeLessThan((quick.leaseMs ?? 0) + 500)
  expect(told.events.waitedLong).toBeUndefined()
  expect(gettokensOf(troop)).toBeLessThanOrEqual(2)
})

test('with clocks 90 s apart nobody fails, and a token costs one gettoken', async () => {
  const troop = await start()
  const skews = [-45_000, 45_000, 0, 30_000]
  const workers = await troop.startAll(4, (place) => ({ skewMs: skews[place] ?? 0 }))
  expect(await useAll(workers, 10)).toMatchObject({ succeeded: 40, failures: {} })
  expect(gettokensOf(troop)).toBe(1)
  troop.wecom.invalidate()
  expect(await useAll(workers, 10)).toMatchObject({ succeeded: 40, failures: {} })
  expect([gettokensOf(troop), troop.wecom.mostAtOnce()]).toEqual([2, 1])
})

test.each<[string, Partial<StoreFaults>, number]>([
  ['is away', { isAway: true }, 4],
  ['hangs', { hangs: true }, 4],
  ['is slow', { delayMs: 150 }, 1],
  ['answers after the time-out', { delayMs: 600 }, 5],
  ['loses half of its answers', { answersLost: 0.5 }, 2],
])('nobody fails in 4 processes while the store %s', async (_, faults, most) => {
  const troop = await start(quick)
  const workers = await troop.startAll(4)
  troop.store.fail(faults)
  expect(await useAll(workers, 10)).toMatchObject({ succeeded: 40, failures: {} })
  expect(gettokensOf(troop)).toBeLessThanOrEqual(most)
})

const words: Record<Exclude<GettokenMode, 'ok'>, RegExp> = {
  away: /noAnswer$/,
  hangs: /noAnswer$/,
  busy: /refused -1$/,
  limit: /refused 45009$/,
  secretWrong: /refused 40001$/,
  html: /oddReply$/,
  cut: /noAnswer$/,
}

test('whatever gettoken does, all are told why, WeCom is asked seldom, and it passes', async () => {
  const play = async (gettoken: keyof typeof words) => {
    const troop = await start(quick)
    const workers = await troop.startAll(3)
    troop.wecom.change({ gettoken })
    const told = await useAll(workers, 5)
    const failures = Object.keys(told.failures)
    expect([gettoken, told.succeeded, failures.length]).toEqual([gettoken, 0, 1])
    expect(failures[0]).toMatch(words[gettoken])
    const isFirm = gettoken === 'limit' || gettoken === 'secretWrong'
    expect([gettoken, gettokensOf(troop) <= (isFirm ? 1 : 3)]).toEqual([gettoken, true])
    troop.wecom.change({ gettoken: 'ok' })
    await pause(isFirm ? 1700 : 700)
    expect(await useAll(workers, 5)).toMatchObject({ succeeded: 15, failures: {} })
  }
  await Promise.all((Object.keys(words) as (keyof typeof words)[]).map(play))
})
