import fc from 'fast-check'
import {
  createSharedCopy,
  type SharedCopy,
} from '../../../../cloudfunctions/shared/directory/shared-copy'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import type { Store } from '../../../../cloudfunctions/shared/store/store'
import { createVirtualTime, type VirtualTime } from '../access-token/model/virtual-time'

const freshMs = 600_000
// Machines of one cloud differ by less.
const skewsMs = [0, 3_000, -3_000, 700]

type Step =
  | { what: 'read'; who: number }
  | { what: 'change' }
  | { what: 'forget'; who: number }
  | { what: 'pass'; ms: number }

const who = fc.nat({ max: 3 })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ what: fc.constant('read' as const), who }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('change' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('forget' as const), who }) },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('pass' as const),
      ms: fc.oneof(
        fc.nat({ max: 60 }),
        fc.nat({ max: 2_000 }),
        fc.nat({ max: 60_000 }),
        fc.nat({ max: 1_200_000 }),
      ),
    }),
  },
)

/** A store on the way to which other things happen. */
const slowed = (engine: Store, { sleep }: VirtualTime): Store => {
  const after =
    <P extends unknown[], R>(ms: number, operation: (...parameters: P) => Promise<R>) =>
    async (...parameters: P): Promise<R> => {
      await sleep(ms)
      const result = await operation(...parameters)
      await sleep(ms)
      return result
    }
  return {
    ...engine,
    get: after(20, engine.get),
    insert: after(5, engine.insert),
    cas: after(5, engine.cas),
    put: after(5, engine.put),
  }
}

/** Versions count up; whoever reads gets the number of the version that the copy was made of. */
const carryOut = async (steps: readonly Step[]) => {
  const time = createVirtualTime()
  const clock = { now: time.now }
  const startedAt = time.now()
  const store = slowed(createMemoryStore(clock), time)
  let version = 0
  let forgets = 0
  let asked = 0
  const broken: string[] = []

  const copies = skewsMs.map((skewMs): SharedCopy<number> =>
    createSharedCopy<number, number>({
      load: async () => {
        asked++
        const said = version
        // Every other answer is slow, so that a later one overtakes it.
        await time.sleep(asked % 2 === 1 ? 2_500 : 300)
        return said
      },
      build: (said) => said,
      store,
      patient: store,
      key: 'copy',
      clock: { now: () => time.now() + skewMs },
      sleep: (ms) => time.sleep(ms),
      freshMs,
      keptMs: 24 * 60 * 60_000,
    }),
  )
  // What must be seen by every instance from a moment on.
  const promises: { from: number; version: number }[] = []
  const reads: Promise<void>[] = []
  const forgettings: Promise<void>[] = []
  const read = async (reader: number) => {
    const from = time.now()
    const got = await (copies[reader] as SharedCopy<number>).read()
    for (const promise of promises) {
      if (promise.from <= from && got < promise.version) {
        broken.push(`${reader} read ${got} instead of ${promise.version} at ${from}`)
      }
    }
  }
  const forget = async (at: number) => {
    forgets++
    const known = version
    await copies[at]?.forget()
    promises.push({ from: time.now(), version: known })
  }
  for (const step of steps) {
    if (step.what === 'read') reads.push(read(step.who))
    else if (step.what === 'change') version++
    else if (step.what === 'forget') forgettings.push(forget(step.who))
    else await time.pass(step.ms)
  }
  await time.pass(60_000)
  await Promise.all([...reads, ...forgettings])
  // One question each time that the copy is old or forgotten; whoever has not heard of the forgetting
  // may ask for a copy that is old anyway.
  const mayAsk = 1 + 2 * forgets + (time.now() - startedAt) / freshMs
  if (asked > mayAsk) broken.push(`asked ${asked} times`)
  return { broken, reads: reads.length }
}

test('in any history of reads and changes nobody reads what was forgotten, and few ask', async () => {
  let reads = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 40, size: 'max' }), async (steps) => {
      const history = await carryOut(steps)
      reads += history.reads
      expect(history.broken).toEqual([])
    }),
    { numRuns: 300 },
  )
  expect(reads).toBeGreaterThan(1000)
})
