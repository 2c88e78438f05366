// Another back-end of the company, as it is configured and as it asks.
import { createHash } from 'node:crypto'
import type { Main } from '../../cloudfunctions/shared/runtime/serve'
import type { HttpAnswer } from './company'
import { httpOf } from './invoke'

export const payrollSecret = 'a-secret-that-only-payroll-knows'

/** BACKENDS of three: two that ask, and one that only verifies by itself. */
export const backendsVariable = JSON.stringify({
  payroll: { secretSha256: createHash('sha256').update(payrollSecret).digest('hex') },
  travel: { secretSha256: createHash('sha256').update('travel-secret').digest('hex') },
  wiki: {},
})

export const basic = (audience: string, secret: string): string =>
  `Basic ${Buffer.from(`${audience}:${secret}`).toString('base64')}`

/** Asks about a token; as payroll unless told otherwise. */
export const introspect = async (
  web: Main,
  token: string,
  authorization = basic('payroll', payrollSecret),
): Promise<HttpAnswer & { reply: unknown }> =>
  postForm(web, '/web/introspect', { token }, authorization ? { authorization } : {})

export const postForm = async (
  web: Main,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<HttpAnswer & { reply: unknown }> => {
  const { event, context } = httpOf(new URLSearchParams(fields).toString(), {
    path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  })
  const answer = (await web(event, context)) as HttpAnswer
  return { ...answer, reply: JSON.parse(answer.body) as unknown }
}
