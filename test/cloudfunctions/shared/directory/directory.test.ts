import type { ProfileField } from '../../../../typings/api'
import type { RoleRules } from '../../../../cloudfunctions/shared/directory/roles'
import { createDirectory } from '../../../../cloudfunctions/shared/directory/directory'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import { createWecom } from '../../../../cloudfunctions/shared/wecom/wecom'
import { createTestClock } from '../../../support/clock'
import { startUpstream, type Upstream } from '../../../support/upstream'

let upstream: Upstream
const clock = createTestClock()
let store = createMemoryStore(clock)
let refusedTags: [tagId: number, errcode: number | undefined][]

const rules: RoleRules = {
  hr: { tagIds: [2] },
  lecturer: { tagIds: [1, 7] },
  dev: { departmentIds: [2] },
}
const person = { userid: 'ZhangSan', name: '张三', status: 1, department: [3], main_department: 3 }
const departments = [
  { id: 1, name: '启明科技', parentid: 0 },
  { id: 2, name: '研发中心', parentid: 1 },
  { id: 3, name: '平台部', parentid: 2 },
]
const tags: Record<string, object> = {
  1: { tagname: '内部讲师', userlist: [{ userid: 'zhangsan', name: '张三' }], partylist: [] },
  2: { tagname: '人事', userlist: [], partylist: [10] },
  7: { errcode: 40068, errmsg: 'invalid tagid' },
}

const instance = (fields: ProfileField[] = ['departments', 'roles']) => {
  const wecom = createWecom({
    baseUrl: upstream.url,
    sleep: async () => undefined,
    random: () => 0.5,
    now: clock.now,
  })
  return createDirectory({
    readMember: (userId) => wecom.user.get('token', userId),
    readDepartments: () => wecom.department.list('token'),
    readTag: (tagId) => wecom.tag.get('token', tagId),
    onTagRefused: (tagId, { errcode }) => void refusedTags.push([tagId, errcode]),
    store,
    patient: store,
    keyPrefix: 'ww1:2:directory',
    trimming: { corpId: 'ww1', fields: new Set(fields) },
    rules,
    clock,
    sleep: async (ms) => clock.advance(ms),
  })
}
const timesAsked = (path: string) => upstream.seen.filter((seen) => seen.path === path).length

beforeEach(async () => {
  store = createMemoryStore(clock)
  refusedTags = []
  upstream = await startUpstream()
  upstream.answer('/cgi-bin/user/get', person)
  upstream.answer('/cgi-bin/department/list', { department: departments })
  upstream.answer('/cgi-bin/tag/get', ({ query }, response) => {
    response.end(JSON.stringify(tags[query.get('tagid') ?? ''] ?? {}))
  })
})
afterEach(() => upstream.close())

test('roles come from tags by id, whether the person or a department above them bears the tag', async () => {
  const directory = instance()
  expect((await directory.read('zhangsan')).standing.roles).toEqual(['lecturer', 'dev'])
  const inHr = { ...person, userid: 'tangmin', department: [11], main_department: 11 }
  upstream.answer('/cgi-bin/user/get', inHr)
  upstream.answer('/cgi-bin/department/list', {
    department: [...departments, { id: 11, name: '招聘组', parentid: 10 }],
  })
  await directory.forgetDepartments()
  const { employee, standing } = await directory.read('tangmin')
  expect(employee.roles).toEqual(['hr'])
  expect(standing).toEqual({ departmentIds: [11], lineage: [11, 10], leads: [], roles: ['hr'] })
})

test.each([40068, 60011, 81011, 48002, 60031])(
  'a tag that WeCom refuses with %i nobody has, the log says so, and people come in',
  async (errcode) => {
    upstream.answer('/cgi-bin/tag/get', { errcode, errmsg: 'no' })
    const { standing } = await instance().read('zhangsan')
    expect(standing.roles).toEqual(['dev'])
    expect(refusedTags.sort()).toEqual([
      [1, errcode],
      [2, errcode],
      [7, errcode],
    ])
  },
)

test('a tag that WeCom does not answer for is no reason to take a role away', async () => {
  upstream.answer('/cgi-bin/tag/get', { errcode: -1, errmsg: 'system busy' })
  await expect(instance().read('zhangsan')).rejects.toMatchObject({ errcode: -1 })
})

test('departments and tags are asked for once by all instances, members each time', async () => {
  const directories = [instance(), instance(), instance()]
  for (const directory of directories) {
    await directory.read('zhangsan')
    await directory.read('zhangsan')
  }
  expect(timesAsked('/cgi-bin/user/get')).toBe(6)
  expect(timesAsked('/cgi-bin/department/list')).toBe(1)
  expect(timesAsked('/cgi-bin/tag/get')).toBe(3)
})

test('a tag given counts after forgetTags for whoever reads next, here and elsewhere', async () => {
  const [here, elsewhere] = [instance(), instance()]
  const rolesBy = async (directory: typeof here) =>
    (await directory.read('zhangsan')).standing.roles
  await rolesBy(here)
  await rolesBy(elsewhere)
  const given = { tagname: '人事', userlist: [{ userid: 'zhangsan', name: '张三' }], partylist: [] }
  upstream.answer('/cgi-bin/tag/get', given)
  await here.forgetTags()
  expect(await rolesBy(here)).toEqual(['hr', 'lecturer', 'dev'])
  expect(await rolesBy(elsewhere)).toEqual(['hr', 'lecturer', 'dev'])
  expect(timesAsked('/cgi-bin/department/list')).toBe(1)
})

test('a department that is new is known as soon as somebody is in it, and asked for once a minute', async () => {
  const directory = instance()
  await directory.read('zhangsan')
  clock.advance(60_000)
  upstream.answer('/cgi-bin/user/get', { ...person, department: [20], main_department: 20 })
  upstream.answer('/cgi-bin/department/list', {
    department: [...departments, { id: 20, name: '新部门', parentid: 2 }],
  })
  const { employee, standing } = await directory.read('zhangsan')
  expect(employee.departments).toMatchObject([{ id: 20, path: ['研发中心', '新部门'] }])
  expect(standing.lineage).toEqual([20, 2, 1])

  // One that the app never sees costs no call at each sign-in.
  upstream.answer('/cgi-bin/user/get', { ...person, department: [99], main_department: 99 })
  for (let times = 0; times < 5; times++) {
    const { employee: outside } = await directory.read('zhangsan')
    expect(outside.departments).toMatchObject([{ id: 99, name: null, path: [] }])
    expect(outside.withheld.departments).toBe('outOfRange')
  }
  expect(timesAsked('/cgi-bin/department/list')).toBe(2)
})

test('where names are forbidden, ids are there all the same and the reason too', async () => {
  upstream.answer('/cgi-bin/department/list', {
    department: departments.map(({ id, parentid }) => ({ id, parentid })),
  })
  const { employee, standing } = await instance().read('zhangsan')
  expect(employee.departments).toEqual([{ id: 3, name: null, path: [], leader: false, main: true }])
  expect(employee.withheld.departments).toBe('byWecom')
  expect(standing.lineage).toEqual([3, 2, 1])
})

test('what is trimmed from the employee still counts for their rights', async () => {
  const { employee, standing } = await instance(['name']).read('zhangsan')
  expect(employee).toMatchObject({ departments: [], roles: [] })
  expect(employee.withheld).toMatchObject({
    departments: 'byConfiguration',
    roles: 'byConfiguration',
  })
  expect(standing).toMatchObject({ departmentIds: [3], roles: ['lecturer', 'dev'] })
})
