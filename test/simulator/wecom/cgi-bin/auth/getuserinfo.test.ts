import type { Choices } from '../../../../../simulator/wecom/wecom'
import { agentId, start, type Running, type WireReply } from '../../running'
import { createVisitor } from '../../web/visitor'

let wecom: Running
beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

const codeOf = async (name: string, scope = 'snsapi_base'): Promise<string> =>
  (await (await createVisitor(wecom).become(name)).authorize({ scope })).code ?? ''
const exchange = async (
  path: 'auth/getuserinfo' | 'user/getuserinfo',
  query: Record<string, string>,
): Promise<WireReply> => wecom.api(path, { access_token: await wecom.accessToken(), ...query })

describe('auth/getuserinfo', () => {
  const whoIs = async (name: string) => exchange('auth/getuserinfo', { code: await codeOf(name) })

  test.each([
    ['a member', 'zhangsan', 'zhangsan'],
    ['a member outside the visible range', 'weiguohua', 'weiguohua'],
    ['a member of a linked corp', 'heliang', 'ww5eed000000000003/heliang'],
  ])('names %s', async (_what, name, userid) => {
    expect(await whoIs(name)).toEqual({ errcode: 0, errmsg: 'ok', userid })
  })

  test('knows a customer by openid and external_userid, always the same', async () => {
    const first = await whoIs('fangke')
    expect(first).toEqual({
      errcode: 0,
      errmsg: 'ok',
      openid: expect.stringMatching(/^o[\w-]{27}$/),
      external_userid: expect.stringMatching(/^wm[\w-]{30}$/),
    })
    expect(await whoIs('fangke')).toEqual(first)
  })

  test('knows a customer by openid alone when nobody visible follows them', async () => {
    wecom.editMember('gaoyuanyuan', { departments: [13] })
    expect(await whoIs('fangke')).not.toHaveProperty('external_userid')
  })

  test.each(['luren', 'zhengyuan'])('knows %s by openid alone', async (name) => {
    expect(Object.keys(await whoIs(name))).toEqual(['errcode', 'errmsg', 'openid'])
  })

  test('a code can be exchanged once, within 300 seconds', async () => {
    const [used, late] = [await codeOf('zhangsan'), await codeOf('zhangsan')]
    expect((await exchange('auth/getuserinfo', { code: used })).errcode).toBe(0)
    expect((await exchange('auth/getuserinfo', { code: used })).errcode).toBe(40029)
    wecom.clock.advance(300)
    expect((await exchange('auth/getuserinfo', { code: late })).errcode).toBe(40029)
  })

  test('no code is 41008', async () => {
    expect((await exchange('auth/getuserinfo', { code: '' })).errcode).toBe(41008)
  })

  test('the js_code of a mini program is refused, and stays good for what it is', async () => {
    const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhangsan' })
    expect((await exchange('auth/getuserinfo', { code: js_code })).errcode).toBe(40029)
    expect(wecom.requests().at(-1)?.why).toContain('jscode2session')
    expect((await wecom.exchange({ js_code })).errcode).toBe(0)
  })

  test('the code of a web page is no js_code', async () => {
    expect((await wecom.exchange({ js_code: await codeOf('zhangsan') })).errcode).toBe(40029)
  })

  test('50001, unspent: the page has ceased to be on a trusted domain', async () => {
    const code = await codeOf('zhangsan')
    wecom.setApp({ trustedDomains: [] })
    expect((await exchange('auth/getuserinfo', { code })).errcode).toBe(50001)
    wecom.setApp({ trustedDomains: ['127.0.0.1:8787'] })
    expect((await exchange('auth/getuserinfo', { code })).errcode).toBe(0)
  })
})

describe('the old user/getuserinfo', () => {
  const whoIs = async (name: string, query: Record<string, string> = {}) =>
    exchange('user/getuserinfo', { code: await codeOf(name), ...query })

  test('names a member in capitals, with the device', async () => {
    const reply = await whoIs('zhangsan', { agentid: String(agentId) })
    expect(reply).toEqual({
      errcode: 0,
      errmsg: 'ok',
      UserId: 'zhangsan',
      DeviceId: expect.stringMatching(/^[\w-]{32}$/),
    })
  })

  test('names a visitor by OpenId', async () => {
    expect(await whoIs('fangke')).toEqual({
      errcode: 0,
      errmsg: 'ok',
      OpenId: expect.any(String),
      DeviceId: expect.any(String),
      external_userid: expect.any(String),
    })
  })

  test('says how long a ticket lives', async () => {
    const code = await codeOf('zhangsan', 'snsapi_userinfo')
    expect(await exchange('user/getuserinfo', { code })).toMatchObject({
      user_ticket: expect.any(String),
      expires_in: 1800,
    })
  })

  test('301002, unspent: the agentid of another app', async () => {
    const code = await codeOf('zhangsan')
    const reply = await exchange('user/getuserinfo', { code, agentid: '1000009' })
    expect(reply.errcode).toBe(301002)
    expect((await exchange('user/getuserinfo', { code })).errcode).toBe(0)
  })

  const styled = async (oldGetuserinfoErrcode: Choices['oldGetuserinfoErrcode']) => {
    await wecom.close()
    wecom = await start({ choices: { oldGetuserinfoErrcode } })
    const good = await whoIs('zhangsan')
    const bad = await exchange('user/getuserinfo', { code: 'made-up' })
    return { good, bad }
  }

  test('can say errcode as text, in errors too', async () => {
    const { good, bad } = await styled('text')
    expect(good).toMatchObject({ errcode: '0', errmsg: 'ok', UserId: 'zhangsan' })
    expect(bad).toMatchObject({ errcode: '40029' })
  })

  test('can leave errcode out where all is well', async () => {
    const { good, bad } = await styled('only on errors')
    expect(Object.keys(good)).toEqual(['UserId', 'DeviceId'])
    expect(bad).toMatchObject({ errcode: 40029 })
  })
})
