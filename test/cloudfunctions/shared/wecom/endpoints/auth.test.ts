import { startUpstream, type Upstream } from '../../../../support/upstream'
import { createTestClient, failureOf } from '../client'
import { startWireServer, wireAnswer } from '../wire-server'

let upstream: Upstream
beforeEach(async () => {
  upstream = await startUpstream()
})
afterEach(() => upstream.close())
const client = () => createTestClient({ baseUrl: upstream.url })

describe.each([
  [
    '/cgi-bin/auth/getuserinfo',
    () => client().auth.getuserinfo('token', 'code'),
    'access_token=token&code=code',
  ],
  [
    '/cgi-bin/user/getuserinfo',
    () => client().user.getuserinfo('token', 'code', 1000002),
    'access_token=token&code=code&agentid=1000002',
  ],
])('%s', (path, call, asked) => {
  test.each([
    ['a member', { userid: 'zhangsan' }, { userId: 'zhangsan' }],
    [
      'a member, as it used to be told',
      { UserId: 'USERID', DeviceId: 'D' },
      { userId: 'USERID', deviceId: 'D' },
    ],
    [
      'a member who agreed to more',
      { userid: 'lisi', user_ticket: 'T' },
      { userId: 'lisi', userTicket: 'T' },
    ],
    ['somebody else', { openid: 'O' }, { openId: 'O' }],
    ['somebody else, as it used to be told', { OpenId: 'O', DeviceId: '' }, { openId: 'O' }],
    ['a customer', { openid: 'O', external_userid: 'wm1' }, { openId: 'O', externalUserId: 'wm1' }],
    ['both spellings, one of them empty', { userid: '', UserId: 'lisi' }, { userId: 'lisi' }],
  ])('tells %s', async (_, reply, visitor) => {
    upstream.answer(path, reply)
    await expect(call()).resolves.toEqual(visitor)
    expect(upstream.seen[0]?.query.toString()).toBe(asked)
  })

  test.each([7, null, '', 'a device', `D${'0'.repeat(128)}`, { id: 'D' }])(
    'nobody is refused for a device that is odd: %j',
    async (DeviceId) => {
      upstream.answer(path, { UserId: 'lisi', DeviceId })
      await expect(call()).resolves.toEqual({ userId: 'lisi' })
    },
  )

  test('a reply that tells nobody is odd', async () => {
    upstream.answer(path, { errcode: 0, errmsg: 'ok', userid: '' })
    expect(await failureOf(call())).toMatchObject({ failure: 'oddReply', field: 'userid' })
  })
})

describe('/cgi-bin/auth/getuserdetail', () => {
  test('asks by POST, with the token in the query and the ticket in the body', async () => {
    const server = await startWireServer({
      onData: ({ socket }) => socket.write(wireAnswer({ errcode: 0, userid: 'lisi' })),
    })
    await createTestClient({ baseUrl: server.url }).auth.getuserdetail('token', 'ticket')
    expect(server.connections[0]?.received).toMatch(
      /^POST \/cgi-bin\/auth\/getuserdetail\?access_token=token HTTP[^]*\r\n\r\n\{"user_ticket":"ticket"\}$/,
    )
    await server.close()
  })

  test('tells what the member agreed to, and nothing that is empty', async () => {
    upstream.answer('/cgi-bin/auth/getuserdetail', {
      errcode: 0,
      errmsg: 'ok',
      userid: 'lisi',
      gender: '2',
      avatar: 'https://wework.qpic.cn/a/0',
      qr_code: '',
      mobile: '13800000000',
      email: '',
      biz_mail: 'lisi@example.com',
    })
    await expect(client().auth.getuserdetail('token', 'ticket')).resolves.toEqual({
      userId: 'lisi',
      gender: 'female',
      avatar: 'https://wework.qpic.cn/a/0',
      mobile: '13800000000',
      bizMail: 'lisi@example.com',
    })
  })

  test('a ticket that is too old is refused as such', async () => {
    upstream.answer('/cgi-bin/auth/getuserdetail', { errcode: 84014, errmsg: 'x' })
    const error = await failureOf(client().auth.getuserdetail('token', 'ticket'))
    expect(error).toMatchObject({ failure: 'refused', errcode: 84014 })
  })
})
