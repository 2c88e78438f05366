import type { Page } from 'playwright-core'
import type { LiveChange } from '../../../simulator/phone/browser/live-change'

/** A phone in a frame of a page of the same origin, as the start page has it. */
export interface Framed {
  evaluate(expression: string): Promise<unknown>
  until(expression: string): Promise<unknown>
  /** Tells what changes, and waits until the phone has read it. */
  tell(change: Partial<LiveChange>): Promise<void>
}

/** Opens it, and waits until the mini program's first page is open. */
export async function openFramed(page: Page, origin: string, query: string): Promise<Framed> {
  await page.goto(`${origin}/plain`)
  await page.evaluate((address) => {
    const frame = document.createElement('iframe')
    frame.src = address
    frame.style.cssText = 'width:390px;height:844px;border:0'
    document.body.replaceChildren(frame)
  }, `/phone?${query}`)
  const frame = () => {
    const found = page.frames().find((each) => each.url().includes('/phone?'))
    if (found === undefined) throw new Error('the phone is not there')
    return found
  }
  await page.waitForFunction(
    () =>
      (document.querySelector('iframe')?.contentWindow as { __phone?: { ready: boolean } } | null)
        ?.__phone?.ready === true,
  )
  return {
    evaluate: (expression) => frame().evaluate(expression),
    until: (expression) => frame().waitForFunction(expression),
    tell: (change) =>
      page.evaluate(
        (told) =>
          new Promise<void>((done) => {
            const phone = document.querySelector('iframe')?.contentWindow
            if (phone == null) throw new Error('the phone is not there')
            phone.addEventListener('message', () => done(), { once: true })
            phone.postMessage({ kind: 'live-change', net: 'wifi', theme: 'light', ...told }, '*')
          }),
        change,
      ),
  }
}
