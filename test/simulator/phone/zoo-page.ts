import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../support/chromium'
import { openPhone, openWatched, type Watched } from './browser'
import { serveWithNeighbours, type Neighbours } from './stand-ins'

const ZOO = path.join(__dirname, 'zoo')

/** The zoo, a mini program with a page for each kind of feature, in a browser. */
export interface Zoo {
  url: string
  readonly page: Page
  readonly printed: string[]
  /** Opens a page of it in a phone of its own. */
  open(path: string, more?: string): Promise<void>
  /** Evaluates an expression about `page`, the instance of the page on top, and `app`. */
  ask<Value>(expression: string): Promise<Value>
  /** Waits until such an expression is true. */
  until(expression: string): Promise<void>
  text(selector: string): Promise<string>
  style(selector: string, property: string): Promise<string>
  close(): Promise<void>
}

/** Serves a mini program, the zoo unless told otherwise; no page of it is open yet. */
export async function openZoo(root = ZOO): Promise<Zoo> {
  const neighbours: Neighbours = await serveWithNeighbours({ root })
  const browser: Browser = await launchChromium()
  let watched: Watched | undefined
  const page = () => {
    if (watched === undefined) throw new Error('no page of the zoo is open')
    return watched.page
  }
  const ask = (expression: string) =>
    page().evaluate(
      `((page, app) => (${expression}))(getCurrentPages().at(-1), getApp())`,
    ) as Promise<never>
  return {
    url: neighbours.url,
    get page() {
      return page()
    },
    get printed() {
      return watched?.printed ?? []
    },
    async open(path, more = '') {
      await watched?.page.context().close()
      watched = await openWatched(browser)
      await openPhone(watched.page, `${neighbours.url}/phone?page=${path}${more}`)
    },
    ask,
    async until(expression) {
      // Not waitForFunction, whose polling in the page the content policy forbids for texts.
      const deadline = performance.now() + 4000
      while (!(await ask(expression))) {
        if (performance.now() > deadline) throw new Error(`never came true: ${expression}`)
        await page().evaluate(() => new Promise(requestAnimationFrame))
      }
    },
    text: async (selector) =>
      ((await page().textContent(selector)) ?? '').replace(/\s+/g, ' ').trim(),
    style: (selector, property) =>
      page()
        .locator(selector)
        .first()
        .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property),
    async close() {
      await browser.close()
      await neighbours.close()
    },
  }
}
