import { addressRefused, frequency } from '../../cloudfunctions/shared/wecom/catalogue/groups'
import type { Check, Parameters } from './check'
import { checks } from './checks'
import { compareAnswer, readReply, type Reply } from './compare'
import type { Given } from './given'
import { createRedaction } from './redact'
import type { Answer, Question } from './server'
import type { Difference } from './shape'

/** What a check came to. The differences are redacted. */
export interface Outcome {
  check: Check
  differences: Difference[]
  /** What the call needed and nothing had given; then it was not made. */
  lacks?: Given
}

/** WeCom refused in a way that would meet every further call. */
export class Stopped extends Error {
  override readonly name = 'Stopped'

  constructor(
    readonly errcode: number,
    /** As WeCom sees it, where it said so. */
    readonly ownAddress: string | undefined,
  ) {
    super(`stopped at errcode ${errcode}`)
  }
}

type Known = Partial<Record<Given, string>>

/**
 * Makes every call of the list, one after another, and says in which way each answer differs from
 * what the simulator answers. What was given counts before what a reply gives.
 *
 * @throws Stopped; and whatever `ask` throws
 */
export const conform = async (
  ask: (question: Question) => Promise<Answer>,
  given: Known,
): Promise<Outcome[]> => {
  const redaction = createRedaction()
  redaction.remember(given)
  let known = given
  const outcomes: Outcome[] = []
  for (const check of checks) {
    const lacks = namesIn(check).find((name) => known[name] === undefined)
    if (lacks) {
      outcomes.push({ check, differences: [], lacks })
      continue
    }
    const answer = await ask(questionOf(check, known))
    const reply = readReply(answer)
    if (reply) {
      stopAt(check, reply)
      redaction.remember({ ...reply, errmsg: undefined })
      known = { ...learned(check, reply), ...known }
    }
    const differences = reply ? compareAnswer(check, answer, reply) : [notJson]
    outcomes.push({ check, differences })
  }
  // A text of the first answer may name somebody of the last one.
  return outcomes.map((outcome) => ({
    ...outcome,
    differences: outcome.differences.map(redaction.redact),
  }))
}

const notJson: Difference = { kind: 'body', at: 'body', simulator: 'JSON', here: 'something else' }

const isName = (value: string) => value.startsWith('$')
const nameIn = (value: string) => value.slice(1) as Given

const namesIn = ({ query, body = {} }: Check): Given[] =>
  [...Object.values(query), ...Object.values(body)].filter(isName).map(nameIn)

const questionOf = ({ path, query, body }: Check, known: Known): Question => {
  const fill = (parameters: Parameters): Record<string, string> =>
    Object.fromEntries(
      Object.entries(parameters).map(([key, value]) => [
        key,
        isName(value) ? (known[nameIn(value)] ?? '') : value,
      ]),
    )
  return { path, query: fill(query), ...(body && { body: fill(body) }) }
}

const stopAt = ({ errcode: wanted = 0, gives }: Check, { errcode, errmsg }: Reply): void => {
  if (typeof errcode !== 'number' || errcode === wanted) return
  const meetsEveryCall = [40001, ...addressRefused, ...frequency].includes(errcode)
  // Nothing can be asked without a token.
  if (!meetsEveryCall && !gives?.token) return
  throw new Stopped(errcode, /from ip: ([\da-f.:]+)/.exec(String(errmsg))?.[1])
}

/** Follows the keys that a check names; of a list, its first element. */
const learned = ({ gives = {} }: Check, reply: Reply): Known =>
  Object.fromEntries(
    Object.entries(gives).flatMap(([name, keys]) => {
      const value = keys.reduce<unknown>((inside, key) => firstOf(fieldOf(inside, key)), reply)
      return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : []
    }),
  )

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Reply)[key] : undefined
const firstOf = (value: unknown): unknown =>
  Array.isArray(value) ? (value as unknown[])[0] : value
