import { NOON, lisi, signedIn, zhangsan } from '../fixtures/employees'
import { createPhone } from '../fixtures/phone'
import { mountComponent, openPage, settle, usePhone } from '../../support/mini-program'
import type { ErrorCode } from '../../../typings/api'

type Options = Parameters<typeof createPhone>[0]

/** Opens the home page after the app itself, on a phone like this. */
async function open(options: Options) {
  const phone = createPhone(options)
  usePhone(phone.wx)
  const page = await openPage('pages/badge/badge')
  return { page, phone }
}

/** Opens it, and lets the app come to the front, as the client does right after the launch. */
async function openAndStart(options: Options) {
  const opened = await open(options)
  opened.page.call('onRefresh')
  await settle()
  await settle()
  return opened
}

const now = () => Date.now()
const asZhangsan = () => ({ ok: true, data: signedIn(zhangsan, now()) })
const refused = (code: ErrorCode) => () => ({
  ok: false,
  error: { code, message: '', retry: 'no', traceId: 'trace-7' },
})
type Answerer = NonNullable<Options['answer']>
const content = () => ({
  ok: true,
  data: {
    groups: [
      {
        title: '日常',
        entries: [{ id: 'leave', title: '请假', target: { url: 'https://oa.example.com/leave' } }],
      },
    ],
    notices: [],
  },
})
const stored = () => ({ badge: { version: 1, badge: { ...zhangsan, confirmedAt: NOON } } })

