import type { Browser } from 'playwright-core'
import { createPhone, type Phone } from '../../../simulator/phone'
import { describeInChromium, launchChromium } from '../../support/chromium'
import { openPhone, openWatched } from './browser'
import { smallestApp, temporaryApp, type TemporaryApp } from './temporary-app'

const tab = (path: string) => ({
  [`${path}.json`]: '{ "usingComponents": {} }',
  [`${path}.wxml`]: `<view>${path}</view>`,
  [`${path}.ts`]: 'Page({ onShow() { this.getTabBar().setData({ selected: this.route }) } })',
})

const app = smallestApp({
  'app.json': JSON.stringify({
    pages: ['pages/a/a', 'pages/b/b', 'pages/c/c'],
    tabBar: {
      custom: true,
      list: [
        { pagePath: 'pages/a/a', text: 'A' },
        { pagePath: 'pages/b/b', text: 'B' },
      ],
    },
  }),
  ...tab('pages/a/a'),
  ...tab('pages/b/b'),
  'pages/c/c.wxml': '<view id="c">c</view>',
  'pages/c/c.ts': 'Page({ bar() { return this.getTabBar() } })',
  'custom-tab-bar/index.json': '{ "component": true }',
  'custom-tab-bar/index.wxml':
    '<view class="bar">{{selected}}<view wx:for="{{tabs}}" wx:key="*this" class="tab" data-url="{{item}}" bindtap="onTab">{{item}}</view></view>',
  'custom-tab-bar/index.wxss': '.bar { position: fixed; bottom: 0; width: 100%; height: 60px }',
  'custom-tab-bar/index.ts': `Component({
    data: { selected: '', tabs: ['/pages/a/a', '/pages/b/b'] },
    methods: { onTab({ currentTarget }) { wx.switchTab({ url: currentTarget.dataset.url }) } },
  })`,
})

describeInChromium('a tab bar in the zoo', () => {
  let browser: Browser
  let files: TemporaryApp
  let phone: Phone
  beforeAll(async () => {
    browser = await launchChromium()
    files = temporaryApp(app)
    phone = createPhone({ root: files.root, appId: 'wx1' })
  })
  afterAll(async () => {
    await browser.close()
    await phone.close()
    files.remove()
  })

  test('a custom tab bar: one for each tab page, found by getTabBar, and no other bar', async () => {
    expect((await phone.build()).problems).toEqual([])
    const { url } = await phone.listen()
    const { page, printed } = await openWatched(browser)
    await openPhone(page, `${url}/phone`)
    const bar = page.locator('wx-view[class*=bar]:visible')
    expect(await bar.innerText()).toMatch(/^pages\/a\/a/)
    expect(await bar.boundingBox()).toEqual({ x: 0, y: 844 - 60, width: 390, height: 60 })
    expect(await page.locator('nav.tab-bar:visible').count()).toBe(0)

    await bar.getByText('/pages/b/b').click()
    await page.getByText('pages/b/b', { exact: true }).first().waitFor()
    expect(await bar.innerText()).toMatch(/^pages\/b\/b/)

    await page.evaluate('wx.navigateTo({ url: "/pages/c/c" })')
    await page.waitForSelector('#c')
    expect(await bar.count()).toBe(0)
    expect(await page.evaluate('getCurrentPages().at(-1).bar()')).toBeNull()
    expect(printed).toEqual([])
  })
})
