import type { Employee, ProfileField } from '../../../../typings/api'
import { createDepartmentTree } from '../../../../cloudfunctions/shared/directory/departments'
import { toEmployee } from '../../../../cloudfunctions/shared/directory/employee'
import { roleNamesIn } from '../../../../cloudfunctions/shared/directory/roles'
import { standingOf } from '../../../../cloudfunctions/shared/directory/standing'
import { createTagBook } from '../../../../cloudfunctions/shared/directory/tags'
import { createWecom } from '../../../../cloudfunctions/shared/wecom/wecom'
import { startUpstream } from '../../../support/upstream'
import vectors from '../../../vectors/seed-replies.json'

const tree = createDepartmentTree([
  { id: 1, name: '启明科技', parentId: 0 },
  { id: 2, name: '研发中心', parentId: 1 },
  { id: 3, name: '平台部', parentId: 2 },
])

const employeeFrom = async (
  reply: object,
  fields: ProfileField[],
  roles = {},
): Promise<Employee> => {
  const upstream = await startUpstream()
  upstream.answer('/cgi-bin/user/get', reply)
  const wecom = createWecom({
    baseUrl: upstream.url,
    sleep: async () => undefined,
    random: Math.random,
    now: Date.now,
  })
  const member = await wecom.user
    .get('token', (reply as { userid: string }).userid)
    .finally(() => upstream.close())
  return toEmployee(
    member,
    tree,
    standingOf(member, { tree, tags: createTagBook({}), rules: roles }).roles,
    { corpId: 'ww1', fields: new Set(fields), roleNames: roleNamesIn(roles) },
    1_700_000_000_000,
  )
}

const everything: ProfileField[] = [
  ...(['userId', 'name', 'alias', 'position', 'avatar', 'departments', 'directLeaders'] as const),
  ...([
    'roles',
    'mobile',
    'email',
    'bizMail',
    'telephone',
    'address',
    'gender',
    'extattr',
  ] as const),
  ...(['externalPosition', 'externalProfile', 'qrCode', 'openUserId'] as const),
]
const sample = { ...vectors['user/get ok'], biz_mail: 'zs@corp.example', direct_leader: ['lisi'] }

describe('every key of the documented member sample is accounted for', () => {
  type Fate = 'trimmed' | ((employee: Employee) => unknown)
  const fates: Record<string, Fate> = {
    errcode: 'trimmed',
    errmsg: 'trimmed',
    userid: (e) => e.userId,
    name: (e) => e.name,
    department: (e) => e.departments.map(({ id }) => id),
    order: 'trimmed',
    position: (e) => e.position,
    mobile: (e) => e.contact?.mobile,
    gender: (e) => (e.more?.gender === 'male' ? '1' : undefined),
    email: (e) => e.contact?.email,
    biz_mail: (e) => e.contact?.bizMail,
    is_leader_in_dept: (e) => e.departments.map(({ leader }) => Number(leader)),
    direct_leader: (e) => e.directLeaders,
    avatar: (e) => e.avatar,
    thumb_avatar: 'trimmed',
    telephone: (e) => e.contact?.telephone,
    alias: (e) => e.alias,
    address: (e) => e.contact?.address,
    open_userid: (e) => e.more?.openUserId,
    main_department: (e) => e.departments.find(({ main }) => main)?.id,
    extattr: (e) => ({ attrs: (e.more?.extattr ?? []).map(toWire) }),
    status: 'trimmed',
    qr_code: (e) => e.more?.qrCode,
    external_position: (e) => e.more?.externalPosition,
    external_profile: (e) => ({
      external_corp_name: e.more?.externalProfile?.corpName,
      external_attr: (e.more?.externalProfile?.attributes ?? []).map(toWire),
    }),
  }

  test.each(Object.keys(sample))('%s', async (key) => {
    const fate = fates[key]
    if (!fate) throw new Error(`nobody decided what becomes of ${key}`)
    const employee = await employeeFrom(sample, everything)
    if (fate === 'trimmed') return
    expect(fate(employee)).toEqual(sample[key as keyof typeof sample])
  })

  test('what is trimmed does not appear anywhere', async () => {
    const employee = await employeeFrom({ ...sample, order: [4_000_000_123] }, everything)
    expect(JSON.stringify(employee)).not.toContain('4000000123')
    expect(JSON.stringify(employee)).not.toContain(sample.thumb_avatar)
  })
})