describe('the home page', () => {
  test('is a skeleton while nobody knows', async () => {
    const { page } = await open({ answer: asZhangsan })
    expect(page.data().state).toBe('loading')
    expect(page.find('#skeleton')).toBeDefined()
    expect(page.find('#badge')).toBeUndefined()
  })

  test('shows the badge that WeCom confirmed', async () => {
    const { page } = await openAndStart({ answer: asZhangsan })
    expect(page.data().state).toBe('ready')
    expect(page.find('#badge >>> .name')?.dom.textContent).toBe('张三')
    expect(page.find('#badge >>> .last')?.dom.textContent).toBe('基础架构组')
    expect(page.text()).toContain('部门负责人')
    expect(page.text()).toContain('已由企业微信确认 · 刚刚')
    expect(page.find('#skeleton')).toBeUndefined()
  })

  test('shows a stored badge before anything is sent', () => {
    const phone = createPhone({ stored: stored() })
    usePhone(phone.wx)
    // Made, and not yet in front.
    const page = mountComponent('pages/badge/badge')
    expect(phone.did.requests).toEqual([])
    expect(page.find('#badge >>> .name')?.dom.textContent).toBe('张三')
    expect(page.text()).toContain('正在确认')
  })

  test('never mixes two people', async () => {
    const answer = () => ({ ok: true, data: signedIn(lisi, now()) })
    const { page } = await openAndStart({ stored: stored(), answer })
    expect(page.text()).toContain('李四')
    expect(page.text()).not.toMatch(/张三|Jack|工程师|安全员|zhangsan/)
  })

  test('keeps a stored badge without network, and says what to do about it', async () => {
    const { page } = await openAndStart({ stored: stored() })
    expect(page.data().state).toBe('ready')
    expect(page.text()).toContain('这次没能确认')
    expect(page.find('.note')?.dom.textContent).toBe('连不上网络怎么办')
  })

  test.each([
    ['OTHER_CORP', 'notEmployee', '你不在这家公司的通讯录里'],
    ['MINIPROGRAM_NOT_LINKED', 'notEmployee', '公司还没有接好这张工牌'],
    ['MEMBER_DISABLED', 'noAccess', '你的账号已被停用'],
    ['MEMBER_LEFT', 'noAccess', '你已经离开这家公司'],
    ['MEMBER_NOT_ACTIVATED', 'noAccess', '你的账号还没有激活'],
    ['MEMBER_NOT_VISIBLE', 'noAccess', '这个应用还没有对你开放'],
    ['WECOM_BUSY', 'failed', '企业微信现在很忙'],
  ] as const)('answers %s with a card of its own', async (code, state, words) => {
    const { page } = await openAndStart({ answer: refused(code) })
    expect(page.data().state).toBe(state)
    expect(page.find('#refusal >>> .what')?.dom.textContent).toBe(words)
    expect(page.find('#refusal >>> .line')?.dom.textContent).toContain(`${code} · trace-7`)
  })

  test('takes a stored badge off the screen and out of the storage when refused', async () => {
    const options = { stored: stored(), answer: refused('MEMBER_LEFT') }
    const { page, phone } = await openAndStart(options)
    expect(page.text()).not.toContain('张三')
    expect(phone.storage.everything()).not.toContain('张三')
  })

  test('copies what the administrator needs', async () => {
    const { page, phone } = await openAndStart({ answer: refused('MINIPROGRAM_NOT_LINKED') })
    await page.fire('#refusal >>> .admin', 'tap')
    expect(phone.did.copied).toHaveLength(1)
    expect(phone.did.copied[0]).toMatch(/MINIPROGRAM_NOT_LINKED · trace-7$/)
    expect(phone.did.copied[0]).toContain('关联')
  })

  test('tries again at the tap of the button', async () => {
    const replies = [refused('WECOM_BUSY')(), asZhangsan()]
    const { page, phone } = await openAndStart({ answer: () => replies.shift() })
    await page.fire('#refusal >>> .act', 'tap')
    await settle()
    expect(page.data().state).toBe('ready')
    expect(phone.did.requests.map(({ jsCode }) => jsCode)).toEqual(['code-1', 'code-2'])
  })

  test('in plain WeChat says where to open it, and its button copies that', async () => {
    const { page, phone } = await open({ host: 'wechat' })
    expect(page.data().state).toBe('outside')
    expect(page.text()).toContain('请在企业微信里打开')
    expect(page.find('#refusal >>> .admin')).toBeUndefined()
    await page.fire('#refusal >>> .act', 'tap')
    expect(phone.did.copied[0]).toContain('企业微信 › 工作台 › 工牌')
    expect(phone.did.requests).toEqual([])
  })

  test('in plain WeChat with a cloud asks it once, and stays outside', async () => {
    const options = { host: 'wechat', envVersion: 'develop' } as const
    const { page, phone } = await openAndStart(options)
    expect(page.data().state).toBe('outside')
    expect(page.text()).not.toContain('NOT_BOUND')
    expect(phone.did.requests).toEqual([])
  })

  test('ends the pull-down when the answer is there', async () => {
    const { page, phone } = await openAndStart({ answer: asZhangsan })
    page.call('onPullDownRefresh')
    await settle()
    await settle()
    await settle()
    expect(phone.did.pullDownsStopped).toBe(1)
    expect(phone.did.requests.map(({ action }) => action)).toEqual([
      'signIn',
      'content',
      'profile',
      'content',
    ])
  })

  test('speaks English to a client that does', async () => {
    const { page, phone } = await openAndStart({ language: 'en', answer: asZhangsan })
    expect(phone.did.title).toBe('Badge')
    expect(phone.did.tabs.slice(0, 3)).toEqual(['Badge', 'Workbench', 'Me'])
    expect(page.text()).toContain('Confirmed by WeCom · just now')
  })

  test('greets by the hour, with a name as soon as there is one', async () => {
    const { page } = await open({ answer: asZhangsan })
    expect(page.find('.greeting-words')?.dom.textContent).toMatch(/^[^，]+$/)
    page.call('onRefresh')
    await settle()
    await settle()
    expect(page.find('.greeting-words')?.dom.textContent).toMatch(/，张三$/)
  })

  test('turns over to the account as a code, which says that it proves nothing, and back', async () => {
    const { page } = await openAndStart({ answer: asZhangsan })
    expect(page.find('#badge >>> .code')).toBeUndefined()
    await page.fire('#badge >>> .face', 'tap')
    expect(page.find('#badge >>> .badge-turned')).toBeDefined()
    expect(page.find('#badge >>> .no-proof')?.dom.textContent).toBe('只是账号，不能证明身份')
    expect(page.data().code).toMatch(/^data:image\/svg\+xml,/)
    await page.fire('#badge >>> .back', 'tap')
    expect(page.find('#badge >>> .badge-turned')).toBeUndefined()
  })

  test('forgets the code when the badge goes, and shows its front when it comes back', async () => {
    const replies = [asZhangsan(), refused('MEMBER_NOT_VISIBLE')(), asZhangsan()]
    const answer: Answerer = ({ body }) => (body.action === 'content' ? content() : replies.shift())
    const { page } = await openAndStart({ answer })
    await page.fire('#badge >>> .face', 'tap')
    page.call('onRefresh')
    await settle()
    await settle()
    expect([page.data().state, page.data().code]).toEqual(['noAccess', ''])
    page.call('onRefresh')
    await settle()
    await settle()
    expect(page.find('#badge >>> .badge-turned')).toBeUndefined()
  })

  test('does not show the back of a badge to the next person', async () => {
    const people = [zhangsan, lisi]
    const answer: Answerer = ({ body }) =>
      body.action === 'signIn'
        ? { ok: true, data: signedIn(people.shift() ?? lisi, now()) }
        : content()
    const { page } = await openAndStart({ answer })
    await page.fire('#badge >>> .face', 'tap')
    expect(page.find('#badge >>> .badge-turned')).toBeDefined()
    page.setData({ mark: 'lisi' })
    expect(page.find('#badge >>> .badge-turned')).toBeUndefined()
  })

  test('offers the first entries of the workbench, which is one request', async () => {
    const answer: Answerer = ({ body }) => (body.action === 'content' ? content() : asZhangsan())
    const { page, phone } = await openAndStart({ answer })
    await settle()
    expect(page.findAll('#offers').length).toBe(1)
    expect(page.text()).toMatch(/我能用的全部.*请假/s)
    page.show()
    await settle()
    expect(phone.did.requests.map(({ action }) => action)).toEqual(['signIn', 'content'])
    page.act('onOpen', { id: 'leave' })
    page.call('onAll')
    expect(phone.did.opened).toEqual([
      '/pages/site/site?entry=leave',
      'tab /pages/workbench/workbench',
    ])
  })

  test('says nothing of the workbench when that cannot be had', async () => {
    const answer: Answerer = ({ body }) =>
      body.action === 'content' ? refused('UNAVAILABLE')() : asZhangsan()
    const { page } = await openAndStart({ answer })
    await settle()
    expect(page.data().state).toBe('ready')
    expect(page.text()).not.toMatch(/我能用的|停一下/)
  })

  test('leads from a badge that could not be confirmed to the page that helps', async () => {
    const { page, phone } = await openAndStart({ stored: stored() })
    await page.fire('.note', 'tap')
    expect(phone.did.opened).toEqual(['/pages/help/help'])
  })

  test('asks for the privacy consent of WeChat before it copies, and says that it did not', async () => {
    const { page, phone } = await open({ host: 'wechat', privacy: 'refuses' })
    await page.fire('#refusal >>> .act', 'tap')
    await settle()
    expect(phone.did.copied).toEqual([])
    expect(phone.did.toasts).toEqual(['没有复制'])
  })

  test('is larger for whoever reads large', async () => {
    const { page } = await open({ fontSize: 22 })
    expect(page.data().looks).toBe('page text-huge')
    expect(page.html()).toMatch(/class="[^"]*text-huge/)
  })

  test('stops listening when it is closed', async () => {
    const { page } = await open({ answer: asZhangsan })
    page.close()
    page.call('onRefresh')
    await settle()
    await settle()
    expect(page.data().state).toBe('loading')
  })
})
