import type { Exchange, WecomOptions } from '../../../../cloudfunctions/shared/wecom/wecom'
import { startUpstream, type Upstream } from '../../../support/upstream'
import vectors from '../../../vectors/seed-replies.json'
import { createTestClient, failureOf } from './client'

let upstream: Upstream
let exchanges: Exchange[]

const client = (options: Partial<WecomOptions> = {}) =>
  createTestClient({
    baseUrl: upstream.url,
    onExchange: (exchange) => exchanges.push(exchange),
    ...options,
  })

beforeEach(async () => {
  exchanges = []
  upstream = await startUpstream()
})
afterEach(() => upstream.close())

describe('replies are read as they stand', () => {
  test('gettoken', async () => {
    upstream.answer('/cgi-bin/gettoken', vectors['gettoken ok'])
    await expect(client().gettoken('ww1', 'secret')).resolves.toEqual({
      accessToken: 'accesstoken000001',
      expiresInSeconds: 7200,
    })
    expect(upstream.seen[0]?.query.toString()).toBe('corpid=ww1&corpsecret=secret')
  })

  test('gettoken refused', async () => {
    upstream.answer('/cgi-bin/gettoken', vectors['gettoken refused'])
    const error = await failureOf(client().gettoken('ww1', 'secret'))
    expect(error).toMatchObject({ failure: 'refused', errcode: 40091, path: '/cgi-bin/gettoken' })
  })

  test('the old getuserinfo, which has no errcode when all is well', async () => {
    upstream.answer('/cgi-bin/user/getuserinfo', vectors['user/getuserinfo ok (old, no errcode)'])
    await expect(client().user.getuserinfo('token', 'code', 1)).resolves.toEqual({
      userId: 'USERID',
      deviceId: 'DEVICEID',
    })
  })

  test('the old getuserinfo, whose errcode is text', async () => {
    upstream.answer(
      '/cgi-bin/user/getuserinfo',
      vectors['user/getuserinfo refused (errcode is a string)'],
    )
    const error = await failureOf(client().user.getuserinfo('token', 'code', 1))
    expect(error).toMatchObject({ failure: 'refused', errcode: 40029 })
  })

  test('user/get, with all that a member can have', async () => {
    upstream.answer('/cgi-bin/user/get', vectors['user/get ok'])
    const member = await client().user.get('token', 'zhangsan')
    expect(member).toMatchObject({
      userId: 'zhangsan',
      name: '张三',
      status: 'active',
      gender: 'male',
      departmentIds: [1, 2],
      leadsDepartmentIds: [1],
      mainDepartmentId: 1,
      externalCorpName: '企业简称',
    })
    expect(member.externalAttributes.map(({ kind }) => kind)).toEqual([
      'text',
      'web',
      'miniprogram',
    ])
  })

  test('user/get of an app created after 2022-06-20, which is told little', async () => {
    upstream.answer('/cgi-bin/user/get', {
      errcode: 0,
      errmsg: 'ok',
      userid: 'lisi',
      name: '李四',
      department: [],
      order: [],
      position: '',
      is_leader_in_dept: [],
      direct_leader: [],
      extattr: { attrs: [] },
      external_profile: { external_attr: [], external_corp_name: '' },
      telephone: '',
      alias: '',
      status: 1,
      isleader: 0,
      enable: 1,
      hide_mobile: 0,
    })
    const member = await client().user.get('token', 'lisi')
    expect(member).toMatchObject({ userId: 'lisi', status: 'active', departmentIds: [] })
    expect(member.position).toBeUndefined()
    expect([...member.told].sort()).toEqual(
      ['alias', 'extattr', 'external_profile', 'position', 'telephone'].sort(),
    )
  })

  test('an attribute of a kind that nobody documented is passed over', async () => {
    upstream.answer('/cgi-bin/user/get', {
      ...vectors['user/get ok'],
      extattr: { attrs: [{ type: 9, name: '新' }] },
    })
    expect((await client().user.get('token', 'zhangsan')).attributes).toEqual([])
  })
})

describe('what went wrong stays apart', () => {
  test('nothing listens there: not sent', async () => {
    const { url } = upstream
    await upstream.close()
    const wecom = createTestClient({ baseUrl: url })
    expect(await failureOf(wecom.gettoken('ww1', 'secret'))).toMatchObject({ failure: 'notSent' })
    upstream = await startUpstream()
  })

  test('no answer in time, and a connection cut in the middle: no answer', async () => {
    upstream.answer('/cgi-bin/gettoken', () => undefined)
    expect(await failureOf(client({ perTryMs: 50 }).gettoken('ww1', 's'))).toMatchObject({
      failure: 'noAnswer',
    })
    upstream.answer('/cgi-bin/gettoken', (_, response) => {
      response.write('{"errcode":')
      response.socket?.destroy()
    })
    expect(await failureOf(client().gettoken('ww1', 's'))).toMatchObject({ failure: 'noAnswer' })
  })

  test.each([
    ['a page of a proxy', '<html>504</html>', '*'],
    ['a list', '[]', '*'],
    ['an errcode that is no number', '{"errcode":"many"}', 'errcode'],
    ['a field of the wrong type', '{"access_token":7,"expires_in":7200}', 'access_token'],
    ['a token that is empty', '{"access_token":"","expires_in":7200}', 'access_token'],
    ['a life that is over', '{"access_token":"t","expires_in":0}', 'expires_in'],
    ['a field that is missing', '{"access_token":"t"}', 'expires_in'],
  ])('%s is an odd reply that names the field', async (_, body, field) => {
    upstream.answer('/cgi-bin/gettoken', body)
    const error = await failureOf(client().gettoken('ww1', 'secret'))
    expect(error).toMatchObject({ failure: 'oddReply', field })
  })

  test('a field inside a field is named with its place', async () => {
    upstream.answer('/cgi-bin/user/get', {
      ...vectors['user/get ok'],
      extattr: { attrs: [{ type: 0, name: '文本', text: { value: 1 } }] },
    })
    const error = await failureOf(client().user.get('token', 'zhangsan'))
    expect(error.field).toBe('extattr.attrs.text.value')
  })

  test('status 500 is odd even when its body looks like a reply', async () => {
    upstream.answer('/cgi-bin/gettoken', (_, response) => {
      response.writeHead(500).end(JSON.stringify(vectors['gettoken ok']))
    })
    expect(await failureOf(client().gettoken('ww1', 's'))).toMatchObject({ failure: 'oddReply' })
  })

  test('60020 tells the address that WeCom saw', async () => {
    upstream.answer('/cgi-bin/user/get', {
      errcode: 60020,
      errmsg:
        'not allow to access from your ip, hint: [1777424699445593820321132], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=60020',
    })
    expect(await failureOf(client().user.get('token', 'lisi'))).toMatchObject({
      errcode: 60020,
      address: '203.0.113.7',
    })
  })
})