const toWire = (attribute: Record<string, string>) => {
  const { kind, name, value, url, title, appId, pagePath } = attribute
  if (kind === 'text') return { type: 0, name, text: { value } }
  if (kind === 'web') return { type: 1, name, web: { url, title } }
  return { type: 2, name, miniprogram: { appid: appId, pagepath: pagePath, title } }
}

test('what PROFILE_FIELDS does not list stays on the server, and the reply says so', async () => {
  const employee = await employeeFrom(sample, ['name', 'departments'])
  for (const kept of [
    '13800000000',
    'zhangsan@gzdev.com',
    '后台工程师',
    'jackzhang',
    sample.avatar,
  ]) {
    expect(JSON.stringify(employee)).not.toContain(kept)
  }
  expect(employee.withheld).toMatchObject({
    mobile: 'byConfiguration',
    position: 'byConfiguration',
    avatar: 'byConfiguration',
  })
  expect(employee.withheld).not.toHaveProperty('departments')
})

test('a field that WeCom does not name is withheld by WeCom; one that is blank is empty', async () => {
  const { mobile, avatar, ...told } = sample
  expect([mobile, avatar]).not.toContain(undefined)
  const employee = await employeeFrom({ ...told, position: '', alias: '' }, everything)
  expect(employee.withheld).toEqual({
    mobile: 'byWecom',
    avatar: 'byWecom',
    position: 'empty',
    alias: 'empty',
  })
})

test('a member without a visible department is out of range there, and still an employee', async () => {
  const employee = await employeeFrom(
    { ...sample, department: [], is_leader_in_dept: [], main_department: undefined },
    everything,
  )
  expect(employee.departments).toEqual([])
  expect(employee.withheld.departments).toBe('outOfRange')
})

test('the main department comes first, wherever WeCom lists it', async () => {
  const employee = await employeeFrom(
    { ...sample, department: [3, 2], is_leader_in_dept: [0, 1], main_department: 2 },
    everything,
  )
  expect(employee.departments).toEqual([
    { id: 2, name: '研发中心', path: ['研发中心'], leader: true, main: true },
    { id: 3, name: '平台部', path: ['研发中心', '平台部'], leader: false, main: false },
  ])
})

test('roles come from departments with all below, from names and from leadership', async () => {
  const rules = {
    dev: { departmentIds: [2] },
    safety: { userIds: ['ZhangSan'] },
    lead: { leaders: true },
    hr: { departmentIds: [9], userIds: ['lisi'] },
  }
  const inPlatform = { ...sample, department: [3], is_leader_in_dept: [1], main_department: 3 }
  const employee = await employeeFrom(inPlatform, everything, rules)
  expect(employee.roles).toEqual(['dev', 'safety', 'lead'])
  const follower = { ...inPlatform, userid: 'wangwu', department: [1], is_leader_in_dept: [0] }
  expect((await employeeFrom(follower, everything, rules)).roles).toEqual([])
})

test('the names of roles go along with the roles that are held, and with no others', async () => {
  const rules = {
    dev: { departmentIds: [2], name: '研发' },
    safety: { userIds: ['zhangsan'] },
    hr: { userIds: ['lisi'], name: '人事' },
  }
  const inPlatform = { ...sample, department: [3] }
  const employee = await employeeFrom(inPlatform, everything, rules)
  expect([employee.roles, employee.roleNames]).toEqual([['dev', 'safety'], { dev: '研发' }])
  const unlisted = await employeeFrom(inPlatform, ['alias'], rules)
  expect([unlisted.roles, unlisted.roleNames]).toEqual([[], undefined])
})
