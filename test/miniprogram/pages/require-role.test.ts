import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRoot } from '../../../scripts/paths'
import type { Employee, WorkbenchContent } from '../../../typings/api'
import { NOON, lisi, signedIn, zhangsan } from '../fixtures/employees'
import { createPhone } from '../fixtures/phone'
import { openPage, settle, usePhone } from '../../support/mini-program'

type Options = Parameters<typeof createPhone>[0]

const PAGE = 'test/miniprogram/fixtures/role-page'
/** The mini program and the page beside it, as far apart as they are here: the compiler takes one folder. */
const root = mkdtempSync(join(tmpdir(), 'gongpai-role-page-'))
afterAll(() => rmSync(root, { recursive: true }))
for (const folder of ['miniprogram', PAGE]) {
  cpSync(inRoot(folder), join(root, folder), { recursive: true })
}

const notice = (title: string) => ({ id: title, title, text: '', publishedAt: NOON })
const content: WorkbenchContent = { groups: [], notices: [notice('消防演习')] }
const refused = (code: string, retry = 'no') => ({
  ok: false,
  error: { code, message: '', retry, traceId: 'trace-9' },
})

/** A company whose answers a test can change while the page is open. */
function createCompany(employee: Employee = zhangsan) {
  const company = {
    employee,
    reply: { ok: true, data: content } as object,
    identity: undefined as object | undefined,
    answer: ({ body }: { body: Record<string, unknown> }) => {
      if (body.action === 'content') return company.reply
      return company.identity ?? { ok: true, data: signedIn(company.employee, Date.now()) }
    },
  }
  return company
}

async function open(company = createCompany(), options: Options = {}, name = 'role-page') {
  const phone = createPhone({ answer: company.answer, ...options })
  usePhone(phone.wx)
  const page = await openPage(`${PAGE}/${name}`, { root })
  return { page, phone, company }
}

const quiet = async () => {
  for (let turn = 0; turn < 6; turn += 1) await settle()
}

async function openAndStart(...given: Parameters<typeof open>) {
  const opened = await open(...given)
  // The app confirms who it is as soon as it comes to the front.
  opened.page.call('onPullDownRefresh')
  await quiet()
  return opened
}

const asked = ({ did }: ReturnType<typeof createPhone>) => did.requests.map(({ action }) => action)

