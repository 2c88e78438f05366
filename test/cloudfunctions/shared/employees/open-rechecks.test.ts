import { createOpenRechecks } from '../../../../cloudfunctions/shared/employees/open-rechecks'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import { createTestClock } from '../../../support/clock'

const setUp = () => {
  const store = createMemoryStore(createTestClock())
  const open = createOpenRechecks(store, 'ww1:1')
  const listed = async () => (await open.read()).map(({ affected }) => affected)
  return { store, open, listed }
}
const department = { userIds: [], departmentIds: [3] }

test('what was added is there until it is closed', async () => {
  const { open, listed } = setUp()
  await open.add(department)
  await open.add({ userIds: ['zhangsan'], departmentIds: [] })
  expect(await listed()).toHaveLength(2)
  for (const recheck of await open.read()) await recheck.close()
  expect(await listed()).toEqual([])
})

test('the same change twice is one', async () => {
  const { open, listed } = setUp()
  await open.add(department)
  await open.add(department)
  expect(await listed()).toEqual([department])
})

test('what is left is kept with the place where it goes on', async () => {
  const { open, listed } = setUp()
  await open.add(department)
  const [recheck] = await open.read()
  await recheck?.keep({ ...department, after: 'lisi' })
  expect(await listed()).toEqual([{ ...department, after: 'lisi' }])
})

test('what is left of other people stands in place of all of them', async () => {
  const { open, listed } = setUp()
  await open.add({ userIds: ['a', 'b'], departmentIds: [3] })
  const [recheck] = await open.read()
  await recheck?.keep({ userIds: ['b'], departmentIds: [] })
  expect(await listed()).toEqual([{ userIds: ['b'], departmentIds: [] }])
})

test('a change that comes again meanwhile begins anew, whatever the one before has got to', async () => {
  const { open, listed } = setUp()
  await open.add(department)
  const [first] = await open.read()
  await open.add(department)
  await first?.keep({ ...department, after: 'lisi' })
  await first?.close()
  expect(await listed()).toEqual([department])
})

test('twenty that are added at once are all there', async () => {
  const { open, listed } = setUp()
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => open.add({ userIds: [`u${n}`], departmentIds: [] })),
  )
  expect(await listed()).toHaveLength(20)
})

test('what somebody has put there by hand is passed over', async () => {
  const { store, open, listed } = setUp()
  for (const value of [1, { a: 1 }, [1, { turn: 1, affected: { userIds: [1] } }]]) {
    await store.put('ww1:1:rechecks', value, 1000)
    expect(await listed()).toEqual([])
  }
  await open.add(department)
  expect(await listed()).toEqual([department])
})
