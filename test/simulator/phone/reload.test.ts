import { copyFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { problemLine, type Problem } from '../../../simulator/phone'
import { describeInChromium, launchChromium } from '../../support/chromium'
import { openPhone, openWatched } from './browser'
import { serveWithNeighbours, type Neighbours } from './stand-ins'
import { FIXTURE, temporaryApp, type TemporaryApp } from './temporary-app'

const HOME = 'pages/home/home.wxml'

describeInChromium('editing the mini program', () => {
  let browser: Browser
  let neighbours: Neighbours
  let app: TemporaryApp
  let page: Page
  let problems: Problem[]

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    app = temporaryApp()
    problems = []
    neighbours = await serveWithNeighbours({
      root: app.root,
      watch: true,
      onProblem: (problem) => problems.push(problem),
    })
    page = (await openWatched(browser)).page
    await openPhone(page, `${neighbours.url}/phone`)
  })
  afterEach(async () => {
    await page.context().close()
    await neighbours.close()
    app.remove()
  })

  test('an edit shows by itself; what was stored stays', async () => {
    await page.waitForSelector('text=visit 1')
    app.write(HOME, '<view id="new">edited {{state}}</view>')
    expect(await page.textContent('text=edited visit 2')).toBe('edited visit 2')
    expect(problems).toEqual([])
  })

  test('the page that was open opens again', async () => {
    await page.click('.item >> nth=1')
    await page.waitForSelector('text=detail of wangwu')
    app.write('pages/detail/detail.wxml', '<view>edited {{id}}</view>')
    await page.waitForSelector('text=edited wangwu')
  })

  test('a mistake is shown with its place and lines, in the terminal too, and goes when mended', async () => {
    app.write(HOME, '<view>\n  <text>{{ state + }}</text>\n</view>')
    await page.waitForSelector('.problem-overlay')
    expect(await page.textContent('.problem-place')).toMatch(/^pages\/home\/home\.wxml:2:\d+$/)
    expect(await page.textContent('.problem-line')).toContain('{{ state + }}')
    expect(problems.map(problemLine)[0]).toMatch(/^pages\/home\/home\.wxml:2:\d+ {2}error {2}/)
    await page.click('.problem-dismiss')
    expect(await page.locator('.problem-overlay').count()).toBe(0)
    copyFileSync(path.join(FIXTURE, HOME), path.join(app.root, HOME))
    await page.waitForSelector('#state:visible')
    expect(await page.locator('.problem-overlay').count()).toBe(0)
  })

  test('a script that does not parse shows no older build as if it were the current one', async () => {
    app.write('pages/home/home.ts', 'Page({')
    await page.waitForSelector('.problem-overlay')
    expect(await page.textContent('.problem-place')).toMatch(/^pages\/home\/home\.ts:1:/)
    expect(await page.locator('#state').count()).toBe(0)
  })

  test('each problem is told once for each build', async () => {
    app.write(HOME, '<view>{{</view>')
    await page.waitForSelector('.problem-overlay')
    const told = problems.length
    await page.reload()
    await page.waitForSelector('.problem-overlay')
    expect(problems).toHaveLength(told)
  })
})
