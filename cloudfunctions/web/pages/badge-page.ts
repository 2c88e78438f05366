import type { Employee, EmployeeDepartment } from '../../../typings/api'
import { initials } from '../../../miniprogram/components/badge-card/initials'
import { avatarUrl } from '../../../miniprogram/services/avatar-url'
import type { HttpResponse } from '../../shared/runtime/http'
import { formField } from '../sign-out'
import { html, type Html } from './html'
import { isShown, otherLanguage, page, type Shown } from './page'
import { privateFields, type ConsentNews } from './private-fields'
import { words } from './words'

export interface BadgePageOptions {
  /** Epoch ms. */
  now: number
  consentNews?: ConsentNews | undefined
  /** Goes with the form that signs out. */
  proof: string
}

type Words = (typeof words)[Shown['language']]

/** The badge that an employee wears, as the mini program shows it. */
export const badgePage = (
  employee: Employee,
  shown: Shown,
  { now, proof, consentNews }: BadgePageOptions,
): HttpResponse => {
  const { language } = shown
  const text = words[language]
  return page(
    { title: text.badge, language },
    badge(employee, text, now),
    privateFields(employee, language, consentNews),
    html`<form method="post" action="/web/signout">
      <input type="hidden" name="${formField}" value="${proof}" />
      <button class="button quiet">${text.signOut}</button>
    </form>`,
    otherLanguage(shown),
  )
}

const badge = (employee: Employee, text: Words, now: number): Html => {
  const {
    corpName = text.badge,
    name,
    alias,
    position,
    departments,
    confirmedAt,
    userId,
  } = employee
  return html`<article class="card">
    <div class="band">
      <div class="slot"></div>
      ${corpName}
    </div>
    <div class="portrait">${initials(name)}${picture(employee)}</div>
    <div class="person">
      <h1 class="name">
        ${name}${alias !== name && alias && html`<span class="alias">${alias}</span>`}
      </h1>
      ${position && html`<p class="position">${position}</p>`}
      ${
        departments.length > 0 &&
        html`<ul class="place">
          ${departments.map((one) => place(one, text))}
        </ul>`
      }
      ${tags(employee, text)}
    </div>
    <p class="foot">
      <span>${text.confirmed(when(confirmedAt, now, text))}</span><span class="id">${userId}</span>
    </p>
  </article>`
}

const picture = ({ avatar = '' }: Employee): Html | false => {
  const url = avatarUrl(avatar, 0)
  return isShown(url) && html`<img src="${url}" alt="" referrerpolicy="no-referrer" />`
}

const place = ({ id, name, path }: EmployeeDepartment, text: Words): Html => {
  const last = name ?? path.at(-1) ?? text.department(id)
  // A line may end with the arrow, and begin with none.
  const above = path.slice(0, -1).map((step) => `${step}\u00a0› `)
  return html`<li>${above.join('')}<b>${last}</b></li>`
}

const tags = ({ departments, roles, roleNames = {} }: Employee, text: Words): Html | false => {
  const leads = departments.some(({ leader }) => leader)
  const held = roles.map((role) => roleNames[role] ?? role)
  const all = new Set(leads ? [text.leader, ...held] : held)
  return (
    all.size > 0 &&
    html`<ul class="tags">
      ${[...all].map((tag) => html`<li>${tag}</li>`)}
    </ul>`
  )
}

// A session page is never older than half a session: minutes are enough, and no time zone is needed.
const when = (at: number, now: number, text: Words): string => {
  const minutes = Math.floor((now - at) / 60_000)
  return minutes < 1 ? text.justNow : text.minutesAgo(minutes)
}