describe('a page with requireRole', () => {
  test('is a skeleton while nobody knows, and asks nothing', async () => {
    const { page, phone } = await open()
    expect(page.data().gate).toBe('loading')
    expect(page.find('#skeleton')).toBeDefined()
    expect(asked(phone)).toEqual([])
  })

  test('opens to whom the rule admits, and shows what the function answers', async () => {
    const { page, phone } = await openAndStart()
    expect(page.data().gate).toBe('open')
    expect(page.findAll('.title').map(({ dom }) => dom.textContent)).toEqual(['消防演习'])
    expect(asked(phone)).toEqual(['signIn', 'content'])
    expect(phone.did.title).toBe('工作台')
    expect(phone.did.pullDownsStopped).toBe(1)
  })

  test('keeps data and methods of its own', async () => {
    const { page, phone } = await openAndStart()
    page.call('onTell')
    expect(phone.did.toasts).toEqual(['工作台'])
    expect(page.data().own).toBe('own')
  })

  test('is closed to anybody else, who hears why, and asks nothing for them', async () => {
    const { page, phone } = await openAndStart(createCompany(lisi))
    expect(page.data()).toMatchObject({ gate: 'closed', content: null, employee: null })
    expect(page.text()).toContain('你还不能使用这一项')
    expect(page.find('.block')).toBeUndefined()
    expect(asked(phone)).toEqual(['signIn'])
    await page.fire('#refusal >>> .admin', 'tap')
    expect(phone.did.copied[0]).toContain('NOT_ALLOWED')
  })

  test('opens at a tap once the role has been given', async () => {
    const { page, company } = await openAndStart(createCompany(lisi))
    company.employee = { ...lisi, roles: ['安全员'] }
    company.identity = { ok: true, data: { employee: company.employee } }
    await page.fire('#refusal >>> .act', 'tap')
    await quiet()
    expect(page.text()).toContain('消防演习')
  })

  test('closes, and forgets what it showed, when the role is taken away', async () => {
    const { page, company } = await openAndStart()
    company.identity = { ok: true, data: { employee: { ...zhangsan, roles: [] } } }
    page.call('onPullDownRefresh')
    await quiet()
    expect(page.data()).toMatchObject({ gate: 'closed', content: null, employee: null })
    expect(page.text()).not.toContain('消防演习')
  })

  test('closes when the function refuses, whatever the rule says, and opens when it answers again', async () => {
    const { page, phone, company } = await openAndStart()
    company.reply = refused('NOT_ALLOWED')
    page.call('onPullDownRefresh')
    await quiet()
    expect(page.data()).toMatchObject({ gate: 'closed', content: null })
    expect(page.text()).toContain('你还不能使用这一项')
    expect(page.text()).not.toContain('消防演习')
    company.reply = { ok: true, data: content }
    await page.fire('#refusal >>> .act', 'tap')
    await quiet()
    expect(page.text()).toContain('消防演习')
    expect(asked(phone).slice(-2)).toEqual(['profile', 'content'])
  })

  test('keeps what it shows where it cannot be brought up to date, and says so', async () => {
    const { page, company } = await openAndStart()
    company.reply = refused('WECOM_BUSY', 'later')
    page.call('onPullDownRefresh')
    await quiet()
    expect(page.text()).toMatch(/企业微信现在很忙.*消防演习/s)
  })

  test('says what is wrong where there is nothing to show yet', async () => {
    const company = createCompany()
    company.reply = refused('UNAVAILABLE', 'later')
    const { page } = await openAndStart(company)
    expect(page.data().gate).toBe('closed')
    expect(page.text()).toContain('工牌服务暂时停一下')
  })

  test.each([
    [{ host: 'wechat' as const }, '请在企业微信里打开'],
    [{ answer: () => refused('MEMBER_LEFT') }, '你已经离开这家公司'],
  ])('without a badge says what every page says', async (options, words) => {
    const { page } = await openAndStart(createCompany(), options)
    expect(page.find('#refusal >>> .what')?.dom.textContent).toBe(words)
  })

  test('waits for WeCom before it closes to somebody whose stored badge has no such role', async () => {
    const stored = { badge: { version: 1, badge: { ...lisi, confirmedAt: Date.now() - 120_000 } } }
    const { page } = await open(createCompany({ ...lisi, roles: ['安全员'] }), { stored })
    expect(page.data().gate).toBe('loading')
    page.call('onPullDownRefresh')
    await quiet()
    expect(page.data().gate).toBe('open')
  })

  test('says what is wrong where WeCom could not be asked about such a badge, and tries again', async () => {
    const stored = { badge: { version: 1, badge: { ...lisi, confirmedAt: Date.now() - 120_000 } } }
    const company = createCompany({ ...lisi, roles: ['安全员'] })
    company.identity = refused('WECOM_BUSY', 'later')
    const { page } = await openAndStart(company, { stored })
    expect(page.data().gate).toBe('closed')
    expect(page.text()).toContain('企业微信现在很忙')
    company.identity = undefined
    await page.fire('#refusal >>> .act', 'tap')
    await quiet()
    expect(page.data().gate).toBe('open')
  })

  test('of a stored badge that cannot be confirmed shows nothing that the function does not answer', async () => {
    const badge = { ...zhangsan, confirmedAt: Date.now() - 120_000 }
    const stored = { badge: { version: 1, badge } }
    const { page } = await openAndStart(createCompany(), { stored, answer: () => undefined })
    expect(page.data()).toMatchObject({ gate: 'closed', content: null })
    expect(page.text()).toContain('连不上网络')
  })

  test('speaks the language of the moment, in its title as well', async () => {
    const { page, phone } = await openAndStart(undefined, { language: 'en' })
    expect(phone.did.title).toBe('Workbench')
    expect(page.data().content).toMatchObject({ heading: 'Notices' })
  })
})

test.each([
  ['zhangsan', zhangsan, '再试一次'],
  ['lisi', lisi, ''],
])('a page that asks nothing opens to %s as far as the rule says', async (_, employee, words) => {
  const { page, phone } = await openAndStart(createCompany(employee), {}, 'words-page')
  expect(page.text().trim()).toBe(words)
  expect(asked(phone)).toEqual(['signIn'])
})

describe('blocks of such a page', () => {
  // A slot that is not there leaves its content unattached, where a selector still finds it.
  const blocks = (text: string) => text.match(/leaders|guards|hr|odd|none|nobody/g)

  test('are shown by rules as texts and as objects, and none by a rule or a person that is not understood', async () => {
    const { page } = await openAndStart()
    expect(blocks(page.text())).toEqual(['leaders', 'guards'])
  })

  test('follow the person', async () => {
    const { page, company } = await openAndStart()
    const employee = { ...lisi, roles: ['安全员'] }
    company.identity = { ok: true, data: { employee } }
    page.call('onPullDownRefresh')
    await quiet()
    expect(blocks(page.text())).toEqual(['guards', 'hr'])
  })
})
