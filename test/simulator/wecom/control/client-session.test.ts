import { createDecipheriv, createHash } from 'node:crypto'
import { corpId, otherCorpId, start, type Running } from '../running'

let wecom: Running
const miniProgramAppId = 'wx5eed000000000001'

interface Answer {
  status: number
  body: Record<string, unknown>
}

const post = async (path: string, body: object): Promise<Answer> => {
  const response = await fetch(`${wecom.url}/_sim/client/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ platform: 'wecom', ...body }),
  })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

/** wx.qy.login on this person's phone, and the exchange at the back-end; gives the session_key. */
const signIn = async (userId: string): Promise<string> => {
  const js_code = wecom.issueCode({ platform: 'wecom', userId })
  return String((await wecom.exchange({ js_code }))['session_key'])
}

const opened = ({ body }: Answer, sessionKey: string): unknown => {
  const key = Buffer.from(sessionKey, 'base64')
  const decipher = createDecipheriv('aes-128-cbc', key, Buffer.from(String(body['iv']), 'base64'))
  const plain = decipher.update(String(body['encryptedData']), 'base64', 'utf8')
  return JSON.parse(plain + decipher.final('utf8'))
}

const watermark = () => ({
  appid: miniProgramAppId,
  timestamp: Math.floor(wecom.clock.now() / 1000),
})

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

describe('the session of wx.qy', () => {
  const check = (userId = 'zhangsan') => post('check-session', { userId })
  const noSession = { status: 409, body: { error: 'no session or expired' } }

  test('is not there before the login, nor before the exchange of its code', async () => {
    expect(await check()).toEqual(noSession)
    const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhangsan' })
    expect(await check()).toEqual(noSession)
    expect(await post('sealed', { userId: 'zhangsan', kind: 'userInfo' })).toEqual(noSession)
    await wecom.exchange({ js_code })
    expect(await check()).toEqual({ status: 200, body: { expireIn: 259_200 } })
    expect(await check('lisi')).toEqual(noSession)
  })

  test('is shut by the next login until that code is exchanged too', async () => {
    await signIn('zhangsan')
    const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhangsan' })
    expect(await check()).toEqual(noSession)
    await wecom.exchange({ js_code })
    expect((await check()).status).toBe(200)
  })

  test('is left alone by wx.login, and by an exchange that failed', async () => {
    await signIn('zhangsan')
    const js_code = wecom.issueCode({ platform: 'wechat', userId: 'zhangsan' })
    expect((await wecom.exchange({ js_code })).errcode).toBe(40029)
    expect((await check()).status).toBe(200)
  })

  test('ends three days after the exchange', async () => {
    await signIn('zhangsan')
    wecom.clock.advance(259_199)
    expect(await check()).toEqual({ status: 200, body: { expireIn: 1 } })
    wecom.clock.advance(1)
    expect(await check()).toEqual(noSession)
  })

  test('does not exist in plain WeChat, nor for nobody', async () => {
    expect((await post('check-session', { userId: 'zhangsan', platform: 'wechat' })).status).toBe(
      400,
    )
    expect((await post('check-session', { userId: 'nobody' })).status).toBe(404)
  })
})

describe('what wx.qy gives encrypted', () => {
  test('getEnterpriseUserInfo: who it is, and the same again signed', async () => {
    const sessionKey = await signIn('zhangsan')
    const answer = await post('sealed', { userId: 'zhangsan', kind: 'userInfo' })
    expect(opened(answer, sessionKey)).toEqual({
      corpid: corpId,
      userid: 'zhangsan',
      name: '张三',
      gender: 1,
      watermark: watermark(),
    })
    const { userInfo, rawData, signature } = answer.body
    expect(userInfo).toEqual({ name: '张三', gender: 1, language: 'zh_CN' })
    expect(JSON.parse(String(rawData))).toEqual(userInfo)
    expect(signature).toBe(
      createHash('sha1')
        .update(`${String(rawData)}${sessionKey}`)
        .digest('hex'),
    )
  })

  test('getMobile and getEmail: the field and a watermark, nothing else', async () => {
    const sessionKey = await signIn('zhangsan')
    const mobile = await post('sealed', { userId: 'zhangsan', kind: 'mobile' })
    expect(Object.keys(mobile.body)).toEqual(['encryptedData', 'iv'])
    expect(opened(mobile, sessionKey)).toEqual({ mobile: '13800000001', watermark: watermark() })
    const email = await post('sealed', { userId: 'zhangsan', kind: 'email' })
    expect(opened(email, sessionKey)).toEqual({
      email: 'zhangsan@mail.example.com',
      watermark: watermark(),
    })
  })

  test('is sealed anew each time, under the key of the latest exchange', async () => {
    const former = await signIn('zhangsan')
    const before = await post('sealed', { userId: 'zhangsan', kind: 'mobile' })
    const latest = await signIn('zhangsan')
    const [one, two] = [
      await post('sealed', { userId: 'zhangsan', kind: 'mobile' }),
      await post('sealed', { userId: 'zhangsan', kind: 'mobile' }),
    ]
    expect(one.body['iv']).not.toBe(two.body['iv'])
    expect(latest).not.toBe(former)
    expect(opened(before, former)).toEqual(opened(one, latest))
  })

  test("a visitor's corp has not linked the mini program: no corpid, an encrypted userid", async () => {
    const sessionKey = await signIn('zhengyuan')
    const answer = await post('sealed', { userId: 'zhengyuan', kind: 'userInfo' })
    expect(opened(answer, sessionKey)).toMatchObject({
      corpid: '',
      userid: expect.stringMatching(/^wo[\w-]{30}$/),
      name: '郑远',
      gender: 0,
    })
  })

  test('outside the visible range there is no mobile number and no mail', async () => {
    await signIn('weiguohua')
    expect((await post('sealed', { userId: 'weiguohua', kind: 'userInfo' })).status).toBe(200)
    expect((await post('sealed', { userId: 'weiguohua', kind: 'mobile' })).status).toBe(403)
    await signIn('zhengyuan')
    const visitor = { userId: 'zhengyuan', corpId: otherCorpId, kind: 'email' }
    expect((await post('sealed', visitor)).status).toBe(403)
  })

  test('is of one of three kinds', async () => {
    await signIn('zhangsan')
    expect((await post('sealed', { userId: 'zhangsan', kind: 'avatar' })).status).toBe(400)
    expect((await post('sealed', { userId: 'zhangsan' })).status).toBe(400)
  })
})
