import { signedIn, zhangsan } from '../fixtures/employees'
import { createPhone } from '../fixtures/phone'
import { openPage, settle, usePhone } from '../../support/mini-program'

type Answerer = NonNullable<Parameters<typeof createPhone>[0]['answer']>

async function open(options: Parameters<typeof createPhone>[0] = {}) {
  const answer = () => ({ ok: true, data: signedIn(zhangsan, Date.now()) })
  const phone = createPhone({ answer, ...options })
  usePhone(phone.wx)
  const page = await openPage('pages/me/me')
  return { page, phone }
}

async function openAndStart(options: Parameters<typeof createPhone>[0] = {}) {
  const opened = await open(options)
  opened.page.call('onRefresh')
  await settle()
  await settle()
  return opened
}

describe('the me page', () => {
  test('is a skeleton of a list while nobody knows', async () => {
    const { page } = await open()
    expect(page.data().state).toBe('loading')
    expect(page.find('#skeleton >>> .row')).toBeDefined()
  })

  test('shows the details, and why others are not there', async () => {
    const { page } = await openAndStart()
    for (const part of ['张三', 'zhangsan', '研发中心 › 平台部 ›', '主部门', 'wangwu', '安全员']) {
      expect(page.text()).toContain(part)
    }
    expect(page.text()).toMatch(/在企业微信里没有填写.*地址/s)
    // With what to do about it.
    expect(page.text()).toMatch(/可以在企业微信的个人信息里填写/)
  })

  test('of a stored badge shows what is stored, as of then', async () => {
    const badge = { version: 1, badge: { ...zhangsan, confirmedAt: Date.now() - 120_000 } }
    const { page } = await open({ stored: { badge } })
    expect(page.data().state).toBe('ready')
    expect(page.text()).toContain('截至 2 分钟前 · 正在确认')
    expect(page.text()).not.toContain('直属上级')
  })

  test('signs out here, and in again at the tap of the button', async () => {
    const { page, phone } = await openAndStart()
    expect(phone.storage.everything()).toContain('张三')
    await page.fire('.sign-out', 'tap')
    expect(page.data().state).toBe('signedOut')
    expect(page.text()).not.toContain('张三')
    expect(phone.storage.everything()).not.toContain('张三')
    await page.fire('#refusal >>> .act', 'tap')
    await settle()
    expect(page.data().state).toBe('ready')
  })

  test.each([
    ['OTHER_CORP', 'notEmployee'],
    ['MEMBER_LEFT', 'noAccess'],
    ['INTERNAL', 'failed'],
  ])('answers %s with a refusal', async (code, state) => {
    const error = { code, message: '', retry: 'no', traceId: 'trace-7' }
    const { page, phone } = await openAndStart({ answer: () => ({ ok: false, error }) })
    expect(page.data().state).toBe(state)
    await page.fire('#refusal >>> .admin', 'tap')
    expect(phone.did.copied[0]).toContain(`${code} · trace-7`)
  })

  test('in plain WeChat says where to open it', async () => {
    const { page } = await open({ host: 'wechat' })
    expect(page.data().state).toBe('outside')
    expect(page.find('#refusal >>> .next')?.dom.textContent).toContain('工作台')
  })

  test('confirms again by its foot line and by pulling down', async () => {
    const { page, phone } = await openAndStart()
    await page.fire('#foot >>> .foot', 'tap')
    await settle()
    page.call('onPullDownRefresh')
    await settle()
    await settle()
    expect(phone.did.requests.map(({ action }) => action)).toEqual(['signIn', 'profile', 'profile'])
    expect(phone.did.pullDownsStopped).toBe(1)
  })

  test.each([
    ['mobile', '手机', '13800000000', '只显示在这里，不会保存'],
    // The company shows mail addresses, so what is opened is kept by its server.
    ['email', '邮箱', 'zhangsan@example.com', '不保存在这部手机上，公司的服务器会保存'],
  ])(
    'asks WeCom for the %s at a tap, and shows what the server opened',
    async (kind, label, value, note) => {
      const answer: Answerer = ({ body }) =>
        body.action === 'unseal'
          ? { ok: true, data: { [kind]: value } }
          : { ok: true, data: signedIn(zhangsan, Date.now()) }
      const { page, phone } = await openAndStart({ answer })
      expect(page.text()).toContain(`${label}显示`)
      expect(page.text()).not.toContain(value)
      page.act('onField', { key: kind })
      await settle()
      await settle()
      expect(page.text()).toContain(`${label}${value}${note}`)
      expect(phone.did.requests.slice(-1)).toEqual([
        { action: 'unseal', kind, encryptedData: 'sealed', iv: 'iv' },
      ])
      expect(phone.storage.everything()).not.toContain(value)
    },
  )

  test('is kind to whoever does not consent, and sends nothing', async () => {
    const { page, phone } = await openAndStart({ consents: false })
    const before = phone.did.requests.length
    page.act('onField', { key: 'mobile' })
    await settle()
    await settle()
    expect(page.text()).toMatch(/手机显示没有取得。想显示的话，再点一次并选“允许”/)
    expect(phone.did.requests).toHaveLength(before)
  })

  test('says what went wrong when the server could not open it', async () => {
    const error = { code: 'WECOM_BUSY', message: '', retry: 'later', traceId: 'trace-3' }
    const answer: Answerer = ({ body }) =>
      body.action === 'unseal'
        ? { ok: false, error }
        : { ok: true, data: signedIn(zhangsan, Date.now()) }
    const { page } = await openAndStart({ answer })
    page.act('onField', { key: 'email' })
    await settle()
    await settle()
    expect(page.text()).toContain('邮箱显示企业微信现在很忙。请过一会儿再试')
  })

  test('puts the picture on the badge, and keeps it on this phone', async () => {
    const { page, phone } = await openAndStart()
    expect(page.text()).toContain('头像显示')
    page.act('onField', { key: 'avatar' })
    await settle()
    await settle()
    expect(page.text()).not.toContain('头像显示')
    expect(phone.storage.everything()).toContain('https://wework.qpic.cn/picture/0')
  })

  test('forgets what was shown as soon as it is somebody else', async () => {
    const answer: Answerer = ({ body }) =>
      body.action === 'unseal'
        ? { ok: true, data: { mobile: '13800000000' } }
        : { ok: true, data: signedIn(zhangsan, Date.now()) }
    const { page } = await openAndStart({ answer })
    page.act('onField', { key: 'mobile' })
    await settle()
    await settle()
    await page.fire('.sign-out', 'tap')
    await page.fire('#refusal >>> .act', 'tap')
    await settle()
    await settle()
    expect(page.text()).toContain('手机显示')
    expect(page.text()).not.toContain('13800000000')
  })

  test('keeps the picture when WeCom confirms the badge without one, whatever the reason', async () => {
    const withheld = { avatar: 'byConfiguration' as const }
    const answer: Answerer = () => ({
      ok: true,
      data: signedIn({ ...zhangsan, withheld }, Date.now()),
    })
    const { page } = await openAndStart({ answer })
    page.act('onField', { key: 'avatar' })
    await settle()
    await settle()
    page.call('onRefresh')
    await settle()
    await settle()
    expect(page.text()).not.toMatch(/头像|正在请企业微信/)
  })

  test('shows nothing of one company’s employee to the same user id of another', async () => {
    const people = [zhangsan, { ...zhangsan, corpId: 'ww2000000000000002' }]
    const answer: Answerer = ({ body }) => {
      if (body.action === 'unseal') return { ok: true, data: { mobile: '13800000000' } }
      if (body.action === 'profile') return { ok: true, data: { employee: people[1] } }
      return { ok: true, data: signedIn(people[0] ?? zhangsan, Date.now()) }
    }
    const { page } = await openAndStart({ answer })
    page.act('onField', { key: 'mobile' })
    await settle()
    await settle()
    expect(page.text()).toContain('13800000000')
    page.call('onRefresh')
    await settle()
    await settle()
    expect(page.text()).not.toContain('13800000000')
  })

  test('changes the language at once and for good', async () => {
    const { page, phone } = await openAndStart({ chooses: 2 })
    page.act('onApp', { key: 'language' })
    expect(phone.did.sheets).toEqual([['跟随系统', '简体中文', 'English']])
    expect(page.text()).toContain('Reports to')
    expect(phone.did.title).toBe('Me')
    expect(phone.did.tabs.slice(-3)).toEqual(['Badge', 'Workbench', 'Me'])
    expect(phone.storage.everything()).toContain('"language","en"')
  })

  test('names the page in front, and not one that lies behind it', async () => {
    const { page, phone } = await openAndStart({ chooses: 2 })
    const help = await openPage('pages/help/help', { keepServices: true })
    page.hide()
    phone.did.title = 'of the page in front'
    help.hide()
    page.act('onApp', { key: 'language' })
    expect(phone.did.title).toBe('of the page in front')
    expect(page.text()).toContain('Reports to')
  })

  test('leaves the language alone when the sheet is closed', async () => {
    const { page, phone } = await openAndStart()
    page.act('onApp', { key: 'language' })
    expect(phone.did.title).toBe('我的')
    expect(phone.storage.everything()).not.toContain('language')
  })

  test('leads to help and to what is read and kept, also without a badge', async () => {
    const { page, phone } = await open({ host: 'wechat' })
    page.act('onApp', { key: 'help' })
    page.act('onApp', { key: 'privacy' })
    expect(phone.did.opened).toEqual(['/pages/help/help', '/pages/privacy/privacy'])
  })

  test('says until when one is signed in, and which version this is', async () => {
    const { page } = await openAndStart()
    expect(page.text()).toMatch(/登录有效期到(今天|\d+月\d+日) \d\d:\d\d，自动延长/)
    expect(page.text()).toContain('版本1.2.3')
  })

  test('speaks English to a client that does', async () => {
    const { page, phone } = await openAndStart({ language: 'en' })
    expect(phone.did.title).toBe('Me')
    expect(page.text()).toContain('Reports to')
    expect(page.text()).toContain('Not filled in at WeCom')
  })
})
