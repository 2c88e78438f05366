import { describeInChromium } from '../../support/chromium'
import { openZoo, type Zoo } from './zoo-page'

describeInChromium('controls in the zoo', () => {
  let zoo: Zoo
  beforeAll(async () => {
    zoo = await openZoo()
    await zoo.open('pages/controls/controls')
  })
  afterAll(() => zoo.close())
  const heard = () => zoo.ask<string[]>('page.heard.splice(0)')
  const hears = (line: string) => zoo.until(`page.heard.includes(${JSON.stringify(line)})`)
  const box = async (selector: string) => {
    const found = await zoo.page.locator(selector).first().boundingBox()
    if (found === null) throw new Error(`${selector} is not drawn`)
    return found
  }
  const drag = async (selector: string, x: number, y: number) => {
    const { x: left, y: top, width, height } = await box(selector)
    await zoo.page.mouse.move(left + width / 2, top + height / 2)
    await zoo.page.mouse.down()
    await zoo.page.mouse.move(left + width / 2 + x, top + height / 2 + y, { steps: 5 })
    await zoo.page.mouse.up()
  }
  const shownAt = async (selector: string, index: number) =>
    (await box(`${selector} wx-swiper-item >> nth=${index}`)).x

  test('image', async () => {
    await hears('broken')
    expect(await zoo.page.isVisible('#broken img')).toBe(false)
    await hears('picture {"width":40,"height":20}')
    expect((await box('#picture')).height).toBe(30)
  })

  test('image: the modes that cut', async () => {
    expect(await zoo.style('#cut img', 'object-fit')).toBe('none')
    expect(await zoo.style('#cut img', 'object-position')).toBe('100% 100%')
  })

  describe('swiper', () => {
    test('swiper: current and dots', async () => {
      expect(await shownAt('#swiper', 0)).toBe(0)
      expect(await zoo.page.locator('#swiper .swiper-dots i').count()).toBe(3)
      expect(await zoo.style('#swiper .swiper-dots i.active', 'background-color')).toBe(
        'rgb(1, 1, 1)',
      )
      await zoo.ask('page.setData({ current: 1 })')
      await hears('finish {"current":1,"currentItemId":"b","source":""}')
      expect(await shownAt('#swiper', 1)).toBe(0)
      expect(await heard()).toContain('swiper {"current":1,"currentItemId":"b","source":""}')
    })
    test('swiper: a drag turns to the next, and back', async () => {
      await drag('#swiper', -200, 0)
      await hears('finish {"current":2,"currentItemId":"c","source":"touch"}')
      expect(await heard()).toContain('swiper {"current":2,"currentItemId":"c","source":"touch"}')
      expect(await zoo.ask('page.moved')).toBe(true)
      await drag('#swiper', 200, 0)
      await hears('finish {"current":1,"currentItemId":"b","source":"touch"}')
    })
    test('swiper: a short drag turns back, and is no tap', async () => {
      await heard()
      await drag('#swiper', -60, 0)
      await hears('finish {"current":1,"currentItemId":"b","source":"touch"}')
      expect(await heard()).toEqual(['finish {"current":1,"currentItemId":"b","source":"touch"}'])
    })
    test('swiper: an end holds, unless it is circular', async () => {
      await zoo.ask('page.setData({ current: 2 })')
      await hears('finish {"current":2,"currentItemId":"c","source":""}')
      await heard()
      await drag('#swiper', -250, 0)
      await hears('finish {"current":2,"currentItemId":"c","source":"touch"}')
      await zoo.ask('page.setData({ circular: true })')
      await drag('#swiper', -250, 0)
      await hears('finish {"current":0,"currentItemId":"a","source":"touch"}')
      expect(await shownAt('#swiper', 0)).toBe(0)
      expect(await shownAt('#swiper', 2)).toBe(-390)
    })
    test('swiper: autoplay', async () => {
      await heard()
      await zoo.ask('page.setData({ autoplay: true })')
      await hears('swiper {"current":1,"currentItemId":"b","source":"autoplay"}')
      await zoo.ask('page.setData({ autoplay: false })')
    })
    test('swiper: more items come in', async () => {
      await zoo.ask('page.setData({ slides: ["a", "b", "c", "d"] })')
      await zoo.page.waitForSelector('#swiper .swiper-dots i >> nth=3', { state: 'attached' })
    })
    test('swiper: of two on a circle the next comes from the right', async () => {
      await zoo.ask('page.setData({ two: 1 })')
      await hears('two {"dx":390,"dy":0}')
      await zoo.ask('page.setData({ two: 0 })')
      await zoo.until('page.heard.filter((line) => line.startsWith("two")).length === 2')
      expect(await zoo.ask('page.heard.filter((line) => line.includes("-390"))')).toEqual([])
    })
    test('swiper: vertical', async () => {
      await drag('#upright', 0, -100)
      await hears('upright {"current":1,"currentItemId":"","source":"touch"}')
    })
    test('swiper: several items at once, and margins', async () => {
      expect(await box('#pairs wx-swiper-item >> nth=1')).toMatchObject({ x: 200, width: 190 })
    })
  })

  test('slider', async () => {
    const field = zoo.page.locator('#slider input')
    await field.focus()
    await field.press('ArrowRight')
    await hears('slider {"value":25}')
    expect(await heard()).toContain('changing {"value":25}')
    expect(await zoo.page.getAttribute('#slider', 'data-value')).toBe('25')
  })

  describe('picker', () => {
    const choose = async (selector: string, ...texts: string[]) => {
      await zoo.page.click(selector)
      for (const [column, text] of texts.entries())
        await zoo.page.locator(`.wheel >> nth=${column}`).getByText(text, { exact: true }).click()
    }
    const confirm = () => zoo.page.click('.wheel-confirm')

    test('picker: selector', async () => {
      await choose('#selector', '桃')
      expect(await zoo.text('.wheel-bar strong')).toBe('水果')
      await confirm()
      await hears('picker {"value":"2"}')
    })
    test('picker: dismissed', async () => {
      await choose('#selector', '梨')
      await zoo.page.click('.wheel-cancel')
      await hears('cancel {}')
      await choose('#selector')
      await confirm()
      await hears('picker {"value":"2"}')
    })
    test('picker: several columns, of which one fills the next', async () => {
      await choose('#multi', '市场')
      await hears('column {"column":0,"value":1}')
      await zoo.page.locator('.wheel >> nth=1').getByText('渠道').click()
      await confirm()
      await hears('picker {"value":[1,2]}')
      expect((await heard()).filter((line) => line.startsWith('column'))).toEqual([
        'column {"column":0,"value":1}',
        'column {"column":1,"value":2}',
      ])
    })
    test('picker: date, within its limits and the length of the month', async () => {
      await choose('#date', '2023')
      expect(
        await zoo.page.locator('.wheel >> nth=1').locator('.wheel-item').first().innerText(),
      ).toBe('03')
      await confirm()
      await hears('picker {"value":"2023-03-29"}')
      await choose('#month', '2025', '01')
      await confirm()
      await hears('picker {"value":"2025-01"}')
    })
    test('picker: time', async () => {
      await choose('#time', '08', '30')
      await confirm()
      await hears('picker {"value":"08:30"}')
    })
    test('picker: region says that it is not simulated', async () => {
      await zoo.page.click('#region')
      expect(await zoo.text('.toast')).toBe('预览里没有 <picker mode="region">')
    })
  })

  test('picker-view', async () => {
    await zoo.page.click('#wheels wx-picker-view-column >> nth=0 >> text=c')
    await hears('wheels {"value":[2,0]}')
    await zoo.page
      .locator('#wheels wx-picker-view-column >> nth=1')
      .evaluate((column) => column.scrollTo(0, 34))
    await hears('wheels {"value":[2,1]}')
  })
  test('scroll-view', async () => {
    await zoo.ask('page.setData({ into: "row9" })')
    await hears('lower')
    await zoo.page.locator('#scroller').evaluate((view) => view.scrollTo(0, 0))
    await hears('upper')
    expect(await zoo.ask('page.scrolledTo')).toBe(0)
  })

  describe('what a real client is needed for', () => {
    test('button: open-type contact says that it is not simulated', async () => {
      await zoo.page.click('#contact')
      expect(await zoo.text('.toast')).toBe('预览里没有 <button open-type="contact">')
      await hears('contact {"errMsg":"contact:fail not simulated"}')
    })
    test('button: open-type share asks the page, and shows what it would share', async () => {
      await zoo.page.click('#share')
      await hears('share button share this')
      expect(await zoo.text('.toast')).toBe('预览里没有 分享 标题')
    })
    test('button: no other open-type is silent', async () => {
      await zoo.page.click('#feedback')
      expect(await zoo.text('.toast')).toBe('预览里没有 <button open-type="feedback">')
    })
    test('navigator: the way to another mini program is not silent', async () => {
      await zoo.page.click('#elsewhere')
      expect(await zoo.text('.toast')).toBe('预览里没有 <navigator target="miniProgram">')
    })
    test('an empty box is told in the console', () => {
      expect(zoo.printed).toContain('warning: [phone] <map> is drawn as an empty box')
    })
  })

  test('progress and icon', async () => {
    expect(await zoo.page.getAttribute('#progress', 'data-info')).toBe('30%')
    expect(await zoo.style('#icon', 'font-size')).toBe('40px')
  })
  test('text can be selected where it says so', async () => {
    expect(await zoo.style('#chosen', 'user-select')).toBe('text')
  })
  test('a text of null is told once for its template', async () => {
    await zoo.ask('page.setData({ nothing: null })')
    expect(zoo.printed.filter((line) => line.includes('{{null}}'))).toEqual([
      'warning: [phone] pages/controls/controls.wxml: {{null}} is drawn as nothing here, and as "null" by older base libraries',
    ])
  })
})
