import { get as getOverHttp } from 'node:http'
import { corpId, start, type Running } from '../running'

let wecom: Running

const post = async (body: object) => {
  const response = await fetch(`${wecom.url}/_sim/client/picture`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ platform: 'wecom', ...body }),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** wx.qy.login on this person's phone, and the exchange at the back-end. */
const signIn = (userId: string) =>
  wecom.exchange({ js_code: wecom.issueCode({ platform: 'wecom', userId }) })

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

describe('what wx.qy gives in clear', () => {
  test('the address of a picture, of who is signed in only', async () => {
    const ask = { userId: 'zhangsan', kind: 'avatar' }
    expect(await post(ask)).toEqual({ status: 409, body: { error: 'no session or expired' } })
    await signIn('zhangsan')
    expect(await post(ask)).toEqual({
      status: 200,
      body: { avatar: `${wecom.url}/wwhead/${corpId}/zhangsan/0` },
    })
    expect(await post({ ...ask, kind: 'qrCode' })).toEqual({
      status: 200,
      body: { qrCode: `${wecom.url}/wwqrcode/${corpId}/zhangsan/0` },
    })
    expect((await post({ ...ask, kind: 'mobile' })).status).toBe(400)
  })

  test('the address in the company file, where there is one', async () => {
    const avatar = 'https://wework.qpic.cn/wwhead/invented/0'
    const qrCode = 'https://wework.qpic.cn/wwqrcode/invented/0'
    wecom.editMember('zhangsan', { avatar, qrCode })
    await signIn('zhangsan')
    expect((await post({ userId: 'zhangsan', kind: 'avatar' })).body).toEqual({ avatar })
    expect((await post({ userId: 'zhangsan', kind: 'qrCode' })).body).toEqual({ qrCode })
  })

  test('nothing where the app does not see the person', async () => {
    await signIn('weiguohua')
    for (const kind of ['avatar', 'qrCode'])
      expect((await post({ userId: 'weiguohua', kind })).status).toBe(403)
  })
})

describe('a drawn picture', () => {
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await fetch(wecom.url + path, { headers })
    return { status: response.status, headers: response.headers, body: await response.text() }
  }

  test.each(['0', '64', '100'])('is there in size %s, for a page of any port', async (size) => {
    const path = `/wwhead/${corpId}/zhangsan/${size}`
    const { status, headers, body } = await get(path, { 'Sec-Fetch-Site': 'same-site' })
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml; charset=utf-8'])
    expect(body).toContain('张三')
    expect(body).toContain(`width="${size === '0' ? 640 : size}"`)
  })

  test('is for this machine: a name that somebody points at it is refused', async () => {
    const status = await new Promise((resolve) =>
      getOverHttp(
        `${wecom.url}/wwhead/${corpId}/zhangsan/0`,
        { headers: { host: 'pictures.example' } },
        (response) => resolve(response.resume().statusCode),
      ),
    )
    expect(status).toBe(403)
  })

  test('is each person’s own', async () => {
    const drawings = await Promise.all(
      ['zhangsan', 'lisi'].map((userId) => get(`/wwqrcode/${corpId}/${userId}/0`)),
    )
    expect(new Set(drawings.map(({ body }) => body)).size).toBe(2)
  })

  test('takes a name as text, whatever it says', async () => {
    wecom.editMember('zhangsan', { name: '<script>' })
    expect((await get(`/wwhead/${corpId}/zhangsan/0`)).body).toMatch(/>\s*&#60;\s*<\/text>/)
  })

  test.each([
    `/wwhead/${corpId}/nobody/0`,
    `/wwhead/${corpId}/zhangsan/1`,
    `/wwhead/${corpId}/zhangsan/0/0`,
    `/wwhead/${corpId}/%/0`,
    '/wwhead/ww0/zhangsan/0',
    '/wwhead',
  ])('is not at %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })
})
