import { AppError } from './errors'

/** By which trigger the platform called the function. */
export type Via = 'callFunction' | 'http' | 'timer'

/** What the platform says about one call. */
export interface Invocation {
  via: Via
  /** The variables of this call alone, from the context argument. */
  variables: ReadonlyMap<string, string>
}

/**
 * Tells the trigger from the **context**, which only the platform writes. The event can't be asked: a
 * client may send `{ httpMethod, path, headers }` through callFunction. `process.env` can't either:
 * in a warm instance it still holds the person of the call before.
 *
 * @throws AppError BAD_INPUT when context and event contradict each other
 */
export const readInvocation = (event: unknown, context: unknown): Invocation => {
  const variables = readVariables(context)
  const via = readVia(variables)
  if (looksLikeHttp(event) !== (via === 'http')) throw new AppError('BAD_INPUT')
  return { via, variables }
}

/** What an event looks like proves nothing; a client can send any. */
export const looksLikeHttp = (event: unknown): boolean =>
  isObject(event) && 'httpMethod' in event && 'headers' in event

const readVia = (variables: ReadonlyMap<string, string>): Via => {
  const trigger = variables.get('TRIGGER_SRC')
  if (trigger === 'timer') return 'timer'
  if (trigger !== 'tcb') throw new AppError('BAD_INPUT')
  // The HTTP access service names no source and no signed-in client; callFunction names one of them.
  const isCall = variables.has('TCB_SOURCE') || variables.has('TCB_UUID')
  return isCall ? 'callFunction' : 'http'
}

// `environment` is JSON and newer; `environ` is `A=1;B=2` and cuts values at semicolons.
const readVariables = (context: unknown): Map<string, string> => {
  if (!isObject(context)) throw new AppError('BAD_INPUT')
  const { environment, environ } = context
  if (typeof environment === 'string') return fromJson(environment)
  if (typeof environ === 'string') return fromPairs(environ)
  throw new AppError('BAD_INPUT')
}

const fromJson = (json: string): Map<string, string> => {
  let variables: unknown
  try {
    variables = JSON.parse(json)
  } catch {
    throw new AppError('BAD_INPUT')
  }
  if (!isObject(variables)) throw new AppError('BAD_INPUT')
  return new Map(Object.entries(variables).map(([name, value]) => [name, String(value)]))
}

const fromPairs = (pairs: string): Map<string, string> => {
  const variables = new Map<string, string>()
  for (const pair of pairs.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0) variables.set(pair.slice(0, at), pair.slice(at + 1))
  }
  return variables
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