test('each exchange is reported with its path, its time and its errcode', async () => {
  upstream.answer('/cgi-bin/gettoken', vectors['gettoken refused'])
  await failureOf(client().gettoken('ww1', 'secret'))
  upstream.answer('/cgi-bin/gettoken', vectors['gettoken ok'])
  await client().gettoken('ww1', 'secret')
  expect(exchanges).toEqual([
    { path: '/cgi-bin/gettoken', ms: expect.any(Number), errcode: 40091, failure: 'refused' },
    { path: '/cgi-bin/gettoken', ms: expect.any(Number), errcode: 0 },
  ])
})

describe('what is sent again', () => {
  const calls = {
    gettoken: () => client().gettoken('ww1', 'secret'),
    'user/get': () => client().user.get('token', 'lisi'),
    'department/list': () => client().department.list('token'),
    'department/simplelist': () => client().department.simplelist('token'),
    'department/get': () => client().department.get('token', 1),
    'tag/get': () => client().tag.get('token', 1),
    'tag/list': () => client().tag.list('token'),
    'agent/get': () => client().agent.get('token', 1),
    get_jsapi_ticket: () => client().getJsapiTicket('token'),
    'ticket/get': () => client().ticket.get('token'),
    'miniprogram/jscode2session': () => client().miniprogram.jscode2session('token', 'code'),
    'auth/getuserinfo': () => client().auth.getuserinfo('token', 'code'),
    'auth/getuserdetail': () => client().auth.getuserdetail('token', 'ticket'),
    'user/getuserinfo': () => client().user.getuserinfo('token', 'code', 1),
    'user/getuserid': () => client().user.getuserid('token', '13800000000'),
  }
  const once = new Set([
    'miniprogram/jscode2session',
    'auth/getuserinfo',
    'auth/getuserdetail',
    'user/getuserinfo',
    'user/getuserid',
  ])

  test.each(Object.entries(calls))('%s, when the connection breaks', async (name, call) => {
    upstream.answer(`/cgi-bin/${name}`, (_, response) => void response.socket?.destroy())
    expect(await failureOf(call())).toMatchObject({ failure: 'noAnswer' })
    expect(upstream.seen).toHaveLength(once.has(name) ? 1 : 4)
  })

  test.each(Object.entries(calls))('%s, when WeCom is busy', async (name, call) => {
    upstream.answer(`/cgi-bin/${name}`, { errcode: -1, errmsg: 'system busy' })
    expect(await failureOf(call())).toMatchObject({ failure: 'refused', errcode: -1 })
    expect(upstream.seen).toHaveLength(once.has(name) ? 1 : 4)
  })

  test.each(Object.entries(calls))('%s, not when there are too many calls', async (name, call) => {
    upstream.answer(`/cgi-bin/${name}`, { errcode: 45009, errmsg: 'api freq out of limit' })
    expect(await failureOf(call())).toMatchObject({ errcode: 45009 })
    expect(upstream.seen).toHaveLength(1)
  })

  test.each(Object.entries(calls))('%s, when nobody was there to read it', async (_, call) => {
    await upstream.close()
    expect(await failureOf(call())).toMatchObject({ failure: 'notSent' })
    expect(exchanges).toHaveLength(4)
    upstream = await startUpstream()
  })

  test('a call stops when the time of its sign-in is over', async () => {
    upstream.answer('/cgi-bin/gettoken', () => undefined)
    const endsAt = Date.now() + 300
    const remainingMs = () => endsAt - Date.now()
    const call = client({ remainingMs, perTryMs: 200 }).gettoken('ww1', 'secret')
    expect(await failureOf(call)).toMatchObject({ failure: 'noAnswer' })
    expect(Date.now() - endsAt).toBeLessThan(150)
  })

  test('a code is exchanged over a connection of its own, even when a kept one is open', async () => {
    const ports = new Set<number | undefined>()
    upstream.answer('/cgi-bin/department/list', (_, response) => {
      ports.add(response.socket?.remotePort)
      response.end('{"errcode":0,"department":[]}')
    })
    upstream.answer('/cgi-bin/miniprogram/jscode2session', (_, response) => {
      ports.add(response.socket?.remotePort)
      response.end('{"errcode":40029}')
    })
    const wecom = client()
    await wecom.department.list('token')
    await failureOf(wecom.miniprogram.jscode2session('token', 'code'))
    expect(ports.size).toBe(2)
  })
})
