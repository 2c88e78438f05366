// People in front of our web pages, each with a real browser and a simulated WeCom of their own in it.
import type { Browser, Page } from 'playwright-core'
import { userAgents } from '../cloudfunctions/web/visitor'

export const createVisitors = (siteUrl: string, browser: Browser) => ({
  /** A tab of a new browser, in whose WeCom this person is. */
  async openAs(person: string, userAgent = userAgents.wecom): Promise<Page> {
    const context = await browser.newContext({ userAgent, locale: 'zh-CN' })
    const page = await context.newPage()
    page.setDefaultTimeout(10_000)
    await page.goto(`${siteUrl}/_sim/open?as=${person}`)
    return page
  },
  /** Path and query, without the fragment: browsers carry WeCom's `#wechat_redirect` along. */
  addressOf: (page: Page): string => page.url().slice(siteUrl.length).replace(/#.*/, ''),
})

export const headlineOf = (page: Page): Promise<string> => page.locator('h1').innerText()

/** Scans with the phone, as this person, and agrees. */
export const scanAs = async (page: Page, person: string): Promise<void> => {
  await page.locator(`button[name=as][value$="/${person}"]`).first().click()
  // A click ends when it is made; what it leads to may take its time on a busy machine.
  await Promise.all([
    page.waitForResponse(/\/web\/callback/),
    page.locator('button[value=allow]').click(),
  ])
  await page.waitForLoadState()
}

/**
 * Has something happen while the visitor is on the way back from WeCom, that many times: just before the
 * browser asks for the callback. It comes by a redirect, which `page.route` does not see.
 */
export const onTheWayBack = async (
  page: Page,
  times: number,
  happen: (url: string) => unknown,
): Promise<void> => {
  let left = times
  const devTools = await page.context().newCDPSession(page)
  devTools.on('Fetch.requestPaused', ({ requestId, request }) => {
    const go = async () => {
      if (left-- > 0) await happen(request.url)
      await devTools.send('Fetch.continueRequest', { requestId })
    }
    // A page that was closed meanwhile has nowhere to go.
    void go().catch(() => undefined)
  })
  await devTools.send('Fetch.enable', { patterns: [{ urlPattern: '*/web/callback*' }] })
}

/** Every address below our site that the tab asks for from now on, in order, without its query. */
export const recordRequests = (page: Page): string[] => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  return asked
}
