import { company, start, type Running, type WireReply } from '../running'
import { createVisitor, type Visitor } from './visitor'

let wecom: Running
let visitor: Visitor
const privateLink = { scope: 'snsapi_privateinfo' }

beforeEach(async () => {
  wecom = await start()
  visitor = await createVisitor(wecom).become('zhangsan')
})
afterEach(() => wecom.close())

const getuserinfo = async (code: string | undefined): Promise<WireReply> =>
  wecom.api('auth/getuserinfo', { access_token: await wecom.accessToken(), code: code ?? '' })
const getuserdetail = async (
  user_ticket: unknown,
  path = 'auth/getuserdetail',
): Promise<WireReply> => {
  const token = await wecom.accessToken()
  const response = await fetch(`${wecom.url}/cgi-bin/${path}?access_token=${token}`, {
    method: 'POST',
    body: JSON.stringify({ user_ticket }),
  })
  return (await response.json()) as WireReply
}
const ticketFrom = async (code: string | undefined) => (await getuserinfo(code))['user_ticket']

describe('the consent page', () => {
  test('names the app, the person and every field that the administrator ticked', async () => {
    const { text, location } = await visitor.authorize(privateLink)
    expect(location).toBeNull()
    for (const words of ['工牌', '张三', '头像', '性别', '手机', '邮箱', '地址']) {
      expect(text).toContain(words)
    }
  })

  test('says nothing of fields that were not ticked', async () => {
    wecom.setApp({ privateFields: ['mobile'] })
    const { text } = await visitor.authorize(privateLink)
    expect(text.match(/name="field"/g)).toHaveLength(1)
  })

  test('allowed: a code whose ticket gives the ticked fields', async () => {
    await visitor.authorize(privateLink)
    const { code, state } = await visitor.decide('allow', ['mobile', 'gender', 'email'])
    expect(state).toBe('state123')
    expect(await getuserdetail(await ticketFrom(code))).toEqual({
      errcode: 0,
      errmsg: 'ok',
      userid: 'zhangsan',
      gender: '1',
      avatar: expect.stringContaining('default'),
      mobile: '13800000001',
      email: 'zhangsan@mail.example.com',
    })
  })

  test('a field that was not on the page cannot be ticked', async () => {
    wecom.setApp({ privateFields: ['gender'] })
    const { code } = await visitor.decide('allow', ['gender', 'mobile'])
    expect(await getuserdetail(await ticketFrom(code))).not.toHaveProperty('mobile')
  })

  test('refused: back with the state alone', async () => {
    const shown = await visitor.decide('refuse')
    expect(shown.location).toBe('http://127.0.0.1:8787/web/callback?state=state123')
    expect((await visitor.authorize(privateLink)).text).toContain('name="decision"')
  })
})

describe('a consent', () => {
  test('is remembered for 30 days, with what was ticked', async () => {
    await visitor.decide('allow', ['mobile'])
    wecom.clock.advance(30 * 86_400 - 1)
    const { code } = await visitor.authorize(privateLink)
    const detail = await getuserdetail(await ticketFrom(code))
    expect(detail['mobile']).toBe('13800000001')
    expect(detail).not.toHaveProperty('email')
    wecom.clock.advance(1)
    expect((await visitor.authorize(privateLink)).text).toContain('name="decision"')
  })

  test('is forgotten when the simulator is reset', async () => {
    await visitor.decide('allow', ['mobile'])
    wecom.reset()
    expect((await visitor.authorize(privateLink)).text).toContain('name="decision"')
  })

  test("is one person's", async () => {
    await visitor.decide('allow', ['mobile'])
    await visitor.become('lisi')
    expect((await visitor.authorize(privateLink)).text).toContain('name="decision"')
  })

  test('tells no more than the administrator ticks today', async () => {
    const { code } = await visitor.decide('allow', ['mobile', 'gender'])
    wecom.setApp({ privateFields: ['gender'] })
    const detail = await getuserdetail(await ticketFrom(code))
    expect(detail).toMatchObject({ gender: '1' })
    expect(detail).not.toHaveProperty('mobile')
  })
})

