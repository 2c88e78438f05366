import { createCarryOut } from '../../cloudfunctions/events/effects'
import type { Change } from '../../cloudfunctions/events/read-event'
import { createPatrol } from '../../cloudfunctions/patrol/patrol'
import { createRounds } from '../../cloudfunctions/patrol/rounds'
import type { DirectoryEntry } from '../../cloudfunctions/shared/directory/directory'
import { createLookAtAffected } from '../../cloudfunctions/shared/employees/affected'
import { createEmployees } from '../../cloudfunctions/shared/employees/employees'
import { createOpenRechecks } from '../../cloudfunctions/shared/employees/open-rechecks'
import { createRechecks } from '../../cloudfunctions/shared/employees/rechecks'
import { createExclusively } from '../../cloudfunctions/shared/limits/exclusive'
import type { PatrolReport } from '../../cloudfunctions/shared/runtime/patrol-report'
import { createMemoryStore } from '../../cloudfunctions/shared/store/memory-store'
import { WecomError } from '../../cloudfunctions/shared/wecom/errors'
import { personOf, sessionOf } from '../cloudfunctions/shared/employees/people'
import { createTestClock } from './clock'
import { createFaultyStore } from './faulty-store'

/** How a person stands with WeCom: gone, or in this department. */
export type Truth = 'gone' | number

const keyPrefix = 'ww1:1'
const path = '/cgi-bin/user/get'
export const patrolEveryMs = 15 * 60_000

const entryOf = (userId: string, departmentId: number): DirectoryEntry => {
  const { employee, standing } = personOf(userId)
  return {
    employee,
    standing: { ...standing, departmentIds: [departmentId], lineage: [departmentId] },
    status: 'active',
  }
}

/**
 * What events and patrol do to the records of people whose truth is known; all were at work in
 * department 1 a while ago. Fast enough for thousands of histories.
 */
export const createPeople = async (truths: ReadonlyMap<string, Truth>) => {
  const clock = createTestClock()
  const { store, setAway } = createFaultyStore(createMemoryStore(clock))
  const employees = createEmployees({ store, keyPrefix, clock, madeBy: 'rules' })
  let isSilent = false
  const directory = {
    async read(userId: string) {
      if (isSilent) throw new WecomError({ failure: 'noAnswer', path })
      const truth = truths.get(userId) ?? 'gone'
      if (truth !== 'gone') return entryOf(userId, truth)
      throw new WecomError({ failure: 'refused', path, errcode: 60111 })
    },
    forgetDepartments: async () => undefined,
    forgetTags: async () => undefined,
  }
  const audit = { record: async () => undefined }
  const rechecks = createRechecks({ employees, directory, audit, clock })
  const lookAtAffected = createLookAtAffected({ employees, rechecks })
  const openRechecks = createOpenRechecks(store, keyPrefix)
  const hasTime = () => true
  const carryOut = createCarryOut({
    ...{ employees, directory, rechecks, lookAtAffected, openRechecks, audit, hasTime },
  })
  const patrol = createPatrol({
    employees,
    rechecks,
    createLookAtAffected: (ask) => createLookAtAffected({ employees, rechecks: { ask } }),
    openRechecks,
    rounds: createRounds({
      store,
      key: `${keyPrefix}:patrol`,
      now: clock.now,
      everyMs: patrolEveryMs,
    }),
    exclusively: createExclusively({ store, key: `${keyPrefix}:lease`, leaseMs: 60_000 }),
    store,
    keepToken: async () => undefined,
    callsPerRun: 50,
    clock,
    remainingMs: () => Infinity,
  })
  for (const userId of truths.keys()) {
    await employees.admit(entryOf(userId, 1), sessionOf('s', clock.now()), clock.now())
  }
  clock.advance(10_000)

  return {
    clock,
    setAway,
    setSilent: (now: boolean) => void (isSilent = now),
    /** @throws StoreError */
    hear: (change: Change, happenedAt: number) =>
      carryOut({ name: change.kind, happenedAt, change }, 'event'),
    patrol: async () => (await patrol.work(() => undefined)) as PatrolReport,
    /** How everybody stands with us. */
    async outcome(): Promise<Map<string, Truth>> {
      const found = new Map<string, Truth>()
      for (const userId of truths.keys()) {
        const record = await employees.read(userId)
        found.set(userId, record?.active ? (record.standing.departmentIds[0] ?? 'gone') : 'gone')
      }
      return found
    },
  }
}

/** What WeCom tells of a person who has come to this: each step on the way is an event. */
export const eventsOf = (userId: string, truth: Truth): Change[] =>
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
