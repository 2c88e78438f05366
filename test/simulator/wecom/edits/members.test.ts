import { createSimulator, EditRefused, loadCompany } from '../../../../simulator/wecom/wecom'
import { start } from '../running'

const small = () =>
  loadCompany(
    `
corpId: ww5eed00000000000a
name: 小企业
apps:
  - { agentId: 1, name: 应用, secret: invented-secret-of-an-app-01, visibleRange: { members: [b] } }
departments:
  - { id: 1, name: 公司 }
  - { id: 2, name: 研发 }
  - { id: 3, name: 平台, parentId: 2 }
members:
  - { userId: a, name: 甲, departments: [2], leaderOf: [2] }
  - { userId: b, name: 乙, departments: [3], directLeaders: [A] }
tags:
  - { id: 5, name: 标签, members: [a] }
`,
    'small.yaml',
  )
const simulate = () => createSimulator({ company: small() })
const membersOf = (simulator: ReturnType<typeof simulate>) => simulator.people()[0]?.members ?? []

test('a new member has the defaults of a company file, and can sign in', async () => {
  const wecom = await start()
  const added = wecom.addMember({ userId: 'newcomer', name: '新人', departments: [4] })
  expect(added).toMatchObject({ mainDepartment: 4, order: [0], status: 1, directLeaders: [] })
  const js_code = wecom.issueCode({ platform: 'wecom', userId: 'newcomer' })
  expect(await wecom.exchange({ js_code })).toMatchObject({ errcode: 0, userid: 'newcomer' })
  await wecom.close()
})

test.each([
  ['twice, in another case', { userId: 'A', name: '甲' }, 'defined twice'],
  ['of nowhere', { userId: 'c', name: '丙', departments: [9] }, 'no department 9'],
  ['with an odd id', { userId: '丙', name: '丙' }, 'userId must match pattern'],
  ['with a field nobody knows', { userId: 'c', name: '丙', salary: 1 }, '"salary" is not known'],
  ['led by nobody', { userId: 'c', name: '丙', directLeaders: ['x'] }, 'no leader x'],
])('a member %s is refused, and nothing has changed', (_case, member, why) => {
  const simulator = simulate()
  const before = simulator.people()
  expect(() => simulator.addMember(member)).toThrow(why)
  expect(() => simulator.addMember(member)).toThrow(EditRefused)
  expect(simulator.people()).toEqual(before)
})

test('an edit leaves alone what it does not name; null takes away', () => {
  const simulator = simulate()
  simulator.editMember('a', { alias: 'A', mobile: '13800000009', status: 2 })
  expect(simulator.editMember('a', { alias: null, name: '甲甲' })).toEqual({
    ...small().members[0],
    name: '甲甲',
    mobile: '13800000009',
    status: 2,
  })
})

test('who moves to other departments leads on only where they still are', () => {
  const simulator = simulate()
  expect(simulator.editMember('a', { departments: [3, 2] })).toMatchObject({
    mainDepartment: 3,
    leaderOf: [2],
    order: [0, 0],
  })
  expect(simulator.editMember('a', { departments: [3] })).toMatchObject({ leaderOf: [] })
})

test('who stays in a department keeps their place in its list', () => {
  const simulator = simulate()
  simulator.editMember('a', { departments: [2, 3], order: [70, 90] })
  expect(simulator.editMember('a', { departments: [3, 1, 2] }).order).toEqual([90, 0, 70])
})

test('what an edit gave is a copy', () => {
  const simulator = simulate()
  simulator.editMember('a', {}).departments.push(99)
  expect(simulator.editMember('a', {}).departments).toEqual([2])
})

test('a deleted member is named nowhere any more', () => {
  const simulator = simulate()
  simulator.removeMember('B')
  simulator.addMember({ userId: 'b', name: '乙二' })
  simulator.removeMember('a')
  expect(membersOf(simulator)).toMatchObject([{ userId: 'b', visible: false }])
  expect(simulator.setApp({}).visibleRange.members).toEqual([])
  expect(simulator.editTag(5, {}).members).toEqual([])
})

test('a userId stays', () => {
  const changes = { userId: 'z' } as object
  expect(() => simulate().editMember('a', changes)).toThrow('stays')
})

test('a new userid is theirs wherever the corp names them, and nobody else may have it', () => {
  const simulator = simulate()
  expect(simulator.renameMember('A', 'a.new')).toMatchObject({ userId: 'a.new', name: '甲' })
  const { members, tags } = simulator.company()
  expect(members.map(({ userId }) => userId)).toEqual(['a.new', 'b'])
  expect(members[1]?.directLeaders).toEqual(['a.new'])
  expect(tags[0]?.members).toEqual(['a.new'])
  expect(() => simulator.renameMember('b', 'A.NEW')).toThrow('defined twice')
  expect(() => simulator.renameMember('b', '乙')).toThrow(EditRefused)
})

test('whoever followed a customer and leaves, leaves the customer too', async () => {
  const wecom = await start()
  wecom.removeMember('gaoyuanyuan')
  expect(wecom.company().visitors[0]).toMatchObject({ id: 'fangke', followers: [] })
  await wecom.close()
})
