import { inspect } from 'node:util'
import { WecomError } from '../../../../cloudfunctions/shared/wecom/errors'
import { createWecom, type Exchange } from '../../../../cloudfunctions/shared/wecom/wecom'
import { startUpstream, type Upstream } from '../../../support/upstream'
import vectors from '../../../vectors/seed-replies.json'

let upstream: Upstream
let exchanges: Exchange[]

const client = (timeoutMs = 2000) =>
  createWecom({
    baseUrl: upstream.url,
    timeoutMs,
    now: Date.now,
    onExchange: (exchange) => exchanges.push(exchange),
  })
const failureOf = async (call: Promise<unknown>): Promise<WecomError> => {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof WecomError)) throw new Error('expected a WecomError')
  return error
}

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
    await expect(client().user.getuserinfo('token', 'code')).resolves.toEqual({
      userId: 'USERID',
      deviceId: 'DEVICEID',
    })
  })

  test('the old getuserinfo, whose errcode is text', async () => {
    upstream.answer(
      '/cgi-bin/user/getuserinfo',
      vectors['user/getuserinfo refused (errcode is a string)'],
    )
    const error = await failureOf(client().user.getuserinfo('token', 'code'))
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
    const wecom = createWecom({ baseUrl: url, timeoutMs: 500, now: Date.now })
    expect(await failureOf(wecom.gettoken('ww1', 'secret'))).toMatchObject({ failure: 'notSent' })
    upstream = await startUpstream()
  })

  test('no answer in time, and a connection cut in the middle: no answer', async () => {
    upstream.answer('/cgi-bin/gettoken', () => undefined)
    expect(await failureOf(client(100).gettoken('ww1', 's'))).toMatchObject({ failure: 'noAnswer' })
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

test('an error holds no secret, no token and no code, however it is printed', async () => {
  const secrets = ['SECRET-of-the-app', 'TOKEN-of-the-app', 'CODE-of-the-phone']
  const bodies = ['{"errcode":40029,"errmsg":"invalid code"}', '<html>', '{"corpid":1}']
  for (const body of bodies) {
    for (const path of ['/cgi-bin/gettoken', '/cgi-bin/miniprogram/jscode2session']) {
      upstream.answer(path, body)
    }
    const [secret = '', token = '', code = ''] = secrets
    const errors = [
      await failureOf(client().gettoken('ww1', secret)),
      await failureOf(client().miniprogram.jscode2session(token, code)),
    ]
    for (const error of errors) {
      const printed = [error.message, error.stack, JSON.stringify(error), String(error)].join()
      const inspected = inspect(error, {
        depth: Infinity,
        showHidden: true,
      })
      for (const value of secrets) expect(printed + inspected).not.toContain(value)
    }
  }
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
