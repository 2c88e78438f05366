/** Sign-ins, renewals and revocations of one person at the same moment, in every order. */
import * as sdk from '@cloudbase/node-sdk'
import * as ioredis from 'ioredis'
import fc from 'fast-check'
import type { EmployeeRecord } from '../../../../cloudfunctions/shared/employees/employee-record'
import {
  createEmployees,
  type Employees,
} from '../../../../cloudfunctions/shared/employees/employees'
import { collectionName } from '../../../../cloudfunctions/shared/store/cloudbase-collection'
import { createCloudbaseStore } from '../../../../cloudfunctions/shared/store/cloudbase-store'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import { readRedisUrl } from '../../../../cloudfunctions/shared/store/redis-nodes'
import { createRedisStore } from '../../../../cloudfunctions/shared/store/redis-store'
import type { Store } from '../../../../cloudfunctions/shared/store/store'
import { sdkEnvironment } from '../../../../simulator/cloudbase/environment'
import { startDatabase } from '../../../simulator/cloudbase/database/running'
import { describeWithRedis, startRedis } from '../../../support/redis'
import { personOf, sessionOf } from './people'

jest.setTimeout(60_000)

const zhangsan = personOf('zhangsan')

/** No two moments are the same, so that before and after are always known. */
const createTicking = () => {
  let now = Date.UTC(2026, 10, 2)
  return { now: () => ++now }
}
const open = (store: Store, clock = createTicking()) => {
  const instance = () => createEmployees({ store, keyPrefix: 'ww1:1', clock, madeBy: 'rules' })
  return { clock, instances: [instance(), instance()] }
}
const sessionIds = (record: EmployeeRecord | undefined): string[] =>
  (record?.sessions ?? []).map(({ sessionId }) => sessionId)

const isProfileHonest = (record: EmployeeRecord | undefined): boolean =>
  !record?.active ||
  record.employee.confirmedAt === 0 ||
  record.employee.confirmedAt > record.forgottenAt

type Act =
  | { what: 'signIn'; at: number }
  | { what: 'revoke' | 'forgetProfile' | 'recheck'; at: number }
  | { what: 'signOut' | 'renew'; at: number; of: number }
const acts = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ what: fc.constant('signIn' as const), at: fc.nat(1) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constantFrom('revoke' as const, 'forgetProfile' as const, 'recheck' as const),
        at: fc.nat(1),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        what: fc.constantFrom('signOut' as const, 'renew' as const),
        at: fc.nat(1),
        of: fc.nat(5),
      }),
    },
  ),
  { minLength: 2, maxLength: 9 },
)

/** Every operation of the store ends when the scheduler says so, not in the order in which it began. */
const scheduled = (store: Store, scheduler: fc.Scheduler): Store => ({
  ...store,
  get: scheduler.scheduleFunction(store.get),
  insert: scheduler.scheduleFunction(store.insert),
  cas: scheduler.scheduleFunction(store.cas),
})

const neitherUndoesTheOther = (spoil: (employees: Employees) => Employees = (same) => same) =>
  fc.asyncProperty(acts, fc.scheduler(), async (script, scheduler) => {
    const engine = createMemoryStore({ now: () => 0 })
    const { clock, instances } = open(scheduled(engine, scheduler))
    const employees = instances.map(spoil)
    const askedAt = new Map<string, number>()
    const signedOut = new Set<string>()

    const perform = async (act: Act, place: number) => {
      const here = employees[act.at] as Employees
      const asked = clock.now()
      // What WeCom answers takes its time as well.
      await scheduler.schedule(Promise.resolve())
      if (act.what === 'signIn') {
        const id = `s${place}`
        askedAt.set(id, asked)
        await here.admit(zhangsan, sessionOf(id, asked), asked)
      } else if (act.what === 'signOut') {
        if (await here.endSession('zhangsan', `s${act.of}`)) signedOut.add(`s${act.of}`)
      } else if (act.what === 'renew') {
        await here.extend('zhangsan', `s${act.of}`, asked + 40 * 60_000)
      } else if (act.what === 'revoke') await here.revoke('zhangsan', 'left')
      else if (act.what === 'forgetProfile') await here.forgetProfile('zhangsan')
      else await here.remember(zhangsan, asked)
    }
    await scheduler.waitFor(Promise.all(script.map(perform)))

    const [reader] = open(engine).instances
    const record = await reader?.read('zhangsan')
    const living = sessionIds(record)
    const isBefore = (id: string) => (askedAt.get(id) ?? 0) <= (record?.revokedAt ?? 0)
    const signIns = [...askedAt.keys()]
    const expected = signIns.filter((id) => !isBefore(id) && !signedOut.has(id))
    return (
      // Whoever asked before the revocation is out, and nobody who was signed out is back.
      !living.some((id) => isBefore(id) || signedOut.has(id)) &&
      // Nobody else lost a session, unless there were too many.
      (signIns.length > 5 || expected.every((id) => living.includes(id))) &&
      living.length <= 5 &&
      // What was forgotten is fresh only by the word of somebody who asked later.
      isProfileHonest(record) &&
      new Set(living).size === living.length
    )
  })

