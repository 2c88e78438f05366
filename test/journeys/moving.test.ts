/**
 * What an employee sees follows their place in the company: within a minute of WeCom's event, on every
 * process of the workbench. Real processes, on a clock that is moved.
 */
import { processCount, startWorkday, type Workday } from '../support/workday'

jest.setTimeout(120_000)

const minute = 60_000

let day: Workday
beforeEach(async () => {
  day = await startWorkday()
})
afterEach(() => day.close())

/** What everybody shows to this session once the events have arrived and a minute has passed. */
const afterAMinute = async (session: string): Promise<string[][]> => {
  await day.simulator.callbacks.settled()
  day.advance(minute)
  return day.entries(session)
}
const toAll = (entries: unknown): unknown[] => Array.from({ length: processCount }, () => entries)

test('who moves to another department sees what is for that one, and no more what was for theirs', async () => {
  const session = await day.comeToWork('zhangsan')
  const before = expect.arrayContaining(['attendance', 'release-calendar', 'on-call'])
  expect(await day.entries(session)).toEqual(toAll(before))
  day.simulator.editMember('zhangsan', { departments: [8] })
  const [shown, ...others] = await afterAMinute(session)
  expect(shown).toEqual(expect.arrayContaining(['attendance', 'visits']))
  expect(shown).not.toContain('release-calendar')
  expect(shown).not.toContain('on-call')
  expect(others).toEqual(others.map(() => shown))
})

test('who is given a tag has its role, and whoever loses it has not', async () => {
  const { members = [] } = day.simulator.company().tags.find(({ id }) => id === 1) ?? {}
  const session = await day.comeToWork('lisi')
  const lecturer = 'lecture-booking'
  expect(await day.entries(session)).toEqual(toAll(expect.not.arrayContaining([lecturer])))
  day.simulator.editTag(1, { members: [...members, 'lisi'] })
  expect(await afterAMinute(session)).toEqual(toAll(expect.arrayContaining([lecturer])))
  day.simulator.editTag(1, { members })
  expect(await afterAMinute(session)).toEqual(toAll(expect.not.arrayContaining([lecturer])))
})

test('who moves along with their whole department is seen where that is now', async () => {
  const session = await day.comeToWork('zhangsan')
  day.simulator.editDepartment(4, { parentId: 7 })
  const shown = await afterAMinute(session)
  expect(shown).toEqual(toAll(expect.arrayContaining(['visits'])))
  expect(shown).toEqual(toAll(expect.not.arrayContaining(['on-call'])))
})
