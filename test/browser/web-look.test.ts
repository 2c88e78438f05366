import type { Browser } from 'playwright-core'
import { everyPage } from '../cloudfunctions/web/every-page'
import { describeInChromium, launchChromium } from '../support/chromium'

jest.setTimeout(60_000)

describeInChromium('a web page, whatever stands on it', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  test.each([320, 390, 1280])('is no wider than its window of %i', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 844 } })
    const wide = []
    for (const language of ['zh', 'en'] as const)
      for (const [name, body] of Object.entries(everyPage(language))) {
        await page.setContent(body)
        const beyond = await page.evaluate(() => {
          const edges = [...document.querySelectorAll('main *')].map(
            (element) => element.getBoundingClientRect().right,
          )
          return Math.max(document.documentElement.scrollWidth, ...edges) - innerWidth
        })
        if (beyond > 0) wide.push([name, language, beyond])
      }
    expect(wide).toEqual([])
    await page.close()
  })
})
