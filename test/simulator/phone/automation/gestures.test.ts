/** What a finger does to the phone when the automator client moves it. */
import type { Browser, Page } from 'playwright-core'
import { describeInChromium, launchChromium } from '../../../support/chromium'
import { smallestApp, temporaryApp } from '../temporary-app'
import {
  serveDrivenPhone,
  type AutomatorElement,
  type DrivenPhone,
  type MiniProgram,
} from './driven-phone'

const HEARD = ['tap', 'longpress', 'touchstart', 'touchmove', 'touchend']

const app = temporaryApp(
  smallestApp({
    'pages/a/a.wxml': `
      <view bindtap="around"><view id="a" ${HEARD.map((type) => `bind${type}="hear"`).join(' ')}>a</view></view>
      <scroll-view id="s" scroll-x scroll-y style="width: 100px; height: 100px" bindscroll="around"><view style="width: 300px; height: 400px" /></scroll-view>
      <textarea id="t" maxlength="3" model:value="{{text}}" /><input id="off" disabled />
      <swiper id="w" bindchange="moved"><swiper-item>1</swiper-item><swiper-item>2</swiper-item></swiper>
      <slider id="l" max="10" bindchange="moved" /><movable-view id="m" />`,
    'pages/a/a.ts': `Page({
      data: { heard: [], text: '' },
      hear({ type, touches = [], changedTouches = [{}] }) { this.add(type, touches.length, changedTouches[0].clientX) },
      around({ type, detail }) { this.add('around', type, typeof (detail.x ?? detail.scrollTop)) },
      moved({ detail }) { this.add('moved', detail.current ?? detail.value) },
      add(...values) { this.setData({ heard: [...this.data.heard, values.join(' ')] }) },
    })`,
  }),
)

describeInChromium('fingers of the automator client', () => {
  let browser: Browser
  let phone: DrivenPhone
  let shown: Page
  let mini: MiniProgram

  beforeAll(async () => {
    browser = await launchChromium()
    phone = await serveDrivenPhone(browser, { root: app.root })
  })
  afterAll(async () => {
    await phone.close()
    await browser.close()
    app.remove()
  })
  beforeEach(async () => {
    shown = (await phone.open()).page
    mini = await phone.connect()
  })
  afterEach(async () => {
    mini.disconnect()
    await shown.context().close()
  })

  const find = async <Kind = AutomatorElement>(selector: string) =>
    (await (await mini.currentPage())?.$(selector)) as unknown as Kind
  const heard = async () => (await (await mini.currentPage())?.data('heard')) as string[]
  const types = async () => (await heard()).map((line) => line.split(' ')[0])

  test('a tap is a touch and a tap, also for what is around it', async () => {
    await (await find('#a')).tap()
    expect(await heard()).toEqual([
      'touchstart 1 195',
      'touchend 0 195',
      'tap 1 195',
      'around tap number',
    ])
  })

  test('a long press is no tap', async () => {
    await (await find('#a')).longpress()
    expect(await types()).toEqual(['touchstart', 'longpress', 'touchend'])
  })

  test('a short press is a tap', async () => {
    const a = await find('#a')
    await a.touchstart()
    await a.touchend()
    expect(await types()).toEqual(['touchstart', 'touchend', 'tap', 'around'])
  })

  test('a finger that moves away presses nothing', async () => {
    const a = await find('#a')
    await a.touchstart({ touches: [{ clientX: 5, clientY: 5 }] })
    await a.touchmove({ touches: [{ clientX: 50, clientY: 5 }] })
    await a.touchend()
    expect(await heard()).toEqual(['touchstart 1 5', 'touchmove 1 50', 'touchend 0 195'])
  })

  test('a mouse still counts after the client’s touches', async () => {
    await (await find('#a')).longpress()
    await shown.click('#a')
    expect(await types()).toContain('around')
  })

  test('a scroll-view scrolls', async () => {
    interface ScrollView extends AutomatorElement {
      scrollTo(x: number, y: number): Promise<void>
      scrollWidth(): Promise<number>
      scrollHeight(): Promise<number>
    }
    const view = await find<ScrollView>('#s')
    await view.scrollTo(30, 40)
    expect([await view.property('scrollLeft'), await view.property('scrollTop')]).toEqual([30, 40])
    expect([await view.scrollWidth(), await view.scrollHeight()]).toEqual([300, 400])
    await shown.waitForFunction(() => getCurrentPages()[0]?.data['heard'].length > 0)
    expect(await heard()).toEqual(['around scroll number'])
  })

  test('no more is typed than fits, and nothing into what is disabled', async () => {
    interface Field extends AutomatorElement {
      input(text: string): Promise<void>
    }
    await (await find<Field>('#t')).input('12345')
    expect(await (await mini.currentPage())?.data('text')).toBe('123')
    await expect((await find<Field>('#off')).input('x')).rejects.toThrow('nothing can be typed')
  })

  test('a swiper and a slider go where they are sent, and no further', async () => {
    interface Moving extends AutomatorElement {
      swipeTo(index: number): Promise<void>
      slideTo(value: number): Promise<void>
      moveTo(x: number, y: number): Promise<void>
    }
    const [swiper, slider] = [await find<Moving>('#w'), await find<Moving>('#l')]
    await swiper.swipeTo(1)
    await slider.slideTo(7)
    expect(await heard()).toEqual(['moved 1', 'moved 7'])
    expect([await swiper.property('current'), await slider.value()]).toEqual([1, 7])
    await expect(swiper.swipeTo(2)).rejects.toThrow('the swiper has 2 items')
    await expect((await find<Moving>('#m')).moveTo(1, 1)).rejects.toThrow('not simulated')
  })
})
