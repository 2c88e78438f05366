import { errorEntries, type AppError } from '../../shared/runtime/errors'
import type { HttpResponse } from '../../shared/runtime/http'
import { explainErrcode } from '../../shared/wecom/catalogue/catalogue'
import type { Language } from '../language'
import { homePath } from '../safe-return-path'
import type { WebProblem } from '../web-refusal'
import { html, type Html } from './html'
import { page } from './page'
import { problemWords, words } from './words'

/**
 * Says why somebody did not get what they came for, in the words that the mini program has too.
 *
 * @param wanted A path of ours, to try again.
 */
export const refusalPage = (
  { code, details: { errcode, address } = {}, retry }: AppError,
  language: Language,
  wanted = homePath,
): HttpResponse => {
  const { status } = errorEntries[code]
  const text = words[language]
  return page(
    { title: text.badge, language, status },
    html`<section class="card refusal">
      <div class="sign" aria-hidden="true">!</div>
      <h1>${errorEntries[code][language]}</h1>
      ${retry !== 'no' && button(text.tryAgain, wanted)}
    </section>`,
    errcode !== undefined && remedy(errcode, address, language),
  )
}

interface ProblemPage {
  status: number
  button: 'tryAgain' | 'signIn' | 'home'
  /** To what the visitor wanted, or to the badge. */
  leads: 'on' | 'home'
}

const problemPages: Readonly<Record<WebProblem, ProblemPage>> = {
  stateNotOurs: { status: 400, button: 'tryAgain', leads: 'home' },
  cookieLost: { status: 400, button: 'tryAgain', leads: 'on' },
  tooLate: { status: 400, button: 'tryAgain', leads: 'on' },
  declined: { status: 403, button: 'signIn', leads: 'on' },
  notHere: { status: 404, button: 'home', leads: 'home' },
  formRefused: { status: 403, button: 'home', leads: 'home' },
  otherPerson: { status: 403, button: 'tryAgain', leads: 'home' },
}

/** The same for what can only happen to a web page. */
export const problemPage = (
  problem: WebProblem,
  language: Language,
  wanted = homePath,
): HttpResponse => {
  const { status, button: label, leads } = problemPages[problem]
  const { what, next } = problemWords[language][problem]
  const text = words[language]
  return page(
    { title: text.badge, language, status },
    html`<section class="card refusal">
      <div class="sign" aria-hidden="true">!</div>
      <h1>${what}</h1>
      <p>${next}</p>
      ${button(text[label], leads === 'on' ? wanted : homePath)}
    </section>`,
  )
}

const button = (label: string, path: string): Html =>
  html`<a class="button" href="${path}">${label}</a>`

/** For whoever can do something about it: WeCom's own number, and what the catalogue knows of it. */
const remedy = (errcode: number, address: string | undefined, language: Language): Html => {
  const text = words[language]
  const explanation = explainErrcode(errcode)
  return html`<aside class="admin">
    <h2>${text.forAdministrator} · ${text.errorNumber(errcode)}</h2>
    ${
      explanation.known &&
      html`<p>${explanation.meaning[language]}</p>
        <p>${explanation.remedy[language]}</p>`
    }
    ${address && html`<p>${text.calledFrom(address)}</p>`}
    <p>
      <a href="${explanation.page}" rel="noreferrer">${explanation.page.replace('https://', '')}</a>
    </p>
  </aside>`
}
