import type { Browser, Page } from 'playwright-core'
import { callsOf } from '../../../simulator/phone/platform'
import { describeInChromium, launchChromium } from '../../support/chromium'
import { openPhone, openWatched } from './browser'
import { openFramed } from './framed'
import { serveWithNeighbours, type Neighbours } from './stand-ins'
import { FIXTURE } from './temporary-app'

describeInChromium('the device', () => {
  let browser: Browser
  let neighbours: Neighbours
  let page: Page
  let printed: string[]

  beforeAll(async () => {
    neighbours = await serveWithNeighbours({ root: FIXTURE })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await neighbours.close()
  })
  afterEach(() => page.context().close())

  const open = async (query: string, viewport = { width: 1000, height: 900 }) => {
    ;({ page, printed } = await openWatched(browser, viewport))
    await openPhone(page, `${neighbours.url}/phone?as=zhangsan&page=pages/calls/calls&${query}`)
  }
  const system = () => page.evaluate('wx.getSystemInfoSync()') as Promise<Record<string, unknown>>
  const boxOf = async (selector: string) => (await page.locator(selector).boundingBox())!

  test.each([
    [320, { pixelRatio: 2, statusBarHeight: 20, model: 'iPhone SE' }],
    [375, { pixelRatio: 2, statusBarHeight: 20, platform: 'ios' }],
    [390, { pixelRatio: 3, statusBarHeight: 47, model: 'iPhone 14' }],
    [430, { pixelRatio: 3, statusBarHeight: 59, platform: 'ios' }],
    [768, { pixelRatio: 1, statusBarHeight: 0, platform: 'windows' }],
  ])('%d points wide: drawn so, and told so', async (width, told) => {
    await open(`width=${width}`)
    expect(await system()).toMatchObject({ screenWidth: width, windowWidth: width, ...told })
    expect((await boxOf('.phone')).width).toBe(width)
    const { y } = await boxOf('.navigation-bar')
    expect(y).toBe(told.statusBarHeight)
    const { height } = await boxOf('.pages')
    expect(await system()).toMatchObject({ screenHeight: 900, windowHeight: height })
    const capsule = await boxOf('.capsule')
    const left = (await boxOf('.phone')).x
    expect(await page.evaluate('wx.getMenuButtonBoundingClientRect()')).toEqual({
      width: capsule.width,
      height: capsule.height,
      top: capsule.y,
      bottom: capsule.y + capsule.height,
      left: capsule.x - left,
      right: capsule.x + capsule.width - left,
    })
  })

  test('as wide as its window where nobody chose', async () => {
    await open('', { width: 340, height: 700 })
    expect(await system()).toMatchObject({ windowWidth: 340, screenHeight: 700 })
  })

  test('on a desktop WeCom lacks more, WeChat nothing', async () => {
    const onPhonesOnly = [...callsOf('wecom').keys()].filter(
      (name) => !callsOf('wecom', true).has(name),
    )
    expect(onPhonesOnly).toContain('onNetworkStatusChange')
    const there = `${JSON.stringify(onPhonesOnly)}.filter((name) => wx[name] !== undefined || wx.canIUse(name))`
    await open('host=wecom&width=768')
    expect(await page.evaluate(there)).toEqual([])
    expect(printed.join()).toContain(
      'wx.onNetworkStatusChange does not exist in WeCom on a desktop',
    )
    for (const query of ['host=wechat&width=768', 'host=wecom&width=430']) {
      await page.context().close()
      await open(query)
      expect(await page.evaluate(there)).toEqual(onPhonesOnly)
    }
  })

  test('larger text is told and grows the client’s own bar; the page stays as it is', async () => {
    const textOf = (selector: string) =>
      page.locator(selector).evaluate((node) => getComputedStyle(node).fontSize)
    await open('host=wechat')
    const before = await textOf('#calls')
    expect([await system(), await textOf('.navigation-title')]).toMatchObject([
      { fontSizeSetting: 17 },
      '17px',
    ])
    await page.context().close()
    await open('host=wechat&font=23.8')
    expect([await system(), await textOf('.navigation-title')]).toMatchObject([
      { fontSizeSetting: 23.8 },
      '20px',
    ])
    expect(await page.evaluate('wx.getAppBaseInfo().fontSizeScaleFactor')).toBeCloseTo(1.4)
    expect(await textOf('#calls')).toBe(before)
  })

  describe('its look, changed from the page around it', () => {
    const colours = `[
      getComputedStyle(document.querySelector('#calls')).color,
      getComputedStyle(document.querySelector('.navigation-bar')).backgroundColor,
      wx.getSystemInfoSync().theme]`
    const LIGHT = ['rgb(34, 34, 34)', 'rgb(255, 255, 255)', 'light']
    const DARK = ['rgb(221, 221, 221)', 'rgb(16, 20, 24)', 'dark']
    const openThere = async (host: string) => {
      ;({ page } = await openWatched(browser))
      return openFramed(page, neighbours.url, `as=zhangsan&page=pages/calls/calls&host=${host}`)
    }

    test('WeChat follows at once, tells who listens, and keeps what a page set itself', async () => {
      const phone = await openThere('wechat')
      await phone.evaluate('globalThis.heard = []; wx.onThemeChange((event) => heard.push(event))')
      expect(await phone.evaluate(colours)).toEqual(LIGHT)
      await phone.tell({ theme: 'dark' })
      expect(await phone.evaluate(colours)).toEqual(DARK)
      await phone.tell({ theme: 'dark' })
      await phone.tell({ theme: 'light' })
      expect(await phone.evaluate(colours)).toEqual(LIGHT)
      expect(await phone.evaluate('heard')).toEqual([{ theme: 'dark' }, { theme: 'light' }])
      await phone.evaluate(
        `wx.setNavigationBarColor({ frontColor: '#000000', backgroundColor: '#00ff00' })`,
      )
      await phone.tell({ theme: 'dark' })
      expect(await phone.evaluate(colours)).toEqual([DARK[0], 'rgb(0, 255, 0)', 'dark'])
    })

    test('what a page says of itself is its own in every theme', async () => {
      const phone = await openThere('wechat')
      await phone.evaluate(
        `new Promise((success) => wx.navigateTo({ url: '/pages/detail/detail', success }))`,
      )
      await phone.tell({ theme: 'dark' })
      expect(await phone.evaluate(colours)).toEqual([DARK[0], LIGHT[1], 'dark'])
      await phone.evaluate(`new Promise((success) => wx.navigateBack({ success }))`)
      expect(await phone.evaluate(colours)).toEqual(DARK)
    })

    test('WeCom does not, and has no call for it', async () => {
      const phone = await openThere('wecom')
      await phone.tell({ theme: 'dark' })
      expect(await phone.evaluate(colours)).toEqual(LIGHT)
      expect(await phone.evaluate('wx.onThemeChange')).toBeUndefined()
    })
  })
})
