import { describeInChromium } from '../../support/chromium'
import { openZoo, type Zoo } from './zoo-page'

const APP = 'rgb(4, 5, 6)'
const PAGE = 'rgb(7, 8, 9)'
const NONE = 'rgba(0, 0, 0, 0)'

describeInChromium('styles in the zoo', () => {
  let zoo: Zoo
  beforeAll(async () => {
    zoo = await openZoo()
  })
  afterAll(() => zoo.close())
  /** What reaches the element inside a component: colour from the app, ground from the page. */
  const reached = async (id: string) => [
    await zoo.style(`#${id} > wx-view`, 'color'),
    await zoo.style(`#${id} > wx-view`, 'background-color'),
  ]

  describe('on a page as it comes', () => {
    beforeAll(() => zoo.open('pages/styles/styles'))

    test('styleIsolation isolated: nothing reaches in or out', async () => {
      expect(await reached('isolated')).toEqual(['rgb(0, 0, 0)', NONE])
      expect(await zoo.style('#isolated > wx-view', 'font-weight')).toBe('700')
      expect(await zoo.style('#leak', 'color')).toBe('rgb(0, 0, 0)')
    })
    test.each([
      ['styleIsolation apply-shared in JSON', 'apply-json'],
      ['styleIsolation apply-shared in the script’s options', 'apply-js'],
      ['addGlobalClass', 'global-class'],
      ['styleIsolation shared in JSON', 'shared-json'],
      ['styleIsolation shared in the script’s options', 'shared-js'],
    ])('%s lets app and page in', async (_, id) => {
      expect(await reached(id)).toEqual([APP, PAGE])
    })
    test('styleIsolation shared reaches out, to the page and to components that let it in', async () => {
      expect(await zoo.style('#shared', 'text-align')).toBe('right')
      expect(await zoo.style('#shared-in-js', 'text-align')).toBe('center')
      expect(await zoo.style('#apply-json > wx-view', 'text-align')).toBe('right')
      expect(await zoo.style('#isolated > wx-view', 'text-align')).toBe('start')
    })
    test('externalClasses', async () => {
      expect(await zoo.style('#outside > wx-view', 'background-color')).toBe(PAGE)
    })
    test(':host', async () => {
      expect(await zoo.style('#host', 'padding-left')).toBe('5.2px')
    })
    test('virtualHost', async () => {
      expect(await zoo.page.locator('virtual, wx-virtual').count()).toBe(0)
      expect(await zoo.page.getByText('virtual', { exact: true }).count()).toBe(1)
    })
    test('the app’s classes, the page’s, and ids', async () => {
      expect(await zoo.style('#own', 'color')).toBe('rgb(1, 2, 3)')
      expect(await zoo.style('#own', 'background-color')).toBe(PAGE)
      expect(await zoo.style('#own', 'border-top-width')).toBe('2px')
    })
    test('rpx in sheets and in style attributes; vh is the page’s', async () => {
      const wide = await zoo.page.locator('#wide').boundingBox()
      const page = await zoo.page.locator('section.page').boundingBox()
      expect(wide?.width).toBe(390)
      expect(wide?.height).toBeCloseTo((page?.height ?? 0) / 2, 0)
      expect(await zoo.style('#inline', 'width')).toBe('195px')
    })
    test('child, :nth-child and ::after selectors', async () => {
      expect(await zoo.style('.list > wx-view', 'padding-left')).toBe('3px')
      const after = await zoo.page
        .locator('.list > wx-view >> nth=1')
        .evaluate((node) => getComputedStyle(node, '::after').content)
      expect(after).toBe('"after"')
    })
  })

  describe('on a page with styleIsolation page-isolated', () => {
    beforeAll(() => zoo.open('pages/styles/isolated'))

    test('page-isolated: without app.wxss, and its own styles stay with it', async () => {
      expect(await zoo.style('#own', 'color')).toBe('rgb(0, 0, 0)')
      expect(await zoo.style('#own', 'background-color')).toBe('rgb(7, 8, 10)')
      expect(await reached('apply-json')).toEqual(['rgb(0, 0, 0)', NONE])
    })
  })
})
