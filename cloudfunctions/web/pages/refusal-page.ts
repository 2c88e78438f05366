import { errorEntries, type AppError } from '../../shared/runtime/errors'
import type { HttpResponse } from '../../shared/runtime/http'
import { explainErrcode } from '../../shared/wecom/catalogue/catalogue'
import type { Language } from '../language'
import type { WebProblem } from '../web-refusal'
import { html, type Html } from './html'
import { page } from './page'
import { problemWords, words } from './words'

/** Says why somebody did not get what they came for, in the words that the mini program has too. */
export const refusalPage = (
  { code, details: { errcode, address } = {}, retry }: AppError,
  language: Language,
): HttpResponse => {
  const { status } = errorEntries[code]
  const text = words[language]
  return page(
    { title: text.badge, language, status },
    html`<section class="card refusal">
      <div class="sign" aria-hidden="true">!</div>
      <h1>${errorEntries[code][language]}</h1>
      ${retry !== 'no' && button(text.tryAgain)}
    </section>`,
    errcode !== undefined && remedy(errcode, address, language),
  )
}

const statuses: Readonly<Record<WebProblem, number>> = {
  stateNotOurs: 400,
  cookieLost: 400,
  tooLate: 400,
  declined: 403,
  notHere: 404,
  formRefused: 403,
  otherPerson: 403,
}

/** The same for what can only happen to a web page. */
export const problemPage = (problem: WebProblem, language: Language): HttpResponse => {
  const { what, next } = problemWords[language][problem]
  const text = words[language]
  return page(
    { title: text.badge, language, status: statuses[problem] },
    html`<section class="card refusal">
      <div class="sign" aria-hidden="true">!</div>
      <h1>${what}</h1>
      <p>${next}</p>
      ${button(problem === 'declined' ? text.signIn : problem === 'notHere' || problem === 'formRefused' ? text.home : text.tryAgain)}
    </section>`,
  )
}

const button = (label: string): Html => html`<a class="button" href="/web/">${label}</a>`

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
    ${address && html`<p>${address}</p>`}
    <p><a href="${explanation.page}" rel="noreferrer">${explanation.page}</a></p>
  </aside>`
}