test('in every order, a revocation and a sign-in do not undo each other', async () => {
  await fc.assert(neitherUndoesTheOther(), { numRuns: 1500 })
})

test.each<[string, (employees: Employees) => Employees]>([
  [
    'a sign-in that does not look at the revocation',
    (employees) => ({
      ...employees,
      admit: (known, session) => employees.admit(known, session, Number.MAX_SAFE_INTEGER),
    }),
  ],
  [
    'a sign-in that overwrites the others',
    (employees) => ({
      ...employees,
      async admit(known, session, askedAt) {
        await employees.endSessions(known.employee.userId)
        return employees.admit(known, session, askedAt)
      },
    }),
  ],
])('the same test notices %s', async (_, spoil) => {
  const { failed } = await fc.check(neitherUndoesTheOther(spoil), { numRuns: 1500, seed: 3 })
  expect(failed).toBe(true)
})

/** Through the real SDK of the engine, all at once. */
const racesOn = (openStore: () => Promise<{ store: Store; close(): Promise<void> }>) => {
  test('sixteen sign-ins and a revocation at once leave five sessions at most, none of them older', async () => {
    const { store, close } = await openStore()
    for (let round = 0; round < 5; round++) {
      const { clock, instances } = open(store)
      const userId = `user-${round}`
      const person = personOf(userId)
      const asked = new Map<string, number>()
      const signIn = async (n: number) => {
        const at = clock.now()
        asked.set(`s${n}`, at)
        await instances[n % 2]?.admit(person, sessionOf(`s${n}`, at), at)
      }
      const first = Array.from({ length: 8 }, (_, n) => signIn(n))
      const revoked = instances[0]?.revoke(userId, 'left')
      const second = Array.from({ length: 8 }, (_, n) => signIn(8 + n))
      await Promise.all([...first, revoked, ...second])
      const record = await instances[1]?.read(userId)
      const living = sessionIds(record)
      expect(living.length).toBeLessThanOrEqual(5)
      for (const id of living) expect(asked.get(id)).toBeGreaterThan(record?.revokedAt ?? 0)
      expect(await instances[0]?.admit(person, sessionOf('last', clock.now()), clock.now())).toBe(
        'admitted',
      )
    }
    await close()
  })
}

describe('on the CloudBase database', () => {
  racesOn(async () => {
    const database = await startDatabase({ collections: [collectionName] })
    const before = { ...process.env }
    Object.assign(process.env, sdkEnvironment(database.url, 'local'))
    const clock = { now: Date.now }
    return {
      store: createCloudbaseStore({ loadSdk: async () => sdk, clock, timeoutMs: 10_000 }),
      async close() {
        process.env = before
        await database.close()
      },
    }
  })
})

describeWithRedis('on Redis', () => {
  racesOn(async () => {
    const redis = await startRedis()
    const nodes = readRedisUrl(redis.url)
    const store = createRedisStore({ loadRedis: async () => ioredis, nodes, timeoutMs: 10_000 })
    return {
      store,
      async close() {
        await store.close()
        await redis.close()
      },
    }
  })
})
