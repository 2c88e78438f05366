import type { Employee, ProfileField } from '../../../typings/api'
import type { Language } from '../language'
import { html, type Html } from './html'
import { words } from './words'

/** Became of the question that the employee just came back from. */
export type ConsentNews = 'given' | 'kept'

const shown = [
  'mobile',
  'email',
  'bizMail',
  'telephone',
  'address',
] as const satisfies readonly ProfileField[]

/**
 * The contact of an employee, each field or why it is empty, and the way to give what WeCom keeps back.
 * Undefined where PROFILE_FIELDS lets none of them out.
 */
export const privateFields = (
  { contact = {}, withheld }: Employee,
  language: Language,
  news: ConsentNews | undefined,
): Html | undefined => {
  const text = words[language]
  const open = shown.filter((field) => withheld[field] !== 'byConfiguration')
  const isKeptByWecom = open.some(
    (field) => contact[field] === undefined && withheld[field] === 'byWecom',
  )
  if (open.length === 0) return undefined
  const rows = open.map((field) => {
    const reason = withheld[field] ?? 'empty'
    const value = contact[field] ?? html`<span class="why">${text.withheld[reason]}</span>`
    return html`<div>
      <dt>${text.fields[field]}</dt>
      <dd>${value}</dd>
    </div>`
  })
  return html`<section class="card group">
      <h2>${text.contact}</h2>
      <dl>${rows}</dl>
    </section>
    ${isKeptByWecom && news !== undefined && html`<p class="notice" role="status">${text.consent[news]}</p>`}
    ${isKeptByWecom && html`<a class="button" href="/web/consent">${text.askConsent}</a>`}`
}
