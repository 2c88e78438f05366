import type { Browser, Page } from 'playwright-core'
import { describeInChromium, launchChromium } from '../../support/chromium'
import { callWx, openPhone, openWatched } from './browser'
import { serveWithNeighbours, type Neighbours } from './stand-ins'
import { FIXTURE } from './temporary-app'

describeInChromium('what wx.qy gives of a person', () => {
  let browser: Browser
  let neighbours: Neighbours
  let page: Page

  beforeAll(async () => {
    neighbours = await serveWithNeighbours({ root: FIXTURE, appName: '工牌' })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await neighbours.close()
  })
  const open = async (query = '') => {
    ;({ page } = await openWatched(browser))
    await openPhone(
      page,
      `${neighbours.url}/phone?as=lisi&host=wecom&page=pages/calls/calls${query}`,
    )
    neighbours.setExchanged(true)
  }
  afterEach(() => page.context().close())

  const sheet = () => page.getByRole('dialog')
  const given = () => ({
    getMobile: { encryptedData: 'sealed mobile', iv: 'iv' },
    getEmail: { encryptedData: 'sealed email', iv: 'iv' },
    getAvatar: { avatar: `${neighbours.url}/picture/0` },
    getQrCode: { qrCode: `${neighbours.url}/picture/0` },
  })
  const calls = [
    ['getMobile', '获取你的手机号', 'Get your mobile number'],
    ['getEmail', '获取你的邮箱', 'Get your mail address'],
    ['getAvatar', '获取你的头像', 'Get your picture'],
    ['getQrCode', '获取你的个人二维码', 'Get your personal QR code'],
  ] as const

  test.each(calls)('%s: asked each time by name, and given when allowed', async (name, what) => {
    await open()
    for (let time = 1; time <= 2; time += 1) {
      const answer = callWx(page, `qy.${name}`)
      expect(await sheet().innerText()).toMatch(
        new RegExp(`^工牌 申请\\s+${what}\\s+拒绝\\s+允许$`),
      )
      await sheet().getByText('允许').click()
      expect(await answer).toEqual({ errMsg: `qy.${name}:ok`, ...given()[name] })
    }
    expect(await sheet().count()).toBe(0)
  })

  test.each(calls)('%s: refused, in the language of the phone', async (name, _zh, what) => {
    await open('&lang=en')
    const answer = callWx(page, `qy.${name}`)
    expect(await sheet().innerText()).toMatch(
      new RegExp(`^工牌 asks to\\s+${what}\\s+Deny\\s+Allow$`),
    )
    await sheet().getByText('Deny').click()
    const reason = /Avatar|QrCode/.test(name) ? { fail_reason: 'auth deny' } : {}
    expect(await answer).toEqual({ errMsg: `qy.${name}:fail auth deny`, ...reason })
  })

  test('pictures are shown before they are given', async () => {
    await open()
    const answer = callWx(page, 'qy.getAvatar')
    expect(await sheet().locator('img').getAttribute('src')).toBe(`${neighbours.url}/picture/0`)
    await sheet().getByText('拒绝').click()
    await answer
  })

  test('nobody is asked for what they have no session for', async () => {
    await open()
    neighbours.setExchanged(false)
    const reason = 'no session or expired'
    expect(await callWx(page, 'qy.getMobile')).toEqual({ errMsg: `qy.getMobile:fail ${reason}` })
    expect(await callWx(page, 'qy.getAvatar')).toEqual({
      errMsg: `qy.getAvatar:fail ${reason}`,
      fail_reason: reason,
    })
    expect(await sheet().count()).toBe(0)
  })
})
