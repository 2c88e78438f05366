import type { Browser, Page } from 'playwright-core'
import { describeInChromium, launchChromium } from '../../support/chromium'
import { openPhone, openWatched, type Watched } from './browser'
import { serveWithNeighbours, type Neighbours } from './stand-ins'
import { FIXTURE } from './temporary-app'

describeInChromium('a mini program in the phone', () => {
  let browser: Browser
  let neighbours: Neighbours
  let watched: Watched
  let page: Page

  beforeAll(async () => {
    neighbours = await serveWithNeighbours({ root: FIXTURE })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await neighbours.close()
  })

  const open = async (path: string) => {
    watched = await openWatched(browser)
    page = watched.page
    await openPhone(page, `${neighbours.url}/phone?page=${path}`)
  }
  const textOf = async (selector: string) =>
    ((await page.textContent(selector)) ?? '').replace(/\s+/g, ' ').trim()
  const styleOf = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property)
  const events = () => page.evaluate('getApp().globalData.events.slice()') as Promise<string[]>

  describe('pages and their life', () => {
    beforeEach(() => open('pages/home/home'))
    afterEach(() => page.context().close())

    test('the app and the page live in WeChat’s order', async () => {
      await page.waitForFunction('getApp().globalData.events.includes("home ready")')
      expect(await events()).toEqual([
        'launch pages/home/home 1119',
        'app show',
        'observed zs',
        'card attached',
        'home load {}',
        'card page show',
        'home show',
        'home ready',
      ])
    })
    test('a tap leads to another page with its query, and back', async () => {
      await page.click('.item >> nth=0')
      expect(await textOf('#id')).toBe('detail of lisi')
      expect(await textOf('.navigation-title')).toBe('详情 lisi')
      await page.click('.navigation-back')
      await page.waitForSelector('#state:visible')
      expect(await textOf('.navigation-title')).toBe('首页')
      expect(await events()).toEqual(expect.arrayContaining(['home hide', 'detail unload']))
    })
    test('navigator opens a page by a relative path', async () => {
      await page.click('#go')
      expect(await textOf('#id')).toBe('detail of nav')
    })
    test('tabs keep their pages; a Component() page has both kinds of life', async () => {
      await page.click('.tab >> nth=1')
      await page.waitForSelector('text=visits=1')
      await page.click('.tab >> nth=0')
      await page.waitForSelector('#state:visible')
      await page.click('.tab >> nth=1')
      const mine = (await events()).filter((event) => event.startsWith('me '))
      expect(mine).toEqual([
        'me attached',
        'me load',
        'me lifetimes show',
        'me show',
        'me tab tapped',
        'me lifetimes show',
        'me show',
        'me tab tapped',
      ])
    })
    test('100vh ends at the tab bar, and fixed boxes do not scroll away', async () => {
      await page.evaluate('getCurrentPages()[0].setData({ tall: true })')
      const pageHeight = await page.locator('.pages').evaluate((node) => node.clientHeight)
      const box = async (selector: string) => page.locator(selector).first().boundingBox()
      expect((await box('.tall'))?.height).toBe(pageHeight)
      const before = await box('.fixed')
      await page
        .locator('.page-scroller')
        .first()
        .evaluate((node) => node.scrollTo(0, 300))
      expect(await box('.fixed')).toEqual(before)
      expect(before?.y).toBe(91)
    })
    test('pull-down refresh calls the page', async () => {
      await page.click('.tab >> nth=1')
      await page.mouse.move(200, 200)
      await page.mouse.down()
      await page.mouse.move(200, 400, { steps: 4 })
      await page.mouse.up()
      expect(await events()).toContain('me pulled')
    })
    test('an error in the mini program reaches App.onError', async () => {
      await page.evaluate('setTimeout(() => { throw new Error("broken on purpose") })')
      await page.waitForFunction('getApp().globalData.events.some((e) => e.startsWith("error"))')
      expect((await events()).at(-1)).toContain('broken on purpose')
    })
  })

  describe('built-in components', () => {
    beforeAll(() => open('pages/home/home'))
    afterAll(() => page.context().close())

    test('input tells what is typed', async () => {
      await page.fill('#note input', '你好')
      expect(await textOf('#echo')).toBe('你好')
    })
    test('a button counts taps and shows that it is pressed', async () => {
      const box = await page.locator('#count').boundingBox()
      await page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 10)
      await page.mouse.down()
      await page.waitForFunction(
        () => getComputedStyle(document.querySelector('#count')!).opacity === '0.25',
      )
      await page.mouse.up()
      expect(await textOf('#count')).toBe('点击 1')
    })
    test('a disabled button swallows the tap, also for what is around it', async () => {
      await page.click('#disabled', { force: true })
      expect(await textOf('#count')).toBe('点击 1')
      expect(await events()).not.toContain('around')
    })
    test('catchtap stops the tap; a toast shows', async () => {
      await page.click('#catch')
      expect(await textOf('.toast')).toBe('caught')
      expect(await events()).not.toContain('around')
    })
    test('a component tells its page by an event, and uses slots, WXS and a behavior', async () => {
      await page.click('text=ZS · 研发 / 平台')
      expect(await events()).toContain('select zs')
      expect(await textOf('#card')).toMatch(/clicked 1.*in the footer.*in the middle/)
    })
    test(':host and rpx style a component', async () => {
      expect(await styleOf('#card', 'display')).toBe('block')
      expect(await styleOf('#card', 'margin-top')).toBe('8.32px')
    })
    test('an image of the mini program is loaded', async () => {
      await page.waitForFunction(
        () => document.querySelector<HTMLImageElement>('#logo img')?.naturalWidth === 40,
      )
      expect(await styleOf('#logo', 'width')).toBe('52px')
    })
    test('switch, label, checkbox and radio answer taps, and the form gathers them', async () => {
      await page.click('#switch')
      await page.click('#tea')
      await page.click('#big')
      await page.click('#submit')
      expect(await events()).toEqual(
        expect.arrayContaining([
          'switch true',
          'likes tea,coffee',
          'submit {"who":"张三","on":true,"likes":["tea","coffee"],"size":"big"}',
        ]),
      )
    })
    test('rich-text draws what is harmless', async () => {
      expect(await textOf('#rich')).toBe('rich text')
      expect(await page.locator('#rich script, #rich [onclick]').count()).toBe(0)
      expect(await page.evaluate('globalThis.broken')).toBeUndefined()
    })
  })
})
