import type { Browser, Page } from 'playwright-core'
import type { Stack } from '../stack'

/** How a page is looked at. */
export interface View {
  theme: 'light' | 'dark'
  lang: 'zh' | 'en'
  width: 320 | 390 | 768
}

/** One state that a person can meet a page in. */
export interface PageState {
  /** Where the picture belongs: one contact sheet for each. */
  sheet: string
  name: string
  /** What the address of the phone says besides the view: `as`, `host`, `font`. */
  phone?: Record<string, string>
  /** Goes through before the mini program is opened, or opened again. */
  arrange?(stage: Stage): Promise<unknown>
  /** Goes through after it was opened. */
  act?(stage: Stage): Promise<unknown>
}

/** A phone in a browser, and what a state may do with it. */
export interface Stage {
  page: Page
  stack: Stack
  view: View
  /** Opens the phone and waits until its first page is there. */
  open(): Promise<void>
  /** Taps the last thing on the screen that says this, in the language of the view. */
  tap(zh: string, en: string): Promise<void>
  /** Lets no answer come from these functions: `hang` for ever, `cut` at once. */
  lose(how: 'hang' | 'cut', path?: RegExp): Promise<void>
}

/** What slides in on a phone has arrived by then. */
const MOVED_MS = 400
/** How long nothing may be under way before nothing more is expected. */
const QUIET_MS = 300
const LONGEST_MS = 15_000

/** Watches what a page asks for, and tells when all of it has been answered. */
const watchRequests = (page: Page) => {
  const underWay = new Set<unknown>()
  const isAwaited = (url: string) => /\/(api|_sim|_cloud\/callFunction)\//.test(`${url}/`)
  let changedAt = Date.now()
  const change = (how: 'add' | 'delete') => (request: { url(): string }) => {
    if (!isAwaited(request.url())) return
    underWay[how](request)
    changedAt = Date.now()
  }
  page.on('request', change('add'))
  page.on('requestfinished', change('delete'))
  page.on('requestfailed', change('delete'))
  return {
    /** Nobody will answer this one. */
    giveUp: change('delete'),
    async quiet() {
      const until = Date.now() + LONGEST_MS
      while (Date.now() < until && (underWay.size > 0 || Date.now() - changedAt < QUIET_MS)) {
        await page.waitForTimeout(50)
      }
      await page.waitForTimeout(MOVED_MS)
    },
  }
}

/** Runs one state and gives its picture, a PNG. */
export const photograph = async (
  browser: Browser,
  stack: Stack,
  state: PageState,
  view: View,
): Promise<Buffer> => {
  const height = view.width === 320 ? 568 : view.width === 390 ? 844 : 800
  const context = await browser.newContext({
    viewport: { width: view.width, height },
    deviceScaleFactor: 1,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  const requests = watchRequests(page)
  const query = new URLSearchParams({
    as: 'zhangsan',
    theme: view.theme,
    lang: view.lang,
    width: String(view.width),
    ...state.phone,
  })
  const stage: Stage = {
    page,
    stack,
    view,
    async open() {
      await page.goto(`${stack.url}/phone?${query}`)
      await page.waitForFunction(
        () => (globalThis as unknown as { __phone?: { ready: boolean } }).__phone?.ready,
      )
      await requests.quiet()
    },
    async tap(zh, en) {
      const words = view.lang === 'en' ? en : zh
      await page.getByText(words, { exact: true }).locator('visible=true').last().click()
      await requests.quiet()
    },
    async lose(how, path = /\/api\//) {
      await page.route(path, (route) =>
        how === 'cut' ? route.abort() : requests.giveUp(route.request()),
      )
    },
  }
  try {
    await state.arrange?.(stage)
    await stage.open()
    await state.act?.(stage)
    return await page.screenshot()
  } finally {
    await context.close()
  }
}
