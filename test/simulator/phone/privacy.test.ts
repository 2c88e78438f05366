import type { Browser, Page } from 'playwright-core'
import { describeInChromium, launchChromium } from '../../support/chromium'
import { callWx, openPhone, openWatched, until } from './browser'
import { serveWithNeighbours, type Neighbours } from './stand-ins'
import { smallestApp, temporaryApp, type TemporaryApp } from './temporary-app'

const REFUSED = { errMsg: 'getClipboardData:fail privacy permission is not authorized', errno: 104 }
const GIVEN = { errMsg: 'getClipboardData:ok', data: '' }

describeInChromium('privacy authorisation in WeChat', () => {
  let browser: Browser
  let neighbours: Neighbours
  let app: TemporaryApp
  let page: Page
  let printed: string[]

  beforeAll(async () => {
    app = temporaryApp(
      smallestApp({
        'pages/a/a.wxml': `
          <button id="agree" open-type="agreePrivacyAuthorization" bindagreeprivacyauthorization="hear">同意</button>
          <button id="both" open-type="getPhoneNumber|agreePrivacyAuthorization" bindgetphonenumber="hear">手机号</button>
          <button id="number" open-type="getPhoneNumber" bindgetphonenumber="hear">手机号</button>
          <view id="heard">{{heard}}</view>`,
        'pages/a/a.ts':
          "Page({ data: { heard: '' }, hear({ detail }) { this.setData({ heard: JSON.stringify(detail) }) } })",
      }),
    )
    neighbours = await serveWithNeighbours({ root: app.root, appName: '工牌' })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await neighbours.close()
    app.remove()
  })
  beforeEach(async () => {
    ;({ page, printed } = await openWatched(browser))
    await page.clock.install({ time: 0 })
  })
  afterEach(() => page.context().close())

  const open = (query = '') =>
    openPhone(page, `${neighbours.url}/phone?as=lisi&host=wechat${query}`)
  const sheet = () => page.getByRole('dialog')
  const heard = () => page.textContent('#heard')
  const needs = async () => (await callWx(page, 'getPrivacySetting')).needAuthorization
  /** Listens as a page does, keeping what it was given at hand. */
  const listen = () =>
    page.evaluate(
      'wx.onNeedPrivacyAuthorization((resolve, event) => { globalThis.asked = { resolve, event } })',
    )
  const resolveWith = (answer: object) =>
    page.evaluate(`globalThis.asked.resolve(${JSON.stringify(answer)})`)
  const referrer = async () => {
    await until(page, 'globalThis.asked !== undefined')
    return page.evaluate('globalThis.asked.event.referrer')
  }

  test('names the contract, and whether it must still be agreed to', async () => {
    await open()
    expect(await callWx(page, 'getPrivacySetting')).toEqual({
      errMsg: 'getPrivacySetting:ok',
      needAuthorization: true,
      privacyContractName: '《工牌小程序隐私保护指引》',
    })
  })

  test('without a declared guide there is nothing to agree to, and what is private is shut', async () => {
    await open('&privacy=undeclared')
    expect(await callWx(page, 'getPrivacySetting')).toEqual({
      errMsg: 'getPrivacySetting:ok',
      needAuthorization: false,
      privacyContractName: '',
    })
    for (const [name, options] of [
      ['setClipboardData', { data: 'x' }],
      ['getClipboardData', {}],
    ] as const)
      expect(await callWx(page, name, options)).toEqual({
        errMsg: `${name}:fail api scope is not declared in the privacy agreement`,
        errno: 112,
      })
    expect(await callWx(page, 'requirePrivacyAuthorize')).toEqual({
      errMsg: 'requirePrivacyAuthorize:ok',
    })
    expect((await callWx(page, 'openPrivacyContract')).errMsg).toMatch(/^openPrivacyContract:fail /)
  })

  test('WeChat asks by itself, once for calls that come together, and remembers the person', async () => {
    await open()
    const answers = [callWx(page, 'getClipboardData'), callWx(page, 'requirePrivacyAuthorize')]
    await sheet().getByText('用户隐私保护提示').waitFor()
    expect(await sheet().count()).toBe(1)
    await sheet().getByText('同意', { exact: true }).click()
    expect(await Promise.all(answers)).toEqual([GIVEN, { errMsg: 'requirePrivacyAuthorize:ok' }])
    await page.evaluate('wx.clearStorageSync()')
    await page.reload()
    await open()
    expect(await needs()).toBe(false)
    await openPhone(page, `${neighbours.url}/phone?as=zhangsan&host=wechat`)
    expect(await needs()).toBe(true)
  })

  test('who refused is left alone for ten seconds, and refused', async () => {
    await open()
    await page.clock.pauseAt(3_600_000)
    const answer = callWx(page, 'getClipboardData')
    await sheet().getByText('拒绝').click()
    expect(await answer).toEqual(REFUSED)
    await page.clock.fastForward(9_000)
    expect(await callWx(page, 'getClipboardData')).toEqual(REFUSED)
    await page.clock.fastForward(1_000)
    const again = callWx(page, 'getClipboardData')
    await sheet().getByText('同意', { exact: true }).click()
    expect(await again).toEqual(GIVEN)
  })

  test('the contract opens from WeChat’s sheet and from the call, and closes again', async () => {
    await open('&lang=en')
    expect(await callWx(page, 'openPrivacyContract')).toEqual({ errMsg: 'openPrivacyContract:ok' })
    await page.getByLabel('Back').click()
    const answer = callWx(page, 'requirePrivacyAuthorize')
    await sheet().getByText('工牌 Privacy Guidelines').click()
    expect(await page.textContent('.contract p')).toContain('The preview does not have it.')
    await page.getByLabel('Back').click()
    await sheet().getByText('Agree', { exact: true }).click()
    expect(await answer).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' })
  })

  test('a listener of the mini program asks in its own way, by its own button', async () => {
    await open()
    await listen()
    const answer = callWx(page, 'getClipboardData')
    expect(await referrer()).toBe('getClipboardData')
    expect(await sheet().count()).toBe(0)
    await resolveWith({ event: 'exposureAuthorization' })
    await page.click('#agree')
    expect(await heard()).toBe('{"errMsg":"agreePrivacyAuthorization:ok"}')
    await resolveWith({ event: 'agree', buttonId: 'agree' })
    expect(await answer).toEqual(GIVEN)
  })

  test('an agreement without its button counts as none', async () => {
    await open()
    await listen()
    const answer = callWx(page, 'getClipboardData')
    await referrer()
    await resolveWith({ event: 'agree', buttonId: 'agree' })
    expect(await answer).toEqual(REFUSED)
    expect(printed.join()).toContain('button "agree" was tapped')
    expect(await needs()).toBe(true)
  })

  test('the listener says no, and is asked again the next time', async () => {
    await open()
    await listen()
    for (let time = 1; time <= 2; time += 1) {
      await page.evaluate('globalThis.asked = undefined')
      const answer = callWx(page, 'getClipboardData')
      await referrer()
      await resolveWith({ event: 'disagree' })
      expect(await answer).toEqual(REFUSED)
    }
  })

  test('the button alone is an agreement', async () => {
    await open()
    await page.click('#agree')
    expect(await needs()).toBe(false)
    expect(await callWx(page, 'getClipboardData')).toEqual(GIVEN)
  })

  test('a button for the phone number is asked for too, or brings the agreement along', async () => {
    await open()
    await page.click('#number')
    await sheet().getByText('拒绝').click()
    await until(page, "document.querySelector('#heard').textContent !== ''")
    expect(JSON.parse((await heard()) ?? '')).toEqual({
      errMsg: 'getPhoneNumber:fail privacy permission is not authorized',
      errno: 104,
    })
    await page.click('#both')
    await until(page, "document.querySelector('#heard').textContent.includes('not simulated')")
    expect(await needs()).toBe(false)
  })

  test('WeCom knows nothing of it: the clipboard is open, the button mute', async () => {
    await openPhone(page, `${neighbours.url}/phone?as=lisi&host=wecom&privacy=undeclared`)
    expect(
      await page.evaluate('[wx.getPrivacySetting, wx.canIUse("openPrivacyContract")]'),
    ).toEqual([undefined, false])
    expect(await callWx(page, 'setClipboardData', { data: 'ok' })).toEqual({
      errMsg: 'setClipboardData:ok',
    })
    expect(await page.getByRole('status').textContent()).toBe('内容已复制')
    expect(await callWx(page, 'getClipboardData')).toMatchObject({ data: 'ok' })
    await page.click('#agree')
    expect(await heard()).toBe('')
  })
})
