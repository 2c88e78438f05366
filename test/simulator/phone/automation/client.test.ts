/** The client that Tencent publishes for WeChat DevTools, unmodified, drives the phone. */
import type { Browser, Page } from 'playwright-core'
import { describeInChromium, launchChromium } from '../../../support/chromium'
import {
  serveDrivenPhone,
  type AutomatorElement,
  type AutomatorPage,
  type DrivenPhone,
  type MiniProgram,
} from './driven-phone'

describeInChromium('the automator client on the phone', () => {
  let browser: Browser
  let phone: DrivenPhone
  let shown: Page
  let mini: MiniProgram
  let page: AutomatorPage

  beforeAll(async () => {
    browser = await launchChromium()
    phone = await serveDrivenPhone(browser)
    shown = (await phone.open()).page
    mini = await phone.connect()
  })
  afterAll(async () => {
    mini.disconnect()
    await phone.close()
    await browser.close()
  })
  beforeEach(async () => {
    await mini.callWxMethod('reLaunch', { url: '/pages/home/home' })
    await mini.evaluate(() => void (getApp() as unknown as App).globalData.events.splice(0))
    page = await currentPage()
  })

  const currentPage = async () => {
    const current = await mini.currentPage()
    if (current === undefined) throw new Error('no page is open')
    return current
  }
  const find = async <Kind = AutomatorElement>(
    selector: string,
    from: { $(selector: string): Promise<AutomatorElement | null> } = page,
  ): Promise<Kind> => {
    const element = await from.$(selector)
    if (element === null) throw new Error(`there is no ${selector}`)
    return element as Kind
  }
  const events = (): Promise<string[]> =>
    mini.evaluate(() => (getApp() as unknown as App).globalData.events.slice())

  interface App {
    globalData: { events: string[] }
  }
  interface Custom extends AutomatorElement {
    data(path?: string): Promise<unknown>
    setData(data: object): Promise<void>
    callMethod(method: string, ...values: unknown[]): Promise<unknown>
  }
  interface Field extends AutomatorElement {
    input(text: string): Promise<void>
  }

  test('a page says where it is, and which pages lie under it', async () => {
    expect(page.path).toBe('pages/home/home')
    expect((await mini.pageStack()).map(({ path }) => path)).toEqual(['pages/home/home'])
  })

  test('elements are found by id, class, tag, attribute and place', async () => {
    expect(await (await find('#state')).text()).toMatch(/^visit \d+$/)
    expect(await page.$$('.item')).toHaveLength(2)
    expect((await find('button')).tagName).toBe('button')
    expect(await (await find('view.item:nth-child(4)')).attribute('class')).toBe('item')
    expect(await page.$('.nowhere')).toBeNull()
    expect(await page.$$('form switch')).toHaveLength(1)
  })

  test('a tap counts, and one on what is disabled does not', async () => {
    await (await find('#count')).tap()
    expect(await page.data('count')).toBe(1)
    expect(await (await find('#count')).text()).toContain('点击 1')
    await (await find('#disabled')).tap()
    expect(await page.data('count')).toBe(1)
  })

  test('input types as a person would', async () => {
    await (await find<Field>('#note')).input('备注')
    expect(await page.data('note')).toBe('备注')
    expect(await (await find('#note')).value()).toBe('备注')
  })

  test('what a page knows can be read and changed, and its methods called', async () => {
    expect(await page.data('list[1].name')).toBe('王五')
    await page.setData({ count: 7, 'list[0].name': '李四四' })
    expect(await (await find('.item')).text()).toBe('1. 李四四')
    await page.callMethod('onCount')
    expect(await page.data('count')).toBe(8)
    await expect(page.callMethod('nothing')).rejects.toThrow('nothing is not a method')
  })

  test('a component is seen into only by itself, as on a phone', async () => {
    expect(await page.$('.name')).toBeNull()
    const card = await find<Custom>('#card')
    expect(card.constructor.name).toBe('CustomElement')
    expect(await (await find('.name', card)).text()).toBe('张三')
    // What the page puts into its slots is the page's.
    expect(await card.$('.muted')).toBeNull()
    expect(await (await find('.muted')).text()).toBe('in the footer')
  })

  test('a component has data, properties and methods', async () => {
    const card = await find<Custom>('#card')
    expect(await card.property('userid')).toBe('zs')
    await expect(card.property('nothing')).rejects.toThrow('card.nothing not exists')
    await card.setData({ name: '赵六' })
    expect(await (await find('.name', card)).text()).toBe('赵六')
    await card.callMethod('onTap')
    await (await find('.card', card)).tap()
    expect(await card.data('clicks')).toBe(2)
    expect(await events()).toEqual(expect.arrayContaining(['select zs', 'select zs']))
  })

  test('WXML has the mini program’s own names', async () => {
    const card = await find('#card')
    const inner =
      '<view class="card"><text class="name">张三</text><text class="id">ZS · 研发 / 平台</text>' +
      '<text class="muted">in the footer</text><text>in the middle</text></view>'
    expect(await card.wxml()).toBe(inner)
    expect(await card.outerWxml()).toBe(`<card id="card">${inner}</card>`)
    expect(await page.getElementsByXpath('//card//text[@class="name"]')).toHaveLength(1)
    expect(await (await page.xpath('//view[@class="item"][2]'))?.text()).toBe('2. 王五')
  })

  test('sizes, places and styles are those of the page', async () => {
    const logo = await find('#logo')
    expect(await logo.size()).toEqual({ width: 52, height: 52 })
    expect(await logo.style('height')).toBe('52px')
    expect(await logo.style('background-color')).toBe('rgba(0, 0, 0, 0)')
    await page.setData({ tall: true })
    const before = await logo.offset()
    await mini.pageScrollTo(100)
    expect(await page.scrollTop()).toBe(100)
    expect(await logo.offset()).toEqual(before)
    expect((await page.size()).width).toBe(390)
  })

  test('controls answer as to a finger', async () => {
    await (await find('#switch')).tap()
    await (await find('#tea')).tap()
    await (await find('#big')).tap()
    await (await find('#submit')).tap()
    expect(await events()).toEqual(
      expect.arrayContaining([
        'switch true',
        'likes tea,coffee',
        `submit ${JSON.stringify({ who: '张三', on: true, likes: ['tea', 'coffee'], size: 'big' })}`,
      ]),
    )
  })

  test('an event can be sent with a detail of its own', async () => {
    await (await find('#card')).trigger('select', { userid: 'sent' })
    await (await find('#note')).dispatchEvent({ eventName: 'input', detail: { value: 'told' } })
    expect(await events()).toContain('select sent')
    expect(await page.data('note')).toBe('told')
  })

  // The client waits for three seconds after each of its own navigations.
  test('pages come and go by all five ways', async () => {
    const detail = await mini.navigateTo('/pages/detail/detail?id=7')
    expect([detail?.path, detail?.query]).toEqual(['pages/detail/detail', { id: '7' }])
    expect(await mini.pageStack()).toHaveLength(2)
    expect((await mini.navigateBack())?.path).toBe('pages/home/home')
    for (const [way, path] of [
      ['redirectTo', 'pages/zoo/zoo'],
      ['switchTab', 'pages/me/me'],
      ['reLaunch', 'pages/home/home'],
    ] as const) {
      await mini.callWxMethod(way, { url: `/${path}` })
      expect((await currentPage()).path).toBe(path)
    }
    await expect(page.data()).rejects.toThrow('not open any more')
    await expect(mini.navigateTo('/pages/nowhere')).rejects.toThrow('is not found')
  })

  test('wx is called with and without callbacks, and a refusal says why', async () => {
    await mini.callWxMethod('setStorageSync', 'key', { deep: [1] })
    expect(await mini.callWxMethod('getStorage', { key: 'key' })).toMatchObject({
      data: { deep: [1] },
    })
    expect(await mini.systemInfo()).toMatchObject({ environment: 'wxwork', SDKVersion: '2.14.1' })
    expect(await mini.callWxMethod('request', { url: `${phone.url}/phone` })).toMatchObject({
      statusCode: 200,
    })
    await expect(mini.callWxMethod('getStorage', { key: 'none' })).rejects.toThrow(
      'getStorage:fail data not found',
    )
    await expect(mini.callWxMethod('scanCode')).rejects.toThrow('wx.scanCode does not exist')
    await expect(mini.callPluginWxMethod('plugin', 'getStorage')).rejects.toThrow('plugins')
  })

  test('a call of wx is replaced until it is restored', async () => {
    await mini.mockWxMethod('getStorageSync', 'replaced')
    expect(await mini.evaluate(() => wx.getStorageSync('visits'))).toBe('replaced')
    await mini.mockWxMethod(
      'getStorageSync',
      function (this: { origin(key: string): unknown }, key: string, more: string) {
        return `${String(this.origin(key))} ${key} ${more}`
      },
      'more',
    )
    expect(await mini.evaluate(() => wx.getStorageSync('visits'))).toMatch(/^\d+ visits more$/)
    await mini.restoreWxMethod('getStorageSync')
    expect(await mini.evaluate(() => wx.getStorageSync('visits'))).toEqual(expect.any(Number))
  })

  test('a replaced call answers callbacks and promises, with success and with failure', async () => {
    const ask = () =>
      mini.evaluate(
        () =>
          new Promise((resolve) =>
            wx.showModal({
              title: 'sure?',
              success: (result) => resolve(['success', result]),
              fail: (failure) => resolve(['fail', failure]),
            }),
          ),
      )
    await mini.mockWxMethod('showModal', { confirm: true, cancel: false })
    expect(await ask()).toEqual(['success', { confirm: true, cancel: false }])
    expect(await mini.callWxMethod('showModal', {})).toEqual({ confirm: true, cancel: false })
    await mini.mockWxMethod('showModal', { errMsg: 'showModal:fail told to' })
    expect(await ask()).toEqual(['fail', { errMsg: 'showModal:fail told to' }])
    await expect(mini.callWxMethod('showModal', {})).rejects.toThrow('showModal:fail told to')
    await mini.restoreWxMethod('showModal')
    await mini.mockWxMethod('scanCode', { result: 'scanned' })
    expect(await mini.callWxMethod('scanCode', {})).toEqual({ result: 'scanned' })
    await mini.restoreWxMethod('scanCode')
    await expect(mini.callWxMethod('scanCode', {})).rejects.toThrow('does not exist')
  })

  test('functions of the test run in the mini program, and the other way round', async () => {
    expect(await mini.evaluate((a: number, b: number) => a + b, 2, 3)).toBe(5)
    expect(await mini.evaluate(() => Promise.resolve(getCurrentPages().length))).toBe(1)
    await expect(mini.evaluate('not a function (')).rejects.toThrow()
    await expect(mini.evaluate('1')).rejects.toThrow('functionDeclaration is not a function')
    await expect(
      mini.evaluate(() => {
        throw new Error('from inside')
      }),
    ).rejects.toThrow('from inside')
    let tell: (values: unknown[]) => void = () => undefined
    const heard = new Promise<unknown[]>((resolve) => (tell = resolve))
    await mini.exposeFunction('tellTest', (...values: unknown[]) => tell(values))
    await mini.evaluate('() => tellTest(1, { two: 2 })')
    expect(await heard).toEqual([1, { two: 2 }])
  })

  test('functions of the test find what the mini program has, and no browser', async () => {
    const found = await mini.evaluate(() =>
      ['document', 'window', 'fetch', 'localStorage'].map(
        (name) => typeof (globalThis as unknown as Record<string, unknown>)[name],
      ),
    )
    expect(found).toEqual(Array(4).fill('undefined'))
    expect(await mini.evaluate('() => typeof document + typeof location')).toBe(
      'undefinedundefined',
    )
    expect(await mini.evaluate('function () { return String(this) }')).toBe('undefined')
    expect(await mini.evaluate('() => typeof getApp + typeof wx')).toBe('functionobject')
  })

  test('what is printed and thrown is heard', async () => {
    const printed = new Promise((resolve) => mini.on('console', resolve))
    const thrown = new Promise((resolve) => mini.on('exception', resolve))
    await mini.evaluate(() => {
      console.warn('printed', { deep: true })
      setTimeout(() => {
        throw new RangeError('thrown later')
      })
    })
    expect(await printed).toEqual({ type: 'warn', args: ['printed', { deep: true }] })
    expect(await thrown).toMatchObject({
      message: 'thrown later',
      stack: expect.stringContaining('RangeError'),
    })
  })

  test('the client presses what lies outside the page', async () => {
    await mini.evaluate(() => {
      wx.showModal({
        title: 'sure?',
        success: ({ cancel }) => (getApp() as unknown as App).globalData.events.push(`${cancel}`),
      })
    })
    await mini.native().cancelModal()
    expect(await events()).toContain('true')
    await expect(mini.native().confirmModal()).rejects.toThrow('no dialog')
    await mini.native().switchTab({ url: '/pages/me/me' })
    expect((await currentPage()).path).toBe('pages/me/me')
    await mini.native().goHome()
    expect((await currentPage()).path).toBe('pages/home/home')
    await expect(mini.native().closePaymentDialog()).rejects.toThrow('not simulated')
  })

  test('a picture is a PNG of the phone', async () => {
    const picture = Buffer.from(String(await mini.screenshot()), 'base64')
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([390, 844])
  })

  test.each([
    ['testAccounts', () => mini.testAccounts()],
    ['getTicket', () => mini.getTicket()],
    ['stopAudits', () => mini.stopAudits()],
    ['remote', () => mini.remote()],
  ])('%s is said not to be simulated', async (_, ask) => {
    await expect(ask()).rejects.toThrow('is not simulated in the preview')
  })

  test('closing puts the mini program into the background and leaves the page', async () => {
    const closing = await phone.connect()
    await closing.close()
    expect(await events()).toContain('home hide')
    await expect(closing.currentPage()).rejects.toThrow()
    expect((await currentPage()).path).toBe('pages/home/home')
  })

  test('a phone that is loaded again answers the same client, about what it shows now', async () => {
    const before = await find('#state')
    await shown.goto(`${phone.url}/phone?page=pages/zoo/zoo`)
    page = await currentPage()
    expect(page.path).toBe('pages/zoo/zoo')
    expect(await (await find('#inc')).text()).toBe('included 1')
    expect(await events()).toContain('launch pages/zoo/zoo 1119')
    await expect(before.text()).rejects.toThrow('the element is not there any more')
  })
})
