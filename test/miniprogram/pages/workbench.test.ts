import type { WorkbenchContent } from '../../../typings/api'
import { openPage, settle, usePhone } from '../../support/mini-program'
import { NOON, signedIn, zhangsan } from '../fixtures/employees'
import { createPhone } from '../fixtures/phone'

type Options = Parameters<typeof createPhone>[0]
type Answerer = NonNullable<NonNullable<Options>['answer']>

const content: WorkbenchContent = {
  groups: [
    {
      title: '日常',
      entries: [
        {
          id: 'leave',
          title: '请假',
          note: '年假余额',
          target: { url: 'https://oa.example.com/' },
        },
        { id: 'me', title: '我的资料', target: { page: 'pages/me/me' } },
        { id: 'help', title: '帮助', target: { page: 'pages/help/help' } },
      ],
    },
  ],
  notices: [{ id: 'welcome', title: '工牌上线了', text: '从工作台打开', publishedAt: NOON }],
}
const answering =
  (reply: object): Answerer =>
  ({ body }) =>
    body.action === 'content' ? reply : { ok: true, data: signedIn(zhangsan, Date.now()) }
const good = answering({ ok: true, data: content })
const refused = (code: string) => ({
  ok: false,
  error: { code, message: '', retry: 'later', traceId: 'trace-5' },
})

async function open(options: Options = {}) {
  const phone = createPhone({ answer: good, ...options })
  usePhone(phone.wx)
  const page = await openPage('pages/workbench/workbench')
  return { page, phone }
}

async function openAndStart(options: Options = {}) {
  const opened = await open(options)
  // The app confirms who it is as soon as it comes to the front.
  opened.page.call('onPullDownRefresh')
  for (let turn = 0; turn < 4; turn += 1) await settle()
  return opened
}

describe('the workbench page', () => {
  test('is a skeleton of tiles while nobody knows', async () => {
    const { page, phone } = await open()
    expect(page.data().state).toBe('loading')
    expect(page.find('#skeleton >>> .tile')).toBeDefined()
    expect(phone.did.requests).toEqual([])
  })

  test('shows notices and entries of the one who is signed in', async () => {
    const { page } = await openAndStart()
    expect(page.text()).toMatch(/通知.*工牌上线了.*从工作台打开.*日常.*请假.*年假余额.*我的资料/s)
    expect(page.find('.empty')).toBeUndefined()
  })

  test('says so when there is nothing for this person', async () => {
    const { page } = await openAndStart({
      answer: answering({ ok: true, data: { groups: [], notices: [] } }),
    })
    expect(page.text()).toContain('这里还没有你的内容')
  })

  test('says what is wrong when the content cannot be had, and tries again at a tap', async () => {
    const replies = [refused('UNAVAILABLE'), { ok: true, data: content }]
    const answer: Answerer = (asked) => answering(replies[0] ?? {})(asked)
    const { page, phone } = await openAndStart({ answer })
    expect(page.data().state).toBe('contentFailed')
    expect(page.text()).toContain('工牌服务暂时停一下')
    await page.fire('#refusal >>> .admin', 'tap')
    await settle()
    expect(phone.did.copied[0]).toContain('UNAVAILABLE · trace-5')
    replies.shift()
    await page.fire('#refusal >>> .act', 'tap')
    await settle()
    await settle()
    expect(page.text()).toContain('请假')
  })

  test('keeps what it shows when it cannot be brought up to date, and leads to help', async () => {
    let reply: object = { ok: true, data: content }
    const { page, phone } = await openAndStart({ answer: (asked) => answering(reply)(asked) })
    reply = refused('WECOM_BUSY')
    page.call('onPullDownRefresh')
    for (let turn = 0; turn < 4; turn += 1) await settle()
    expect(page.text()).toMatch(/企业微信现在很忙怎么办.*请假/s)
    await page.fire('.note', 'tap')
    expect(phone.did.opened).toEqual(['/pages/help/help'])
  })

  test.each([
    ['MEMBER_LEFT', '你已经离开这家公司'],
    ['MEMBER_NOT_VISIBLE', '这个应用还没有对你开放'],
  ])('is closed to whom WeCom answers %s', async (code, words) => {
    const { page } = await openAndStart({ answer: () => refused(code) })
    expect(page.find('#refusal >>> .what')?.dom.textContent).toBe(words)
  })

  test('in plain WeChat says where to open it, and asks for nothing', async () => {
    const { page, phone } = await openAndStart({ host: 'wechat' })
    expect(page.data().state).toBe('outside')
    expect(phone.did.requests).toEqual([])
  })

  test.each([
    ['leave', '/pages/site/site?entry=leave'],
    ['me', 'tab /pages/me/me'],
    ['help', '/pages/help/help'],
  ])('the entry %s leads to %s', async (id, opened) => {
    const { page, phone } = await openAndStart()
    page.act('onOpen', { id })
    expect(phone.did.opened).toEqual([opened])
  })

  test('an entry that is not there leads nowhere', async () => {
    const { page, phone } = await openAndStart()
    page.act('onOpen', { id: 'gone' })
    expect(phone.did.opened).toEqual([])
  })

  test('speaks English to a client that does', async () => {
    const { page, phone } = await openAndStart({ language: 'en' })
    expect(phone.did.title).toBe('Workbench')
    expect(page.text()).toContain('Notices')
  })
})

describe('the page of a web address', () => {
  async function openMe() {
    const phone = createPhone({ answer: good, chooses: 2 })
    usePhone(phone.wx)
    return { page: await openPage('pages/me/me'), phone }
  }

  async function openSite(entry: string) {
    const { page: workbench, phone } = await openAndStart()
    expect(workbench.text()).toContain('请假')
    // The same mini program: its services stay, as they do on a phone.
    const page = await openPage('pages/site/site', { keepServices: true })
    page.load({ entry })
    return { page, phone }
  }

  test('shows the address of an entry that this person may see', async () => {
    const { page, phone } = await openSite('leave')
    expect(page.data().address).toBe('https://oa.example.com/')
    expect(phone.did.title).toBe('请假')
  })

  test('speaks the language of the moment, whatever it was when the mini program started', async () => {
    const { page: me, phone } = await openMe()
    me.act('onApp', { key: 'language' })
    const page = await openPage('pages/site/site', { keepServices: true })
    page.load({ entry: 'gone' })
    expect(page.text()).toContain('This entry is no longer there')
    expect(phone.did.title).toBe('Workbench')
  })

  test.each(['gone', 'me', '', 'https://evil.example.com'])(
    'shows nothing for %p',
    async (entry) => {
      const { page, phone } = await openSite(entry)
      expect(page.data().address).toBe('')
      expect(page.text()).toContain('这个入口已经不在了')
      await page.fire('#refusal >>> .act', 'tap')
      expect(phone.did.opened).toEqual(['tab /pages/workbench/workbench'])
    },
  )
})
