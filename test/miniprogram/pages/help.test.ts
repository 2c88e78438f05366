import { adminText, timeWithZone } from '../../../miniprogram/pages/help/help-words'
import { FAILURE_CODES } from '../../../miniprogram/services/failure-kinds'
import { createTranslate } from '../../../miniprogram/services/i18n'
import { openPage, settle, usePhone } from '../../support/mini-program'
import { NOON } from '../fixtures/employees'
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

  test('tries again, and goes back to the page that it helped', async () => {
    const { page, phone } = await openAfter(busy)
    const before = phone.did.requests.length
    await page.fire('.again', 'tap')
    await settle()
    await settle()
    expect(phone.did.requests.length).toBeGreaterThan(before)
    expect(phone.did.opened).toEqual(['back'])
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
  test.each(FAILURE_CODES)('about %s names nobody, in no language', (code) => {
    for (const language of ['zh-CN', 'en'] as const) {
      const failure = { code, retry: 'no', traceId: 'trace-7' } as const
      const text = adminText(
        { failure, at: NOON },
        'wecom',
        createTranslate(() => language),
      )
      expect(text).toContain(code)
      expect(text).not.toMatch(/undefined|null|\{|zhangsan/)
    }
  })

  test('has a time that can be found in a log of any time zone', () => {
    const words = timeWithZone(NOON)
    expect(words).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d\d:\d\d$/)
    const [date = '', time = '', zone = ''] = words.split(' ')
    expect(Date.parse(`${date}T${time}${zone}`)).toBe(NOON)
  })
})
