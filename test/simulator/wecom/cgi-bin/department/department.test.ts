import { start, type Running } from '../../running'

let wecom: Running
const ask = async (name: string, query: Record<string, string> = {}) =>
  wecom.api(`department/${name}`, { access_token: await wecom.accessToken(), ...query })

const ids = (rows: unknown) => (rows as { id: number }[]).map(({ id }) => id)

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

test('list without id gives all that the app sees, and no more', async () => {
  const { department } = await ask('list')
  expect(ids(department).sort((a, b) => a - b)).toEqual([
    2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15,
  ])
})

test('list gives id, names, leaders, parent and order', async () => {
  const { department } = await ask('list', { id: '4' })
  expect(department).toEqual([
    {
      id: 4,
      name: '基础架构组',
      name_en: 'Infrastructure',
      department_leader: ['zhangsan'],
      parentid: 3,
      order: expect.any(Number),
    },
  ])
})

test('list with id gives that department and everything below it', async () => {
  expect(ids((await ask('list', { id: '2' }))['department'])).toEqual([2, 3, 4, 5, 14, 15])
})

test('simplelist gives the same departments, without names', async () => {
  const { department_id } = await ask('simplelist', { id: '3' })
  expect(ids(department_id)).toEqual([3, 4, 5])
  expect(department_id).toContainEqual({ id: 4, parentid: 3, order: expect.any(Number) })
})

test('get gives one object, not a list', async () => {
  const { department } = await ask('get', { id: '9' })
  expect(department).toMatchObject({ id: 9, name: '西北与内蒙古大区', parentid: 7 })
})

test('the root has parent 0, and its leader is named', async () => {
  wecom.setApp({ visibleRange: { departments: [1], members: [] } })
  expect((await ask('get', { id: '1' }))['department']).toMatchObject({
    department_leader: ['chenqiming'],
    parentid: 0,
  })
})

test('what is written first in the company comes first: its order is larger', async () => {
  const { department_id } = await ask('simplelist')
  const orders = (department_id as { order: number }[]).map(({ order }) => order)
  expect(orders).toEqual([...orders].sort((a, b) => b - a))
  expect(new Set(orders).size).toBe(orders.length)
})

test('an app that sees people but no department gets an empty list', async () => {
  wecom.setApp({ visibleRange: { departments: [], members: ['zhangsan'] } })
  expect(await ask('list')).toMatchObject({ errcode: 0, department: [] })
  expect(await ask('simplelist')).toMatchObject({ errcode: 0, department_id: [] })
})

test.each(['list', 'simplelist', 'get'])(
  '%s refuses an id that is none, does not exist, or is out of sight',
  async (name) => {
    expect((await ask(name, { id: 'four' })).errcode).toBe(40058)
    expect((await ask(name, { id: '-1' })).errcode).toBe(40058)
    expect((await ask(name, { id: '999' })).errcode).toBe(60123)
    expect((await ask(name, { id: '13' })).errcode).toBe(60011)
    expect((await ask(name, { id: '1' })).errcode).toBe(60011)
  },
)

test('get wants an id', async () => {
  expect((await ask('get')).errcode).toBe(41019)
})
