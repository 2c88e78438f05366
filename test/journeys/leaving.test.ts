/**
 * Whoever may not work any more is out within a minute, on every process of every function: by WeCom's
 * event; where no event arrives, by the patrol within its period; and with the store away meanwhile.
 * Real processes, on a clock that is moved.
 */
import { startWorkday, type Workday } from '../support/workday'

jest.setTimeout(120_000)

const minute = 60_000

let day: Workday
beforeEach(async () => {
  day = await startWorkday()
})
afterEach(() => day.close())

const disable = (userId: string) => day.simulator.editMember(userId, { status: 2 })
const delivered = () =>
  day.simulator.callbacks
    .deliveries()
    .map(({ event, about, state }) => `${event} ${about} ${state}`)

test('an employee who is disabled in the admin console is out a minute after WeCom says so', async () => {
  const session = await day.comeToWork('zhangsan')
  const colleague = await day.comeToWork('lisi')
  disable('zhangsan')
  await day.simulator.callbacks.settled()
  expect(delivered()).toContain('unsubscribe zhangsan delivered')
  day.advance(minute)
  expect(await day.onceAvailable(session)).toEqual(day.all('SESSION_REFUSED'))
  expect(await day.onceAvailable(colleague)).toEqual(day.all('ok'))
  expect(await day.signIn('zhangsan')).toBe('MEMBER_DISABLED')
})

test('with the store away for a minute meanwhile nobody is let in on trust, and then they are out', async () => {
  const session = await day.comeToWork('zhangsan')
  const colleague = await day.comeToWork('lisi')
  const { databaseFaults } = day.stack.cloudbase
  databaseFaults.add({ kind: 'away', action: '*', times: 'always' })
  disable('zhangsan')
  expect(await day.everywhere(colleague)).toEqual(day.all('ok'))
  day.advance(minute)
  expect(await day.everywhere(colleague)).toEqual(day.all('UNAVAILABLE'))
  expect(await day.everywhere(session)).toEqual(day.all('UNAVAILABLE'))
  databaseFaults.clear()
  await day.simulator.callbacks.settled()
  expect(delivered()).toContain('unsubscribe zhangsan delivered')
  day.advance(minute)
  expect(await day.onceAvailable(session)).toEqual(day.all('SESSION_REFUSED'))
  expect(await day.onceAvailable(colleague)).toEqual(day.all('ok'))
})

describe('with no event at all', () => {
  beforeEach(() => {
    day.simulator.setApp({ callback: null })
    day.simulator.setContactCallback(null)
  })

  test('the patrol finds them, within its period', async () => {
    const session = await day.comeToWork('zhangsan')
    const colleague = await day.comeToWork('lisi')
    // It has just passed everybody: the worst moment to be disabled after.
    await day.patrol()
    disable('zhangsan')
    await day.simulator.callbacks.settled()
    expect(delivered()).toEqual([])
    day.advance(15 * minute)
    expect(await day.patrol()).toMatchObject({ ok: true, data: { revoked: 1, behindMs: 0 } })
    // What a process has looked at a moment ago counts for half a minute.
    day.advance(minute / 2)
    expect(await day.onceAvailable(session)).toEqual(day.all('SESSION_REFUSED'))
    expect(await day.onceAvailable(colleague)).toEqual(day.all('ok'))
  })

  test('with the store away for a minute as it comes by, it comes by again', async () => {
    const session = await day.comeToWork('zhangsan')
    disable('zhangsan')
    const { databaseFaults } = day.stack.cloudbase
    databaseFaults.add({ kind: 'away', action: '*', times: 'always' })
    await day.patrol()
    day.advance(minute)
    expect(await day.everywhere(session)).toEqual(day.all('UNAVAILABLE'))
    databaseFaults.clear()
    await day.patrolOnceAvailable()
    expect(await day.onceAvailable(session)).toEqual(day.all('SESSION_REFUSED'))
  })
})
