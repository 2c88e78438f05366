import {
  findPeople,
  marksOf,
  type Corp,
} from '../../../../simulator/phone/browser/start-page/company'

const own: Corp = {
  corpId: 'ww1',
  corpName: '启明',
  own: true,
  departments: [
    { id: 3, name: '平台部', parentId: 2 },
    { id: 1, name: '启明', parentId: 0 },
    { id: 2, name: '研发中心', parentId: 1 },
  ],
  members: [
    {
      userId: 'zhangsan',
      name: '张三',
      position: '工程师',
      departmentIds: [3, 2],
      status: 1,
      visible: true,
    },
    { userId: 'lisi', name: '李四', alias: 'Lee', departmentIds: [1], status: 2, visible: false },
    { userId: 'nobody', name: '无部门', departmentIds: [99], status: 5, visible: true },
  ],
}
const other: Corp = {
  ...own,
  corpId: 'ww2',
  corpName: '远方',
  own: false,
  departments: [],
  members: [{ userId: 'waibu', name: '外部', departmentIds: [], status: 1, visible: true }],
}

const found = (words: string, mark?: Parameters<typeof findPeople>[2]) =>
  findPeople([other, own], words, mark).map(
    ({ title, members }) => `${title}: ${members.map(({ userId }) => userId).join()}`,
  )

test('people stand by department, in the order of the tree; other companies come last', () => {
  expect(found('')).toEqual(['启明: lisi', '平台部: zhangsan', '启明: nobody', '远方: waibu'])
})

test.each([
  ['张', '平台部: zhangsan'],
  ['ZHANG', '平台部: zhangsan'],
  ['工程师', '平台部: zhangsan'],
  ['研发 张三', '平台部: zhangsan'],
  ['lee', '启明: lisi'],
])('%s finds %s', (words, group) => {
  expect(found(words)).toEqual([group])
})

test('nobody is found by what nobody is', () => {
  expect(found('张三 产品')).toEqual([])
})

test('a mark finds its own', () => {
  expect(found('', 'foreign')).toEqual(['远方: waibu'])
  expect(found('', 'departed')).toEqual(['启明: nobody'])
  expect(marksOf(own, own.members[1]!)).toEqual(['disabled', 'invisible'])
})
