import type { Browser, Page } from 'playwright-core'

/** A page with what it printed and threw. */
export interface Watched {
  page: Page
  /** `warning: text`, `error: text` and so on. */
  printed: string[]
}

/** Opens a page of its own storage, as large as the phone unless told otherwise. */
export async function openWatched(
  browser: Browser,
  viewport = { width: 390, height: 844 },
): Promise<Watched> {
  const context = await browser.newContext({ viewport })
  const page = await context.newPage()
  page.setDefaultTimeout(5000)
  const printed: string[] = []
  page.on('console', (message) => printed.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => printed.push(`thrown: ${error.message}`))
  return { page, printed }
}

/** Goes to the phone and waits until the mini program's first page is open. */
export async function openPhone(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await page.waitForFunction(
    () => (globalThis as unknown as { __phone?: { ready: boolean } }).__phone?.ready === true,
  )
}

/** Waits until an expression holds in the page, whether or not its clock runs. */
export async function until(page: Page, expression: string): Promise<void> {
  while (!(await page.evaluate(expression)));
}

/** Calls `wx[name](options)` in the phone and gives what success or fail received. */
export function callWx(
  page: Page,
  name: string,
  options: object = {},
): Promise<Record<string, unknown>> {
  return page.evaluate(
    ([path, given]) =>
      new Promise((resolve) => {
        type Call = (options: object) => void
        const parts = path.split('.')
        let owner = wx as unknown as Record<string, unknown>
        for (const part of parts.slice(0, -1)) owner = owner[part] as Record<string, unknown>
        const call = owner[parts.at(-1) ?? ''] as Call
        call({ ...given, success: resolve, fail: resolve })
      }),
    [name, options] as const,
  )
}
