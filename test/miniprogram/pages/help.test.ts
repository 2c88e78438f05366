import { adminText, timeWithZone } from '../../../miniprogram/pages/help/help-words'
import { FAILURE_CODES } from '../../../miniprogram/services/failure-kinds'
import { createTranslate } from '../../../miniprogram/services/i18n'
import { openPage, settle, usePhone } from '../../support/mini-program'
import { NOON, signedIn, zhangsan } from '../fixtures/employees'
import { createPhone } from '../fixtures/phone'

type Options = Parameters<typeof createPhone>[0]

async function open(options: Options = {}) {
  const phone = createPhone(options)
  usePhone(phone.wx)
  const page = await openPage('pages/help/help')
  return { page, phone }
}

/** Opens it after something went wrong. */
async function openAfter(error: object, options: Options = {}) {
  const phone = createPhone({ answer: () => ({ ok: false, error }), ...options })
  usePhone(phone.wx)
  const badge = await openPage('pages/badge/badge')
  badge.call('onRefresh')
  await settle()
  await settle()
  const page = await openPage('pages/help/help', { keepServices: true })
  return { page, phone }
}

const busy = { code: 'WECOM_BUSY', message: '', retry: 'later', traceId: 'trace-7' }

describe('the help page', () => {
  test('is calm while nothing is wrong, and answers what is often asked', async () => {
    const { page } = await open()
    expect(page.text()).toContain('现在一切正常')
    expect(page.text()).toContain('姓名、部门或职务不对')
    expect(page.find('.copy')).toBeUndefined()
    expect(page.find('.again')).toBeUndefined()
  })

  test('says what went wrong in words for the employee, and in numbers for the administrator', async () => {
    const { page } = await openAfter(busy)
    expect(page.find('.what')?.dom.textContent).toBe('企业微信现在很忙')
    expect(page.find('.next')?.dom.textContent).toBe('请过一会儿再试')
    expect(page.find('#admin')).toBeDefined()
    expect(page.text()).toMatch(/错误编号WECOM_BUSY追踪编号trace-7时间\d{4}-\d\d-\d\d/)
  })

  test('copies all of it with one tap', async () => {
    const details = { errcode: 60020, address: '203.0.113.7' }
    const { page, phone } = await openAfter({ ...busy, code: 'IP_NOT_TRUSTED', details })
    await page.fire('.copy', 'tap')
    await settle()
    const [copied = ''] = phone.did.copied
    for (const part of ['IP_NOT_TRUSTED', 'trace-7', '60020', '203.0.113.7', '企业可信 IP']) {
      expect(copied).toContain(part)
    }
  })

  test('tries again, and goes back once all is well', async () => {
    const replies: object[] = [
      { ok: false, error: busy },
      { ok: false, error: busy },
    ]
    const answer = () => replies.shift() ?? { ok: true, data: signedIn(zhangsan, Date.now()) }
    const { page, phone } = await openAfter(busy, { answer })
    await page.fire('.again', 'tap')
    await settle()
    expect(phone.did.opened).toEqual([])
    expect(page.find('.what')?.dom.textContent).toBe('企业微信现在很忙')
    await page.fire('.again', 'tap')
    for (let turn = 0; turn < 4; turn += 1) await settle()
    expect(phone.did.opened).toEqual(['back'])
  })

  test('stays, and is calm, where there is no page to go back to', async () => {
    const replies: object[] = [{ ok: false, error: busy }]
    const answer = () => replies.shift() ?? { ok: true, data: signedIn(zhangsan, Date.now()) }
    const { page, phone } = await openAfter(busy, { answer })
    let refusals = 0
    // A call without callbacks would be a promise that nobody hears of when it is rejected.
    phone.wx.navigateBack = ({ fail }: { fail?(): void } = {}) => {
      if (!fail) throw new Error('nobody hears that navigateBack failed')
      refusals += 1
      fail()
    }
    await page.fire('.again', 'tap')
    for (let turn = 0; turn < 4; turn += 1) await settle()
    expect(refusals).toBe(1)
    expect(page.text()).toContain('现在一切正常')
  })

  test('is calm again once WeCom has confirmed the person', async () => {
    const replies: object[] = [{ ok: false, error: busy }]
    const answer = () => replies.shift() ?? { ok: true, data: signedIn(zhangsan, Date.now()) }
    const phone = createPhone({ answer })
    usePhone(phone.wx)
    const badge = await openPage('pages/badge/badge')
    badge.call('onRefresh')
    await settle()
    await settle()
    badge.call('onRefresh')
    for (let turn = 0; turn < 4; turn += 1) await settle()
    const page = await openPage('pages/help/help', { keepServices: true })
    expect(page.text()).toContain('现在一切正常')
  })

  test('has an answer without a network as well', async () => {
    const { page } = await openAfter({}, { answer: () => undefined })
    expect(page.text()).toContain('连不上网络')
    expect(page.text()).toContain('追踪编号没有')
  })

  test('speaks English to a client that does', async () => {
    const { page } = await openAfter(busy, { language: 'en' })
    expect(page.text()).toContain('Error number')
  })
})

describe('what is sent to the administrator', () => {
  test.each(FAILURE_CODES)('about %s has its number, in both languages', (code) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const failure = { code, retry: 'no', traceId: 'trace-7' } as const
      const text = adminText(
        { failure, at: NOON },
        'wecom',
        createTranslate(() => language),
      )
      expect(text).toContain(code)
      expect(text).not.toMatch(/undefined|null|\{/)
    }
  })

  test('names nobody, whatever is known of the person and whatever else came along', async () => {
    const details = { errcode: 60020, userId: 'zhangsan', mobile: '13800000000' }
    const badge = { version: 1, badge: { ...zhangsan, confirmedAt: NOON } }
    const { page, phone } = await openAfter({ ...busy, details }, { stored: { badge } })
    await page.fire('.copy', 'tap')
    await settle()
    expect(phone.did.copied[0]).toContain('60020')
    expect(phone.did.copied[0]).not.toMatch(/zhangsan|张三|13800000000|启明/)
  })

  test('has a time that can be found in a log of any time zone', () => {
    const words = timeWithZone(NOON)
    expect(words).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d$/)
    const [date = '', time = '', zone = ''] = words.split(' ')
    expect(Date.parse(`${date}T${time}${zone}`)).toBe(NOON)
  })
})
