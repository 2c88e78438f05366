import type { Browser } from 'playwright-core'
import { describeInChromium, launchChromium } from '../../support/chromium'
import { openPhone, openWatched, type Watched } from './browser'
import { serveWithNeighbours, type Neighbours } from './stand-ins'
import { FIXTURE } from './temporary-app'

describeInChromium('what the mini program’s code can reach', () => {
  let browser: Browser
  let neighbours: Neighbours
  let watched: Watched

  beforeAll(async () => {
    neighbours = await serveWithNeighbours({ root: FIXTURE })
    browser = await launchChromium()
    watched = await openWatched(browser)
    await openPhone(watched.page, `${neighbours.url}/phone?page=pages/doors/doors`)
  })
  afterAll(async () => {
    await browser.close()
    await neighbours.close()
  })
  const read = <Value>(field: string) =>
    watched.page.evaluate(`getCurrentPages()[0].${field}`) as Promise<Value>

  test('no name of a browser is there', async () => {
    const doors = await read<Record<string, string>>('doors')
    expect(Object.keys(doors).length).toBeGreaterThan(30)
    expect(Object.entries(doors).filter(([, found]) => found !== 'undefined')).toEqual([])
  })

  test('no text becomes code', async () => {
    const { 'window.setTimeout': property, ...others } =
      await read<Record<string, string>>('fences')
    expect(property).toBe('TypeError')
    expect(others).toEqual({
      'an unknown name': 'ReferenceError',
      eval: 'EvalError',
      'indirect eval': 'EvalError',
      Function: 'EvalError',
      'new Function': 'EvalError',
      'Function of a function': 'EvalError',
      'Function of an async function': 'EvalError',
      'Function of a generator': 'EvalError',
      'Function of a timer': 'EvalError',
      'Function of console': 'EvalError',
      'Function of wx': 'EvalError',
      'Function of a class': 'EvalError',
      'a text for setTimeout': 'TypeError',
    })
  })

  test('the one function that WeChat makes from a text gives the mini program’s own global', async () => {
    expect(await read('sameGlobal')).toEqual([true, true, true])
    expect(await read('isFunction')).toBe(true)
    expect(await read('bare')).toEqual(['function', 'undefined', 'number'])
  })

  test('timers work, without a window for this; what is put into the global stays there', async () => {
    await watched.page.waitForFunction(
      () =>
        (
          globalThis as unknown as { getCurrentPages(): { heard: unknown[] }[] }
        ).getCurrentPages()[0]!.heard.length === 3,
    )
    const heard = await read<string[]>('heard')
    expect(heard.sort()).toEqual(['every', 'kept', 'undefined 7'])
    expect(await watched.page.evaluate('typeof kept')).toBe('undefined')
  })

  test('an event holds plain values only', async () => {
    await watched.page.click('#doorway')
    expect((await read<string[]>('fields')).sort()).toEqual([
      'event',
      'event.changedTouches',
      'event.currentTarget',
      'event.currentTarget.dataset',
      'event.detail',
      'event.mark',
      'event.target',
      'event.target.dataset',
      'event.touches',
      'event.touches.0',
    ])
  })

  test('what the code throws is shown with its place in the source', async () => {
    await watched.page.evaluate('getCurrentPages()[0].breakLater()')
    await watched.page.waitForSelector('.problem-overlay')
    const shown = async (selector: string) => (await watched.page.textContent(selector)) ?? ''
    expect(await shown('.problem-place')).toMatch(/^pages\/doors\/doors\.js:\d+:\d+$/)
    expect(await shown('.problem-overlay p')).toBe('Error: broken on purpose')
    expect(await shown('.problem-line')).toContain("throw new Error('broken on purpose')")
    expect(await read('constructor && getApp().globalData.events.at(-1)')).toContain('broken')
  })
})
