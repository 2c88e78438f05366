import { describeInChromium } from '../../support/chromium'
import { openZoo, type Zoo } from './zoo-page'

describeInChromium('fingers in the zoo', () => {
  let zoo: Zoo
  beforeAll(async () => {
    zoo = await openZoo()
  })
  beforeEach(() => zoo.open('pages/gestures/gestures'))
  afterAll(() => zoo.close())
  const heard = () => zoo.ask<string[]>('page.heard.splice(0)')
  const at = async (selector: string) => {
    const { x, y } = (await zoo.page.locator(selector).boundingBox()) ?? { x: 0, y: 0 }
    return { x: x + 10, y: y + 10 }
  }
  const press = async (selector: string) => {
    const { x, y } = await at(selector)
    await zoo.page.mouse.move(x, y)
    await zoo.page.mouse.down()
    return { x, y }
  }

  test('touchstart, touchmove, touchend and tap, in this order', async () => {
    const { x, y } = await press('#pad')
    await zoo.page.mouse.move(x + 5, y)
    await zoo.page.mouse.up()
    expect(await heard()).toEqual(['touchstart', 'touchmove', 'touchend', 'tap'])
  })
  test('a finger that wanders is no tap', async () => {
    const { x, y } = await press('#pad')
    await zoo.page.mouse.move(x + 30, y)
    await zoo.page.mouse.move(x, y)
    await zoo.page.mouse.up()
    expect(await heard()).toEqual(['touchstart', 'touchmove', 'touchmove', 'touchend'])
  })
  test('a touch tells its place on the page, also on one that is scrolled', async () => {
    await zoo.page.locator('.page-scroller').evaluate((view) => view.scrollTo(0, 5))
    const { x, y } = await press('#pad')
    await zoo.page.mouse.up()
    const [touch, , tap] = await zoo.ask<Record<string, unknown>[]>('page.events')
    const finger = { identifier: 0, clientX: x, clientY: y - 91, pageX: x, pageY: y - 91 + 5 }
    expect(touch).toMatchObject({ detail: {}, touches: [finger], changedTouches: [finger] })
    expect(tap).toMatchObject({
      detail: { x: finger.pageX, y: finger.pageY },
      touches: [finger],
      changedTouches: [finger],
    })
  })
  test('target and currentTarget with dataset, id and place; marks of all around', async () => {
    await zoo.page.click('#inner')
    const event = (await zoo.ask<Record<string, unknown>[]>('page.events')).at(-1)
    expect(event).toMatchObject({
      type: 'tap',
      target: { id: 'inner', dataset: { name: 'inner' }, offsetLeft: 0 },
      currentTarget: { id: 'pad', dataset: { name: 'pad' } },
      mark: { outer: 1, inner: 2 },
    })
  })
  test('longpress, after which there is no tap', async () => {
    await press('#pad')
    await zoo.until('page.heard.includes("longpress")')
    await zoo.page.mouse.up()
    expect(await heard()).toEqual(['touchstart', 'longpress', 'longtap', 'touchend'])
  })
  test('longtap where nobody waits for longpress, and then the tap', async () => {
    await press('#plain')
    await zoo.until('page.heard.includes("longtap")')
    await zoo.page.mouse.up()
    expect(await heard()).toEqual(['longtap', 'tap'])
  })
  test('hover-class', async () => {
    await press('#pressed')
    await zoo.page.waitForSelector('#pressed[data-pressed]')
    expect(await zoo.style('#pressed', 'color')).toBe('rgb(9, 9, 9)')
    await zoo.page.mouse.up()
    await zoo.page.waitForSelector('#pressed:not([data-pressed])')
  })
  test('hover-stop-propagation', async () => {
    await press('#pressed')
    await zoo.page.waitForSelector('#around[data-pressed]')
    await zoo.page.mouse.up()
    await zoo.page.waitForSelector('#around:not([data-pressed])')
    await press('#alone')
    await zoo.page.waitForSelector('#alone[data-pressed]')
    expect(await zoo.page.locator('#around[data-pressed]').count()).toBe(0)
    await zoo.page.mouse.up()
  })
  test('bind, catch and capture-bind', async () => {
    await zoo.page.click('#bound')
    expect(await heard()).toEqual(['capture', 'bound', 'outer'])
    await zoo.page.click('#caught')
    expect(await heard()).toEqual(['capture', 'caught'])
  })
  test('capture-catch', async () => {
    await zoo.page.click('#never')
    expect(await heard()).toEqual(['capture'])
  })
  test('mut-bind', async () => {
    await zoo.page.click('#mut-inner')
    expect(await heard()).toEqual(['capture', 'inner mut', 'outer'])
  })
  test('an event of a component tells the component as its target, and a tap in it bubbles out', async () => {
    await zoo.page.click('#badge')
    expect(await heard()).toEqual(['picked {"id":7} badge', 'outer'])
  })
  test('animationstart and animationend', async () => {
    await zoo.ask('page.setData({ move: true })')
    await zoo.until('page.heard.includes("animationend")')
    expect(await heard()).toEqual(['animationstart', 'animationend'])
  })

  test('a finger of a touch screen does the same, and once', async () => {
    const devtools = await zoo.page.context().newCDPSession(zoo.page)
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    const { x, y } = await at('#pad')
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: object[]) =>
      devtools.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points as { x: number; y: number }[],
      })
    await touch('touchStart', [{ x, y }])
    await touch('touchEnd', [])
    await zoo.page.evaluate(() => new Promise(requestAnimationFrame))
    expect(await heard()).toEqual(['touchstart', 'touchend', 'tap'])
  })
  test('catchtouchmove keeps the page from scrolling', async () => {
    const devtools = await zoo.page.context().newCDPSession(zoo.page)
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true })
    const scrolled = () => zoo.page.locator('.page-scroller').evaluate((view) => view.scrollTop)
    const swipe = async (selector: string) => {
      const { x, y } = await at(selector)
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', up?: number) =>
        devtools.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: up === undefined ? [] : [{ x, y: y - up }],
        })
      await touch('touchStart', 0)
      for (const up of [20, 40, 60, 80]) await touch('touchMove', up)
      await touch('touchEnd')
    }
    await swipe('#locked')
    expect(await scrolled()).toBe(0)
    await swipe('#plain')
    expect(await scrolled()).toBeGreaterThan(20)
  })
})
