// Every page of ours, made without a browser: each refusal there is, and employees of every kind.
import { AppError, errorEntries } from '../../../cloudfunctions/shared/runtime/errors'
import type { Language } from '../../../cloudfunctions/web/language'
import { badgePage } from '../../../cloudfunctions/web/pages/badge-page'
import { payrollPage } from '../../../cloudfunctions/web/pages/payroll-page'
import { problemPage, refusalPage } from '../../../cloudfunctions/web/pages/refusal-page'
import { problemWords } from '../../../cloudfunctions/web/pages/words'
import type { WebProblem } from '../../../cloudfunctions/web/web-refusal'
import type { ErrorCode } from '../../../typings/api'
import { bareEmployee, longEmployee } from './employees-of-pages'

const details = { errcode: 50001, address: '203.0.113.7' }

/** The HTML of each, by a name. */
export const everyPage = (language: Language): Record<string, string> => {
  const shown = { path: '/web/', query: new Map([['month', '11']]), language }
  const options = { now: 120_000, proof: '0' }
  const codes = Object.keys(errorEntries) as ErrorCode[]
  const problems = Object.keys(problemWords[language]) as WebProblem[]
  const pages = {
    bare: badgePage(bareEmployee, shown, options),
    long: badgePage(longEmployee, shown, { ...options, consentNews: 'given' }),
    payroll: payrollPage(longEmployee, shown),
    ...Object.fromEntries(
      codes.map((code) => [code, refusalPage(new AppError(code, details), language)]),
    ),
    ...Object.fromEntries(problems.map((problem) => [problem, problemPage(problem, language)])),
  }
  return Object.fromEntries(
    Object.entries(pages).map(([name, { body = '' }]) => [name, String(body)]),
  )
}
