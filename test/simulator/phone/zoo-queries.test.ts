import { describeInChromium } from '../../support/chromium'
import { openZoo, type Zoo } from './zoo-page'

describeInChromium('queries in the zoo', () => {
  let zoo: Zoo
  beforeAll(async () => {
    zoo = await openZoo()
    await zoo.open('pages/queries/queries')
  })
  afterAll(() => zoo.close())
  const query = (steps: string) =>
    zoo.ask<unknown[]>(`new Promise((done) => wx.createSelectorQuery().${steps}.exec(done))`)

  test('boundingClientRect counts from the corner of the page', async () => {
    const [rect] = await query('select("#first").boundingClientRect()')
    expect(rect).toEqual({
      ...{ id: 'first', dataset: { n: '1' } },
      ...{ left: 7, top: 5, right: 107, bottom: 35, width: 100, height: 30 },
    })
  })
  test('selectAll, several questions at once, and what is not there', async () => {
    const [all, none, nobody] = await query(
      'selectAll(".item").fields({ dataset: true, size: true }).select("#none").boundingClientRect().selectAll(".none").boundingClientRect()',
    )
    expect(all).toEqual([
      { dataset: { n: '1' }, width: 100, height: 30 },
      { dataset: { n: '2' }, width: 390, height: 10 },
    ])
    expect([none, nobody]).toEqual([null, []])
  })
  test('fields: mark, computedStyle and properties', async () => {
    const [first, second, field] = await query(
      'select("#first").fields({ mark: true }).select("#first").fields({ computedStyle: ["marginLeft", "display"] }).select("#field").fields({ properties: ["value", "none"] })',
    )
    expect(first).toEqual({ mark: { m: 1 } })
    expect(second).toEqual({ marginLeft: '7px', display: 'block' })
    expect(field).toEqual({ value: 'typed' })
  })
  test('scrollOffset of a scroll-view and of the page', async () => {
    await zoo.page.locator('.page-scroller').evaluate((view) => view.scrollTo(0, 30))
    const [view, page] = await query(
      'select("#view").scrollOffset().selectViewport().scrollOffset()',
    )
    expect(view).toMatchObject({ id: 'view', scrollTop: 20, scrollLeft: 0, scrollHeight: 200 })
    expect(page).toMatchObject({ scrollTop: 30, scrollLeft: 0 })
    await zoo.page.locator('.page-scroller').evaluate((view) => view.scrollTo(0, 0))
  })
  test('selectViewport', async () => {
    const [page] = await query('selectViewport().boundingClientRect()')
    expect(page).toMatchObject({ left: 0, top: 0, width: 390, height: 753 })
  })
  test('in(component), and this.createSelectorQuery inside it', async () => {
    const [inside, outside] = await query(
      'in(page.selectComponent("#plain")).select(".inside").boundingClientRect().select("#first").boundingClientRect()',
    )
    expect(inside).toMatchObject({ width: 40, height: 20, left: 0 })
    expect(outside).toBeNull()
    expect(await zoo.ask('page.selectComponent("#plain").measure()')).toEqual(inside)
  })
  test('a component’s export', async () => {
    expect(await zoo.ask('page.selectComponent("#box")')).toEqual({ exported: 'boxed' })
  })
  test('a question may have an answer of its own', async () => {
    const width = await zoo.ask(
      'new Promise((done) => wx.createSelectorQuery().select("#first").boundingClientRect(({ width }) => done(width)).exec())',
    )
    expect(width).toBe(100)
  })

  describe('intersections', () => {
    const observe = (make: string) =>
      zoo.ask(
        `void (app.seen = [], app.observer = ${make}, app.observer.observe("#far", (status) => app.seen.push(status)))`,
      )

    test('createIntersectionObserver tells when something comes into the page', async () => {
      await observe('wx.createIntersectionObserver().relativeToViewport({ bottom: 10 })')
      await zoo.page.evaluate(() => new Promise(requestAnimationFrame))
      expect(await zoo.ask('app.seen.length')).toBe(0)
      await zoo.page.locator('.page-scroller').evaluate((view) => view.scrollTo(0, 99999))
      await zoo.until('app.seen.length > 0')
      const seen = await zoo.ask<Record<string, unknown>>('app.seen.at(-1)')
      expect(seen).toMatchObject({
        id: 'far',
        dataset: { far: 'yes' },
        intersectionRatio: 1,
        boundingClientRect: { left: 0, width: 390, height: 40 },
        intersectionRect: { left: 0, width: 390, height: 40 },
        relativeRect: { top: 0, left: 0 },
      })
    })
    test('disconnect', async () => {
      await zoo.ask('void (app.observer.disconnect(), app.seen.splice(0))')
      await zoo.page.locator('.page-scroller').evaluate((view) => view.scrollTo(0, 0))
      await zoo.page.evaluate(() => new Promise(requestAnimationFrame))
      expect(await zoo.ask('app.seen.length')).toBe(0)
    })
    test('thresholds, of a component or a page given by name', async () => {
      await observe(
        'wx.createIntersectionObserver(page, { thresholds: [0.5] }).relativeToViewport()',
      )
      await zoo.page.locator('.page-scroller').evaluate((view) => view.scrollTo(0, 99999))
      await zoo.until('app.seen.length === 1')
    })
  })
})
