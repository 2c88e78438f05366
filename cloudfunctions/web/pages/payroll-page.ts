import type { Employee } from '../../../typings/api'
import type { HttpResponse } from '../../shared/runtime/http'
import { html } from './html'
import { otherLanguage, page, type Shown } from './page'
import { words } from './words'

/** What only the people of personnel read; an example, without a number in it. */
export const payrollPage = ({ name }: Employee, shown: Shown): HttpResponse => {
  const { language } = shown
  const text = words[language]
  return page(
    { title: text.payroll, language },
    html`<section class="card refusal">
      <div class="sign" aria-hidden="true">¥</div>
      <h1>${text.payroll}</h1>
      <p>${text.payrollFor(name)}</p>
      <a class="button" href="/web/">${text.home}</a>
    </section>`,
    otherLanguage(shown),
  )
}
