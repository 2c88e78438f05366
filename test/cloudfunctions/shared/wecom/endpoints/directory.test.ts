import { startUpstream, type Upstream } from '../../../../support/upstream'
import { createTestClient, failureOf } from '../client'
import { startWireServer, wireAnswer } from '../wire-server'

let upstream: Upstream
beforeEach(async () => {
  upstream = await startUpstream()
})
afterEach(() => upstream.close())
const client = () => createTestClient({ baseUrl: upstream.url })
const lastQuery = () => upstream.seen.at(-1)?.query.toString()

test('departments are told as a list with names, as a list without, and one by one', async () => {
  const root = { id: 1, name: '启明', parentid: 0, order: 1 }
  upstream.answer('/cgi-bin/department/list', { errcode: 0, department: [root] })
  await expect(client().department.list('token')).resolves.toEqual([
    { id: 1, name: '启明', parentId: 0 },
  ])
  upstream.answer('/cgi-bin/department/simplelist', {
    errcode: 0,
    department_id: [{ id: 2, parentid: 1, order: 1 }],
  })
  await expect(client().department.simplelist('token')).resolves.toEqual([{ id: 2, parentId: 1 }])
  upstream.answer('/cgi-bin/department/get', { errcode: 0, department: root })
  await expect(client().department.get('token', 1)).resolves.toMatchObject({ name: '启明' })
  expect(lastQuery()).toBe('access_token=token&id=1')
})

test('a tag tells its members and its departments', async () => {
  upstream.answer('/cgi-bin/tag/get', {
    errcode: 0,
    errmsg: 'ok',
    tagname: '人事',
    userlist: [{ userid: 'lisi', name: '李四' }],
    partylist: [2],
  })
  await expect(client().tag.get('token', 12)).resolves.toEqual({
    name: '人事',
    userIds: ['lisi'],
    departmentIds: [2],
  })
  expect(lastQuery()).toBe('access_token=token&tagid=12')
})

test('tags are told by id and name', async () => {
  upstream.answer('/cgi-bin/tag/list', { errcode: 0, taglist: [{ tagid: 12, tagname: '人事' }] })
  await expect(client().tag.list('token')).resolves.toEqual([{ id: 12, name: '人事' }])
  upstream.answer('/cgi-bin/tag/list', { errcode: 0, taglist: [{ tagid: '12', tagname: '人事' }] })
  expect(await failureOf(client().tag.list('token'))).toMatchObject({ field: 'taglist.tagid' })
})

test('an app tells its visible range, its domain and whether it is disabled', async () => {
  upstream.answer('/cgi-bin/agent/get', {
    errcode: 0,
    errmsg: 'ok',
    agentid: 1000005,
    name: '工牌',
    allow_userinfos: { user: [{ userid: 'zhangsan' }, { userid: 'lisi' }] },
    allow_partys: { partyid: [1] },
    allow_tags: { tagid: [1, 2] },
    close: 1,
    redirect_domain: 'badge.example.com',
    home_url: '',
  })
  await expect(client().agent.get('token', 1000005)).resolves.toEqual({
    agentId: 1000005,
    name: '工牌',
    isDisabled: true,
    visibleRange: { userIds: ['zhangsan', 'lisi'], departmentIds: [1], tagIds: [1, 2] },
    redirectDomain: 'badge.example.com',
  })
  expect(lastQuery()).toBe('access_token=token&agentid=1000005')
})

test('an app that is open to nobody has an empty range', async () => {
  upstream.answer('/cgi-bin/agent/get', { errcode: 0, agentid: 1, name: '工牌', close: 0 })
  await expect(client().agent.get('token', 1)).resolves.toEqual({
    agentId: 1,
    name: '工牌',
    isDisabled: false,
    visibleRange: { userIds: [], departmentIds: [], tagIds: [] },
  })
})

test('a mobile number is asked for in the body, never in the address', async () => {
  const server = await startWireServer({
    onData: ({ socket }) => socket.write(wireAnswer({ errcode: 0, userid: 'lisi' })),
  })
  const wecom = createTestClient({ baseUrl: server.url })
  await expect(wecom.user.getuserid('token', '13800000000')).resolves.toBe('lisi')
  expect(server.connections[0]?.received).toMatch(
    /^POST \/cgi-bin\/user\/getuserid\?access_token=token HTTP[^]*\r\n\r\n\{"mobile":"13800000000"\}$/,
  )
  await server.close()
})

test('the ticket of the corp and that of the app are two calls with one shape', async () => {
  const reply = { errcode: 0, errmsg: 'ok', ticket: 'T', expires_in: 7200 }
  upstream.answer('/cgi-bin/get_jsapi_ticket', reply)
  upstream.answer('/cgi-bin/ticket/get', { ...reply, expires_in: 0 })
  await expect(client().getJsapiTicket('token')).resolves.toEqual({
    ticket: 'T',
    expiresInSeconds: 7200,
  })
  expect(await failureOf(client().ticket.get('token'))).toMatchObject({ field: 'expires_in' })
  expect(lastQuery()).toBe('access_token=token&type=agent_config')
})
