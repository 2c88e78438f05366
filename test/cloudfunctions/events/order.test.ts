/** Whatever the order in which events arrive, and however often: what comes of them is the same, and true. */
import fc from 'fast-check'
import { createCarryOut } from '../../../cloudfunctions/events/effects'
import type { Change } from '../../../cloudfunctions/events/read-event'
import type { DirectoryEntry } from '../../../cloudfunctions/shared/directory/directory'
import { createLookAtAffected } from '../../../cloudfunctions/shared/employees/affected'
import { createEmployees } from '../../../cloudfunctions/shared/employees/employees'
import { createOpenRechecks } from '../../../cloudfunctions/shared/employees/open-rechecks'
import { createRechecks } from '../../../cloudfunctions/shared/employees/rechecks'
import { createMemoryStore } from '../../../cloudfunctions/shared/store/memory-store'
import { WecomError } from '../../../cloudfunctions/shared/wecom/errors'
import { createTestClock } from '../../support/clock'
import { personOf, sessionOf } from '../shared/employees/people'

/** How a person stands with WeCom in the end: gone, or in this department. */
type Truth = 'gone' | number

const people = ['a', 'b', 'c'] as const
const secondMs = 1000

const setUp = async (truths: Record<string, Truth>) => {
  const clock = createTestClock()
  const store = createMemoryStore(clock)
  const employees = createEmployees({ store, keyPrefix: 'ww1:1', clock, madeBy: 'rules' })
  const entryOf = (userId: string, departmentId: number): DirectoryEntry => {
    const { employee, standing } = personOf(userId)
    return {
      employee,
      standing: { ...standing, departmentIds: [departmentId], lineage: [departmentId] },
      status: 'active',
    }
  }
  const directory = {
    async read(userId: string) {
      const truth = truths[userId] ?? 'gone'
      if (truth !== 'gone') return entryOf(userId, truth)
      throw new WecomError({ failure: 'refused', path: '/cgi-bin/user/get', errcode: 60111 })
    },
    forgetDepartments: async () => undefined,
    forgetTags: async () => undefined,
  }
  const audit = { record: async () => undefined }
  const rechecks = createRechecks({ employees, directory, audit, clock })
  const carryOut = createCarryOut({
    employees,
    directory,
    rechecks,
    lookAtAffected: createLookAtAffected({ employees, rechecks }),
    openRechecks: createOpenRechecks(store, 'ww1:1'),
    audit,
    hasTime: () => true,
  })
  for (const userId of people) {
    await employees.admit(entryOf(userId, 1), sessionOf('s', clock.now()), clock.now())
  }
  clock.advance(10 * secondMs)
  const outcome = async (userId: string): Promise<Truth> => {
    const record = await employees.read(userId)
    return record?.active ? (record.standing.departmentIds[0] ?? 'gone') : 'gone'
  }
  return { clock, carryOut, outcome }
}

/** What WeCom tells of a person who goes through this: every step, as an event. */
const eventsOf = (userId: string, truth: Truth): Change[] =>
  truth === 'gone'
    ? [
        { kind: 'changed', userId },
        { kind: 'departed', userId, reason: 'unsubscribed' },
        { kind: 'departed', userId, reason: 'deleted' },
      ]
    : [
        { kind: 'changed', userId },
        { kind: 'joined', userId },
        { kind: 'departmentsChanged', departmentIds: [1] },
        { kind: 'tagChanged', userIds: [userId], departmentIds: [] },
      ]

const truth = fc.constantFrom<Truth>('gone', 1, 2, 7)

test('any order and 1 to 100 copies of the events end in what WeCom says', async () => {
  const history = fc.record({ a: truth, b: truth, c: truth }).chain((truths) => {
    const told = people.flatMap((userId) => eventsOf(userId, truths[userId]))
    const copies = fc.array(fc.constantFrom(...told), { maxLength: 100 - told.length })
    const order = copies.chain((more) =>
      fc.shuffledSubarray([...told, ...more], { minLength: told.length + more.length }),
    )
    return fc.record({ truths: fc.constant(truths), order })
  })
  await fc.assert(
    fc.asyncProperty(history, async ({ truths, order }) => {
      const { clock, carryOut, outcome } = await setUp(truths)
      const happenedAt = clock.now()
      for (const [n, change] of order.entries()) {
        await carryOut(
          { name: change.kind, happenedAt: happenedAt - (n % 3) * secondMs, change },
          'event',
        )
      }
      expect([await outcome('a'), await outcome('b'), await outcome('c')]).toEqual([
        truths.a,
        truths.b,
        truths.c,
      ])
    }),
    { numRuns: 200 },
  )
})

test('all at once end in the same', async () => {
  const { clock, carryOut, outcome } = await setUp({ a: 'gone', b: 7, c: 2 })
  const told = [...eventsOf('a', 'gone'), ...eventsOf('b', 7), ...eventsOf('c', 2)]
  const happenedAt = clock.now()
  await Promise.all(
    [...told, ...told, ...told.reverse()].map((change) =>
      carryOut({ name: change.kind, happenedAt, change }, 'event'),
    ),
  )
  expect([await outcome('a'), await outcome('b'), await outcome('c')]).toEqual(['gone', 7, 2])
})

test('a departure that nobody can ask about any more is believed', async () => {
  const { clock, carryOut, outcome } = await setUp({ a: 'gone' })
  // Older than what WeCom said at the sign-in; asked again, it does not say so.
  await carryOut(
    {
      name: 'unsubscribe',
      happenedAt: clock.now() - 60 * secondMs,
      change: { kind: 'departed', userId: 'a', reason: 'unsubscribed' },
    },
    'event',
  )
  expect(await outcome('a')).toBe('gone')
})
