import { describeInChromium } from '../../support/chromium'
import { openZoo, type Zoo } from './zoo-page'

describeInChromium('lives in the zoo', () => {
  let zoo: Zoo
  beforeAll(async () => {
    zoo = await openZoo()
  })
  afterAll(() => zoo.close())
  const heard = () => zoo.ask<string[]>('app.heard.splice(0)')
  const home = async () => {
    await zoo.open('pages/life/life', '%3Fa=1%2520b')
    await zoo.until('app.heard.includes("ready")')
  }

  describe('app, pages and components', () => {
    beforeEach(home)

    test('the order of lives at launch', async () => {
      expect(await heard()).toEqual([
        'launch pages/life/life number',
        'app show',
        'component created',
        'count 1 to 2',
        'component attached one',
        'linked',
        'linked',
        'behavior attached',
        'own attached',
        'load {"a":"1%20b"} 1',
        'component page show one',
        'show',
        'component ready one',
        'ready',
      ])
    })
    test('a page that is left is hidden, and one that is closed unloaded', async () => {
      await heard()
      await zoo.ask('page.open()')
      await zoo.page.waitForSelector('#asked')
      expect(await heard()).toEqual(['component page hide one', 'hide'])
      await zoo.page.click('.navigation-back')
      await zoo.page.waitForSelector('#living:visible')
      expect(await heard()).toEqual(['second unload', 'component page show one', 'show'])
    })
    test('the event channel of navigateTo', async () => {
      await zoo.ask('page.open()')
      await zoo.until('page.data.asked === "asked"')
      expect(await zoo.text('#asked')).toBe('asked from life')
      expect(await zoo.ask('getCurrentPages()[0].data.said')).toBe('answered')
    })
    test('a page’s own window settings', async () => {
      await zoo.ask('page.open()')
      await zoo.page.waitForSelector('#asked')
      expect(await zoo.text('.navigation-title')).toBe('第二页')
      expect(await zoo.style('.navigation-bar', 'background-color')).toBe('rgb(18, 52, 86)')
    })
    test('a component that goes is detached, and one that moves is told', async () => {
      await zoo.ask('page.setData({ order: ["a", "b"] })')
      await zoo.until('app.heard.includes("component ready b")')
      await heard()
      await zoo.ask('page.setData({ order: ["b", "a"] })')
      await zoo.ask('page.setData({ there: false })')
      const lines = await heard()
      expect(lines.filter((line) => line.startsWith('component moved'))).toHaveLength(1)
      expect(lines).toContain('component detached one')
    })
    test('observers of fields, of paths, of whatever is below, and of properties', async () => {
      await heard()
      await zoo.ask(
        'page.selectComponent("#living").setData({ "deep.a.b": 2, "list[0]": 3, count: 2 })',
      )
      expect((await heard()).sort()).toEqual(['deep 2', 'list 3', 'somewhere deep'])
    })
    test('pure data are there for the code, and not for the template', async () => {
      expect(await zoo.ask('page.selectComponent("#living").data._pure')).toBe('pure')
      expect(await zoo.text('#living .living, #living > wx-view')).toBe('one 1 beforeinside')
    })
    test('an event that bubbles and is composed reaches what is around the component', async () => {
      await heard()
      await zoo.ask('page.selectComponent("#living").shout()')
      expect(await heard()).toEqual(['shout true living'])
    })
    test('selectOwnerComponent', async () => {
      expect(await zoo.ask('page.selectComponent("#living").owner()')).toBe('pages/life/life')
    })
    test('generics fall back to their default', async () => {
      expect(await zoo.text('#generic')).toBe('fallback')
    })
    test('relations: linked, getRelationNodes, unlinked', async () => {
      expect(await zoo.ask('page.selectComponent("#list").count()')).toBe(2)
      await heard()
      await zoo.ask('page.setData({ items: [1] })')
      expect(await heard()).toEqual(['unlinked'])
    })
    test('behaviors: lives of both, own methods and data first, objects merged', async () => {
      expect(
        await zoo.ask(
          '(({ data, whose }) => [whose(), data.from, data.shared])(page.selectComponent("#behaving"))',
        ),
      ).toEqual(['own', 'own', { first: 1, own: 1 }])
    })
    test('setData calls back when it is drawn', async () => {
      await heard()
      await zoo.ask('page.setTwice()')
      await zoo.until('app.heard.includes("drawn set")')
      expect(await zoo.text('#said')).toBe('set')
    })
    test('onPageScroll and onReachBottom', async () => {
      await heard()
      await zoo.page.locator('.page-scroller').evaluate((view) => view.scrollTo(0, 99999))
      await zoo.until('app.heard.includes("bottom")')
      expect(await zoo.ask('page.scrolledTo > 1000')).toBe(true)
    })
    test('pageScrollTo', async () => {
      await zoo.ask('wx.pageScrollTo({ scrollTop: 300, duration: 0 })')
      await zoo.until('page.scrolledTo === 300')
    })
    test('pull-down refresh, by hand and by call', async () => {
      await heard()
      await zoo.ask('wx.startPullDownRefresh()')
      await zoo.page.waitForSelector('.page.refreshing')
      await zoo.ask('wx.stopPullDownRefresh()')
      await zoo.page.waitForSelector('.page:not(.refreshing)')
      await zoo.page.mouse.move(200, 150)
      await zoo.page.mouse.down()
      await zoo.page.mouse.move(200, 400, { steps: 4 })
      await zoo.page.mouse.up()
      expect(await heard()).toEqual(['pull', 'pull'])
    })
    test('the app is hidden and shown with its page', async () => {
      await heard()
      await zoo.page.evaluate(() => {
        for (const hidden of [true, false]) {
          Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
          document.dispatchEvent(new Event('visibilitychange'))
        }
      })
      expect(await heard()).toEqual([
        ...['component page hide one', 'hide', 'app hide'],
        ...['app show', 'component page show one', 'show'],
      ])
    })
    test('redirectTo, reLaunch and the limit of ten pages', async () => {
      await heard()
      await zoo.ask('wx.redirectTo({ url: "/pages/second/second" })')
      await zoo.until('page.route === "pages/second/second"')
      expect(await heard()).toEqual([
        ...['unload', 'component detached one', 'unlinked', 'unlinked'],
      ])
      for (let depth = 1; depth < 10; depth += 1) {
        await zoo.ask('wx.navigateTo({ url: "/pages/second/second" })')
        await zoo.until(`getCurrentPages().length === ${depth + 1}`)
      }
      expect(
        await zoo.ask('wx.navigateTo({ url: "/pages/second/second" }).catch((e) => e.errMsg)'),
      ).toBe('navigateTo:fail webview count limit exceed')
      await zoo.ask('wx.reLaunch({ url: "/pages/life/life" })')
      await zoo.until('page.route === "pages/life/life"')
      expect(await zoo.ask('getCurrentPages().length')).toBe(1)
    })
  })

  describe('what goes wrong', () => {
    beforeEach(home)
    const place = () => zoo.text('.problem-place')

    test.each([
      ['in a timer', 'timer', 'error Error: broken here'],
      ['in a promise', 'promise', 'rejection let go'],
    ])('%s reaches the app, and is shown with its place', async (_, where, line) => {
      await zoo.ask(`page.breakAt("${where}")`)
      await zoo.page.waitForSelector('.problem-overlay')
      expect(await heard()).toContain(line)
      expect(await place()).toMatch(/^pages\/life\/life\.js:\d+:\d+$/)
      await zoo.page.click('.problem-dismiss')
      expect(await zoo.page.locator('.problem-overlay').count()).toBe(0)
    })
    test('in a handler reaches the app, and is shown with its place', async () => {
      await zoo.page.click('#breaks')
      await zoo.page.waitForSelector('.problem-overlay')
      expect(await place()).toMatch(/^pages\/life\/life\.js/)
      expect(await heard()).toContain('error Error: broken here')
    })
    test('a page that is not there', async () => {
      await zoo.open('pages/none/none')
      expect(await heard()).toContain('not found pages/none/none')
      expect(
        await zoo.ask('wx.navigateTo({ url: "/pages/none/none" }).catch((e) => e.errMsg)'),
      ).toBe('navigateTo:fail page "pages/none/none" is not found')
    })
  })

  describe('web-view', () => {
    const open = async (source: string) => {
      await home()
      await heard()
      await zoo.ask(`wx.navigateTo({ url: "/pages/web/web?src=${encodeURIComponent(source)}" })`)
      await zoo.until('page.route === "pages/web/web"')
    }

    test('web-view: fills the page, and tells that it has loaded', async () => {
      await open(`${zoo.url}/plain`)
      await zoo.until(`app.heard.includes(${JSON.stringify(`loaded ${zoo.url}/plain`)})`)
      const frame = await zoo.page.locator('wx-web-view iframe').boundingBox()
      const page = await zoo.page.locator('.page:visible').boundingBox()
      expect(frame).toEqual(page)
    })
    test('web-view: what the web page posts arrives when the page is left', async () => {
      await open(`${zoo.url}/plain`)
      await zoo.until(`app.heard.some((line) => line.startsWith("loaded"))`)
      const frame = zoo.page.frames().at(-1)
      await frame?.evaluate(() => {
        for (const data of [{ n: 1 }, { n: 2 }])
          window.parent.postMessage({ kind: 'miniProgram.postMessage', data }, '*')
        window.parent.postMessage('something else', '*')
      })
      await zoo.page.evaluate(() => new Promise(requestAnimationFrame))
      expect((await heard()).filter((line) => line.startsWith('message'))).toEqual([])
      await zoo.page.click('.navigation-back')
      await zoo.until('app.heard.includes("message [{\\"n\\":1},{\\"n\\":2}]")')
    })
    test('web-view: an address that nobody serves is an error', async () => {
      await open('http://127.0.0.1:1/nobody')
      await zoo.until('app.heard.includes("failed http://127.0.0.1:1/nobody")')
    })
  })
})
