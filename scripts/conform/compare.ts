import type { Check } from './check'
import type { Answer } from './server'
import { differencesOf, type Difference } from './shape'

/** A reply that was JSON, and an object. */
export type Reply = Record<string, unknown>

/** The reply in an answer, or undefined for what is no JSON object. */
export const readReply = ({ text }: Answer): Reply | undefined => {
  try {
    const reply: unknown = JSON.parse(text)
    return typeof reply === 'object' && reply !== null ? (reply as Reply) : undefined
  } catch {
    return undefined
  }
}

/** What follows the short text of a refusal: https://developer.work.weixin.qq.com/document/path/90930 */
const tails = {
  hint: /, hint: \[\d{24,25}\]/,
  'from ip': /, from ip: [\da-f.:]+/,
  'more info': /, more info at https:\/\/open\.work\.weixin\.qq\.com\/devtool\/query\?e=-?\d+$/,
}

/** The words before hint, address and link. */
const shortText = (errmsg: string): string =>
  errmsg.replace(/,? *(hint:|from ip:|more info at).*$/is, '')

/** Everything in which an answer is not what the simulator answers. */
export const compareAnswer = (check: Check, answer: Answer, reply: Reply): Difference[] => {
  const { errcode, errmsg, ...payload } = reply
  const around = [
    ...statusOf(answer),
    ...headersOf(answer),
    ...differencesOf('number', errcode, 'errcode'),
  ]
  const wanted = String(check.errcode ?? 0)
  // Another outcome has other words and other keys: telling of those would hide what matters.
  if (String(errcode) !== wanted) {
    return [...around, { kind: 'errcode', at: 'errcode', simulator: wanted, here: String(errcode) }]
  }
  const words =
    typeof errmsg === 'string' ? wordsOf(check, errmsg) : differencesOf('text', errmsg, 'errmsg')
  return [...around, ...words, ...differencesOf(check.reply ?? {}, payload)]
}

const statusOf = ({ status }: Answer): Difference[] =>
  status === 200 ? [] : [{ kind: 'status', at: 'HTTP', simulator: '200', here: String(status) }]

const headersOf = ({ headers }: Answer): Difference[] => {
  const missing = ['error-code', 'error-msg'].filter((name) => headers[name] === undefined)
  const simulator = 'application/json; charset=UTF-8'
  const { 'content-type': here = '' } = headers
  return [
    ...missing.map((at): Difference => ({ kind: 'missing header', at })),
    ...(here === simulator
      ? []
      : [{ kind: 'header', at: 'content-type', simulator, here } as const]),
  ]
}

const wordsOf = ({ errcode, errmsg: simulator = 'ok' }: Check, errmsg: string): Difference[] => {
  const here = shortText(errmsg)
  const lacking = Object.entries(tails).filter(([, form]) => errcode && !form.test(errmsg))
  return [
    ...(here === simulator ? [] : [{ kind: 'errmsg', at: 'errmsg', simulator, here } as const]),
    ...lacking.map(([part]): Difference => ({ kind: 'missing part', at: `errmsg: ${part}` })),
  ]
}
