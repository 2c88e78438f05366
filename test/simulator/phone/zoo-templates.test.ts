import type { Browser, Page } from 'playwright-core'
import { describeInChromium, launchChromium } from '../../support/chromium'
import { openPhone, openWatched, type Watched } from './browser'
import { serveWithNeighbours, type Neighbours } from './stand-ins'
import { FIXTURE } from './temporary-app'

describeInChromium('templates and components in the zoo', () => {
  let browser: Browser
  let neighbours: Neighbours
  let watched: Watched
  let page: Page

  beforeAll(async () => {
    neighbours = await serveWithNeighbours({ root: FIXTURE })
    browser = await launchChromium()
    watched = await openWatched(browser)
    page = watched.page
    await openPhone(page, `${neighbours.url}/phone?page=pages/zoo/zoo`)
  })
  afterAll(async () => {
    await browser.close()
    await neighbours.close()
  })

  const textOf = async (selector: string) =>
    ((await page.textContent(selector)) ?? '').replace(/\s+/g, ' ').trim()
  const log = () => page.evaluate('getCurrentPages().at(-1).data.log.splice(0)')

  test.each([
    ['wx:for inside wx:for', '#nested', '[0,0=a][0,1=b][1,0=c]'],
    ['wx:for over a number', '#num', '012'],
    ['wx:for over an object', '#obj', 'x=1;y=2;'],
    ['inline WXS', '#wxs', '1:x'],
    ['expressions', '#expr', 'one deep 2 T 3 ab'],
    ['a template chosen by name', '#d1', 'D1 1'],
    ['an imported template with spread data', '.row', 'labval'],
    ['include', '#inc', 'included 1'],
    ['wx:if', '#if', 'one'],
    ['entities', '#ent', '<a> & <b>'],
    ['slots', '#c1', 'child:L1slotted'],
    ['generics', 'text=child:generic', 'child:generic'],
  ])('%s', async (_, selector, text) => {
    expect(await textOf(selector)).toBe(text)
  })

  test('class names come from expressions', async () => {
    expect(await page.getAttribute('#style', 'class')).toMatch(/^a b/)
  })
  test('hidden hides', async () => {
    expect(await page.isVisible('#hid')).toBe(false)
  })
  test('an event tells dataset and mark', async () => {
    await page.click('#ds')
    expect(await log()).toEqual(['ds:{"fooBar":1,"camelcase":true}:{"mk":"M"}'])
  })
  test('a handler may be named by data', async () => {
    await page.click('#dyn')
    expect(await log()).toEqual(['dyn'])
  })
  test('selectComponent and selectAllComponents find components', async () => {
    expect(
      await page.evaluate(
        '(() => { const page = getCurrentPages().at(-1); return [page.selectComponent("#c1").ping(), page.selectAllComponents(".many").length] })()',
      ),
    ).toEqual(['pong:L1', 2])
  })
  test('behaviors give data and methods, and a page keeps its own fields', async () => {
    expect(
      await page.evaluate(
        '(() => { const page = getCurrentPages().at(-1); return [page.data.fromBehavior, page.behave(), page.customField, page.route] })()',
      ),
    ).toEqual([1, 'behaved', { deep: 1 }, 'pages/zoo/zoo'])
  })
  test('setData by paths changes only what it names', async () => {
    await page.evaluate('getCurrentPages().at(-1).next()')
    expect(await textOf('#nested')).toBe('[0,0=a][0,1=B][1,0=c][2,0=z]')
    expect(await textOf('#d2')).toBe('D2 2')
    expect(await textOf('#if')).toBe('two')
    expect(await textOf('#expr')).toMatch(/^many deeper 9/)
  })
  test('nothing of it is an error', () => {
    expect(watched.printed.filter((line) => /^(error|thrown)/.test(line))).toEqual([])
  })
})
