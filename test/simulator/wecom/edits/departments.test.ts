import { createSimulator } from '../../../../simulator/wecom/wecom'

const listed = (simulator: ReturnType<typeof createSimulator>) => simulator.people()[0]!.departments

test('a new department is last below the root, with the next free id', () => {
  const simulator = createSimulator()
  const added = simulator.addDepartment({ name: '法务部' })
  expect(added).toEqual({ id: 16, name: '法务部', nameEn: '', parentId: 1, order: 0 })
  expect(listed(simulator).at(-1)).toEqual({ id: 16, name: '法务部', parentId: 1 })
})

test('it is renamed and moved, with all below it', () => {
  const simulator = createSimulator()
  simulator.editDepartment(3, { name: '大平台部', parentId: 6 })
  expect(listed(simulator)).toContainEqual({ id: 3, name: '大平台部', parentId: 6 })
  expect(listed(simulator)).toContainEqual({ id: 4, name: '基础架构组', parentId: 3 })
})

test.each([
  ['below itself', { parentId: 4 }, 'below itself'],
  ['below nothing', { parentId: 99 }, 'does not exist'],
  ['to a name of 33 characters', { name: '名'.repeat(33) }, 'name must NOT have more'],
])('a department cannot go %s', (_case, changes, why) => {
  const simulator = createSimulator()
  const before = simulator.people()
  expect(() => simulator.editDepartment(3, changes)).toThrow(why)
  expect(simulator.people()).toEqual(before)
})

test('only an empty one is deleted, and it leaves tags and visible ranges', () => {
  const simulator = createSimulator()
  expect(() => simulator.removeDepartment(1)).toThrow('root')
  expect(() => simulator.removeDepartment(2)).toThrow('60006')
  expect(() => simulator.removeDepartment(10)).toThrow('60005')
  expect(() => simulator.removeDepartment(99)).toThrow('no department 99')
  for (const { userId, departmentIds } of simulator.people()[0]!.members) {
    if (departmentIds.includes(10)) simulator.editMember(userId, { departments: [11] })
  }
  simulator.removeDepartment(10)
  expect(simulator.editTag(2, {}).departments).toEqual([])
  expect(simulator.setApp({}).visibleRange.departments).toEqual([2, 6, 7, 11, 12])
})
