import { seedCompany } from '../../../../simulator/wecom/wecom'

const company = seedCompany()
const member = (userId: string) => company.members.find((one) => one.userId === userId)
const depth = (id: number): number => {
  const department = company.departments.find((one) => one.id === id)
  return !department || department.parentId === 0 ? 1 : 1 + depth(department.parentId)
}

test('has at least 24 members, and at least 3 levels of departments', () => {
  expect(company.members.length).toBeGreaterThanOrEqual(24)
  expect(Math.max(...company.departments.map(({ id }) => depth(id)))).toBeGreaterThanOrEqual(3)
})

test('everybody has a name, a position and a department of their own company', () => {
  for (const { name, position, departments } of company.members) {
    expect(name).toMatch(/\S/)
    expect(position).toMatch(/\S/)
    expect(departments.length).toBeGreaterThan(0)
  }
})

test('no two people have the same name, and no team is empty but for the parents', () => {
  expect(new Set(company.members.map(({ name }) => name)).size).toBe(company.members.length)
  const filled = new Set(company.members.flatMap(({ departments }) => departments))
  expect(company.departments.filter(({ id }) => !filled.has(id))).toEqual([])
})

test('zhangsan is 张三, who leads 基础架构组; lisi works for him', () => {
  expect(member('zhangsan')).toMatchObject({
    name: '张三',
    alias: 'Jack Zhang',
    position: '高级后台工程师',
    mainDepartment: 4,
    leaderOf: [4],
  })
  expect(member('lisi')).toMatchObject({ name: '李四', directLeaders: ['zhangsan'] })
})

test('the people of the hard cases are there', () => {
  expect(member('yuanhong')?.status).toBe(2)
  expect(member('caimengqi')?.status).toBe(4)
  expect(member('jiangtao')?.status).toBe(5)
  expect(member('wangzixuan')).toMatchObject({ departments: [5, 2], mainDepartment: 2 })
  expect(member('ouyangnarenqimuge')).toMatchObject({
    name: '欧阳娜仁其木格',
    position: 'Regional Sales Director, North-West and Inner Mongolia',
  })
  expect(member('abudureheman')?.name).toBe('阿卜杜勒·热合曼·买买提江')
  expect(member('david.miller')?.name).toBe('David Miller')
  expect(company.otherCorps).toMatchObject([
    { linked: false, members: [{ userId: 'zhengyuan' }] },
    { linked: true, members: [{ userId: 'heliang' }] },
  ])
  expect(company.visitors).toMatchObject([{ followers: ['gaoyuanyuan'] }, { followers: [] }])
})

test('every mobile number and mail address is an invented one', () => {
  for (const { mobile, email, bizMail, avatar } of company.members) {
    if (mobile !== undefined) expect(mobile).toMatch(/^138000000\d\d$/)
    for (const address of [email, bizMail]) {
      if (address !== undefined) expect(address).toMatch(/@(\w+\.)?example\.com$/)
    }
    expect(avatar).toBeUndefined()
  }
})
