import { signedIn, zhangsan } from '../fixtures/employees'
import { createPhone } from '../fixtures/phone'
import { openPage, settle, usePhone } from '../../support/mini-program'

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
    expect(page.text()).toMatch(/公司没有让这个应用显示.*手机/s)
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

  test('speaks English to a client that does', async () => {
    const { page, phone } = await openAndStart({ language: 'en' })
    expect(phone.did.title).toBe('Me')
    expect(page.text()).toContain('Reports to')
    expect(page.text()).toContain('WeCom does not give this to the app')
  })
})
