import { createDepartmentTree } from '../../../../cloudfunctions/shared/directory/departments'

const tree = createDepartmentTree([
  { id: 1, name: '启明科技', parentId: 0 },
  { id: 2, name: '研发中心', parentId: 1 },
  { id: 3, name: '平台部', parentId: 2 },
  { id: 9, parentId: 3 },
  { id: 20, name: '外地', parentId: 19 },
  { id: 30, name: '甲', parentId: 31 },
  { id: 31, name: '乙', parentId: 30 },
])

test('a path runs from the top down and leaves out the company itself', () => {
  expect(tree.path(3)).toEqual(['研发中心', '平台部'])
})

test('who sits in the root has the company for a path', () => {
  expect(tree.path(1)).toEqual(['启明科技'])
})

test('a department without a name is left out of the path and is null by itself', () => {
  expect(tree.path(9)).toEqual(['研发中心', '平台部'])
  expect(tree.name(9)).toBeNull()
})

test('a department whose parent is not visible begins its own path', () => {
  expect(tree.path(20)).toEqual(['外地'])
})

test('an unknown department has no path and no name', () => {
  expect(tree.path(99)).toEqual([])
  expect(tree.name(99)).toBeNull()
})

test('a loop in the list ends', () => {
  expect(tree.path(30)).toEqual(['乙', '甲'])
})

test('the departments above are known as far as WeCom names them, the first unseen one too', () => {
  expect(tree.lineage(9)).toEqual([9, 3, 2, 1])
  expect(tree.lineage(20)).toEqual([20, 19])
  expect(tree.lineage(99)).toEqual([99])
})
