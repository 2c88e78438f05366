import { setTimeout as pause } from 'node:timers/promises'
import type { Element, MiniProgram } from './client'

const SOON_MS = 10_000
const OFTEN_MS = 50

/** Looks until it finds something. @throws Error with `what`, and what there is instead */
export const soon = async <Found>(
  look: () => Promise<Found | undefined>,
  what: string,
  instead = async () => '',
): Promise<Found> => {
  for (const deadline = Date.now() + SOON_MS; Date.now() < deadline; await pause(OFTEN_MS)) {
    // A page that is being left has no elements any more.
    const found = await look().catch(() => undefined)
    if (found !== undefined) return found
  }
  throw new Error(`${what} did not come. ${await instead().catch(String)}`)
}

/** What a person sees of the mini program, through the client's own methods. */
export const screenOf = (mini: MiniProgram) => {
  /** All that is written on the page. */
  const text = async (): Promise<string> => {
    const root = await (await mini.currentPage())?.$('view')
    return (await root?.text()) ?? ''
  }
  return {
    text,
    /** Waits for words to appear, and gives the whole page. */
    sees: (words: RegExp): Promise<string> =>
      soon(
        async () => {
          const shown = await text()
          return words.test(shown) ? shown : undefined
        },
        String(words),
        text,
      ),
    /** Waits for an element inside components: each selector counts within what the one before found. */
    finds: (...selectors: string[]): Promise<Element> =>
      soon(
        async () => {
          let at: Pick<Element, '$'> | null | undefined = await mini.currentPage()
          for (const selector of selectors) at = await at?.$(selector)
          return (at as Element | null | undefined) ?? undefined
        },
        selectors.join(' '),
        text,
      ),
  }
}

export type Screen = ReturnType<typeof screenOf>
