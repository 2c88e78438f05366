import type { Reply } from '../wire/envelope'
import { html } from './html'
import { ownAddress, pickParameter } from './own-address'
import { page } from './page'
import { pageProblems, type PageFault } from './problem'
import { words, type Language } from './words'

/** What the visitor sees, as on the real page, and below it what the simulator knows of the reason. */
export const faultPage = (
  { problem, why, errcode }: PageFault,
  { url, language, mayPick }: { url: URL; language: Language; mayPick: boolean },
): Reply => {
  const { title, remedy } = pageProblems[problem][language]
  const text = words[language]
  return page(
    { title, language },
    html`<section class="fault">
      <span class="sign" aria-hidden="true">!</span>
      <h1>${title}</h1>
      ${errcode !== undefined && html`<p class="line">${errcode}</p>`}
    </section>`,
    html`<aside>
      <h2>${text.why}</h2>
      <p>${remedy}</p>
      <p class="line" lang="en">${why}</p>
      ${
        mayPick &&
        html`<a class="button" href="${ownAddress(url, { [pickParameter]: '1' })}"
          >${text.openSimulated}</a
        >`
      }
    </aside>`,
  )
}
