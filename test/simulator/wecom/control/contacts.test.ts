import { startCalled, type Called } from './calling'
import { otherCorpId } from '../running'

let wecom: Called
const call: Called['call'] = (request, body) => wecom.call(request, body)

beforeEach(async () => {
  wecom = await startCalled()
})
afterEach(() => wecom.close())

const read = async (userid: string) => {
  const access_token = await wecom.accessToken()
  return wecom.api('user/get', { access_token, userid })
}

describe('members', () => {
  test('are found by every word of a name, an id, a position or a department', async () => {
    const ids = async (q: string) => {
      const { body } = await call(`GET /members?q=${encodeURIComponent(q)}`)
      return (body['members'] as { userId: string }[]).map(({ userId }) => userId)
    }
    expect(await ids('张三')).toEqual(['zhangsan'])
    expect(await ids('ZHANG jack')).toEqual(['zhangsan'])
    expect(await ids('基础架构 后台')).toEqual(['zhangsan', 'lisi', 'jiangtao'])
    expect(await ids('没有这个人')).toEqual([])
  })

  test('come in pages, with how many there are', async () => {
    const all = (await call('GET /members?limit=500')).body as { members: object[]; total: number }
    expect(all.total).toBe(all.members.length)
    const page = (await call('GET /members?limit=3&offset=2')).body
    expect(page).toEqual({ total: all.total, members: all.members.slice(2, 5) })
    expect((await call('GET /members?limit=-1')).status).toBe(400)
  })

  test('of one department, or of another corp', async () => {
    const { body } = await call('GET /members?departmentId=4')
    expect(body).toMatchObject({ total: 4 })
    const foreign = await call(`GET /members?corpId=${otherCorpId}`)
    expect(foreign.body).toMatchObject({ total: 1, members: [{ userId: 'zhengyuan' }] })
    expect((await call('GET /members?corpId=ww0')).status).toBe(404)
  })

  test('are made, shown, edited and deleted', async () => {
    const made = await call('POST /members', { userId: 'xinren', name: '新人', departments: [4] })
    expect(made).toMatchObject({ status: 200, body: { member: { mainDepartment: 4, status: 1 } } })
    expect(await read('xinren')).toMatchObject({ errcode: 0, name: '新人' })

    const edited = await call('PATCH /members/xinren', { name: '旧人', status: 2, alias: 'Old' })
    expect(edited.body).toMatchObject({ member: { name: '旧人', status: 2 }, visibleTo: [1000002] })
    expect(await read('xinren')).toMatchObject({ name: '旧人', status: 2, enable: 0 })
    const { body } = await call('PATCH /members/xinren', { alias: null })
    expect(body['member']).not.toHaveProperty('alias')

    expect((await call('DELETE /members/XinRen')).body).toEqual({ deleted: 'XinRen' })
    expect((await call('GET /members/xinren')).status).toBe(404)
    expect(await read('xinren')).toMatchObject({ errcode: 60111 })
  })

  test('are hidden from the app and shown to it again; the others stay', async () => {
    const visible = async () =>
      wecom.people()[0]!.members.filter((member) => member.visible && member.userId !== 'lisi')
    const before = await visible()
    expect((await call('POST /members/lisi/hide')).body).toMatchObject({ visibleTo: [] })
    expect(await read('lisi')).toMatchObject({ errcode: 60111 })
    expect(await visible()).toEqual(before)
    expect((await call('POST /members/lisi/show', { agentId: 1000002 })).body).toMatchObject({
      visibleTo: [1000002],
    })
    expect(await read('lisi')).toMatchObject({ errcode: 0 })
  })

  test.each([
    ['POST /members', { userId: 'lisi', name: '李四' }, 400, 'defined twice'],
    ['POST /members', { userId: 'x' }, 400, 'the member lacks "name"'],
    ['POST /members', [], 400, 'JSON object'],
    ['POST /members', 'no json', 400, 'must be JSON'],
    ['POST /members', '{"__proto__":{"x":1},"userId":"x","name":"x"}', 400, 'not known here'],
    ['PATCH /members/lisi', { departments: [99] }, 400, 'no department 99'],
    ['PATCH /members/lisi', { departments: 4 }, 400, 'departments must be array'],
    ['PATCH /members/lisi', { status: 3 }, 400, 'status must be one of 1, 2, 4, 5'],
    ['PATCH /members/lisi', { mobile: 1380000 }, 400, 'must be text, not a number'],
    ['PATCH /members/lisi', { name: null }, 400, 'lacks "name"'],
    ['PATCH /members/lisi', { name: '甲', directLeaders: ['nobody'] }, 400, 'no leader nobody'],
    ['PATCH /members/nobody', { name: '甲' }, 404, 'no member nobody'],
    ['POST /members/lisi/hide', { agentId: 7 }, 404, 'no app 7'],
    ['POST /members/lisi/hide', { agentId: '7' }, 400, 'agentId must be a number'],
    ['DELETE /members/nobody', undefined, 404, 'no member nobody'],
  ])('%s %j is %i, with a sentence, and nothing changes', async (request, body, status, why) => {
    const before = wecom.company()
    const refused = await call(request, body)
    expect(refused).toEqual({ status, body: { error: expect.stringContaining(why) } })
    expect(wecom.company()).toEqual(before)
  })
})

describe('departments', () => {
  test('are listed level by level, in their order, with what is below', async () => {
    const root = await call('GET /departments')
    expect(root.body).toMatchObject({
      departments: [{ id: 1, name: '启明科技', departments: 7, members: 1 }],
    })
    const { body } = await call('GET /departments?parentId=3')
    expect(body['departments']).toMatchObject([{ id: 4, members: 4 }, { id: 5 }])
    await call('PATCH /departments/5', { order: 4_000_000_000 })
    const after = (await call('GET /departments?parentId=3')).body
    expect(after['departments']).toMatchObject([{ id: 5 }, { id: 4 }])
  })

  test('are made, renamed, moved and deleted when empty', async () => {
    const made = await call('POST /departments', { name: '法务部', parentId: 2 })
    expect(made.body).toMatchObject({ department: { id: 16, parentId: 2 } })
    const moved = await call('PATCH /departments/16', { name: '合规部', parentId: 1 })
    expect(moved.body).toMatchObject({ department: { name: '合规部', parentId: 1, members: 0 } })
    expect((await call('DELETE /departments/16')).status).toBe(200)
    expect(await call('DELETE /departments/4')).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('has members') },
    })
    expect((await call('PATCH /departments/2', { parentId: 4 })).status).toBe(400)
    expect((await call('PATCH /departments/sixteen', {})).status).toBe(400)
  })
})

test('tags are made, given people and departments, and deleted', async () => {
  const made = await call('POST /tags', { name: '值班' })
  expect(made.body).toEqual({ tag: { id: 3, name: '值班', members: [], departments: [] } })
  const edited = await call('PATCH /tags/3', { members: ['lisi'], departments: [9] })
  expect(edited.body).toMatchObject({ tag: { members: ['lisi'], departments: [9] } })
  expect((await call('GET /tags')).body['tags']).toHaveLength(3)
  expect((await call('PATCH /tags/3', { departments: [99] })).status).toBe(400)
  expect((await call('DELETE /tags/3')).status).toBe(200)
  expect((await call('DELETE /tags/3')).status).toBe(404)
})