describe('who is asked', () => {
  test('a member outside the visible range is shown an error', async () => {
    await visitor.become('weiguohua')
    expect((await visitor.authorize(privateLink)).text).toContain('<h1>无权限访问</h1>')
  })

  test('a visitor is not asked, and has no ticket', async () => {
    await visitor.become('fangke')
    const reply = await getuserinfo((await visitor.authorize(privateLink)).code)
    expect(reply).toHaveProperty('openid')
    expect(reply).not.toHaveProperty('user_ticket')
  })

  test('without an agentid nobody is: the link is read as snsapi_base', async () => {
    const { code } = await visitor.authorize({ ...privateLink, agentid: undefined })
    expect(wecom.requests().at(-1)?.why).toContain('became snsapi_base')
    expect(await getuserinfo(code)).not.toHaveProperty('user_ticket')
  })

  test('without an agentid it can be an error instead: one page says both', async () => {
    await wecom.close()
    wecom = await start({ choices: { privateInfoWithoutAgent: 'error' } })
    visitor = await createVisitor(wecom).become('zhangsan')
    const shown = await visitor.authorize({ ...privateLink, agentid: undefined })
    expect(shown.text).toContain('agentid参数错误')
  })

  test('snsapi_userinfo asks nobody, and its ticket gives neither mobile nor mail', async () => {
    const { code } = await visitor.authorize({ scope: 'snsapi_userinfo' })
    const detail = await getuserdetail(await ticketFrom(code))
    expect(detail).toMatchObject({ gender: '1', address: expect.stringContaining('深圳') })
    for (const field of ['mobile', 'email', 'biz_mail']) expect(detail).not.toHaveProperty(field)
  })
})

describe('a user_ticket', () => {
  const ticket = async () => ticketFrom((await visitor.decide('allow', ['mobile'])).code)

  test('lives 1800 seconds, and may be used more than once', async () => {
    const user_ticket = await ticket()
    expect(await getuserdetail(user_ticket)).toMatchObject({ errcode: 0 })
    wecom.clock.advance(1799)
    expect(await getuserdetail(user_ticket)).toMatchObject({ errcode: 0 })
    wecom.clock.advance(1)
    expect(await getuserdetail(user_ticket)).toMatchObject({ errcode: 84014 })
  })

  test('tells the older user/getuserdetail name and departments too, and gender as a number', async () => {
    const user_ticket = await ticketFrom((await visitor.decide('allow', ['gender', 'mobile'])).code)
    expect(await getuserdetail(user_ticket, 'user/getuserdetail')).toEqual({
      errcode: 0,
      errmsg: 'ok',
      userid: 'zhangsan',
      name: '张三',
      department: [4],
      position: '高级后台工程师',
      gender: 1,
      mobile: '13800000001',
    })
  })

  test('that is missing is 84090, and one that is none 84015', async () => {
    expect(await getuserdetail('')).toMatchObject({ errcode: 84090 })
    expect(await getuserdetail('made-up')).toMatchObject({ errcode: 84015 })
  })

  test('of one app is nothing to another', async () => {
    await wecom.close()
    const two = company()
    const [badge] = two.apps
    if (!badge) throw new Error('the seed company has an app')
    const { miniProgram: _mini, ...rest } = badge
    two.apps.unshift({ ...rest, agentId: 1000003, secret: 'invented-secret-of-a-second-app' })
    wecom = await start({ company: two })
    visitor = await createVisitor(wecom).become('zhangsan')
    const reply = await wecom.api('gettoken', {
      corpid: two.corpId,
      corpsecret: 'invented-secret-of-a-second-app',
    })
    const user_ticket = await ticket()
    const response = await fetch(
      `${wecom.url}/cgi-bin/auth/getuserdetail?access_token=${String(reply['access_token'])}`,
      { method: 'POST', body: JSON.stringify({ user_ticket }) },
    )
    expect(await response.json()).toMatchObject({ errcode: 84015 })
  })

  test('of a member who fell out of the visible range tells nothing', async () => {
    const user_ticket = await ticket()
    wecom.hideMember('zhangsan')
    expect(await getuserdetail(user_ticket)).toMatchObject({ errcode: 60111 })
  })
})
