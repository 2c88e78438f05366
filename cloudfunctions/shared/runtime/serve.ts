import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { ErrorCode, Reply } from '../../../typings/api'
import type { Clock } from './clock'
import { readClient } from './client'
import { ConfigError } from './config-error'
import { AppError, errorEntries, toAppError } from './errors'
import type { FunctionDefinition, HttpFunction } from './function-definition'
import { jsonResponse, readHttpRequest, toIntegrationResponse, type HttpResponse } from './http'
import { looksLikeHttp, readInvocation, type Invocation, type Via } from './invocation'
import { createLog, type Log } from './log'
import { thisMachine, type Machine } from './machine'
import { readRequest } from './request'
import { secretsOf } from './secrets'

export type { Action, ActionCall, FunctionDefinition } from './function-definition'

/** What a function has around it, whichever call is under way. */
export interface Surroundings {
  clock: Clock
  /** Writes under the trace id of the call that is under way. */
  log: Log
  /** What is left of the time that the call under way may take upstream, in ms. */
  remainingMs(): number
  /** Values that must not appear in the log from now on. */
  hide(secrets: readonly string[]): void
}

export type Main = (event: unknown, context: unknown) => Promise<unknown>

/** For everything that one call has to ask of WeCom and of the store, in ms; the usual. */
export const callBudgetMs = 6000

interface CallUnderWay {
  log: Log
  /** By the monotonic clock. */
  endsAt: number
}

// One for the whole process: Node goes through all that were ever used whenever a promise is made.
const underWay = new AsyncLocalStorage<CallUnderWay>()

type Answer = { reply: Reply<unknown> } | { response: HttpResponse }

/**
 * Makes the `main` that CloudBase calls. Each call, by whichever trigger, ends in a Reply or in an HTTP
 * response; nothing is thrown, and what went wrong stands in the log under the call's trace id.
 *
 * @param prepare Gives the function as it is now; called at each call, so it keeps what it made.
 */
export const createMain = (
  name: string,
  prepare: (surroundings: Surroundings) => FunctionDefinition | Promise<FunctionDefinition>,
  { environment, clock, write }: Machine = thisMachine,
): Main => {
  const secrets = new Set(secretsOf(environment))
  const surroundings: Surroundings = {
    clock,
    log: (event) => underWay.getStore()?.log(event),
    remainingMs: () => (underWay.getStore()?.endsAt ?? Infinity) - performance.now(),
    hide: (more) => {
      for (const secret of more) secrets.add(secret)
    },
  }

  return async (event, context) => {
    const startedAt = clock.now()
    const traceId = randomBytes(8).toString('hex')
    const log = createLog({ traceId, now: () => clock.now(), secrets, ...(write && { write }) })
    const call: CallUnderWay = { log, endsAt: performance.now() + callBudgetMs }
    let via: Via | undefined
    let action = '-'
    let code: ErrorCode | 'ok' = 'ok'
    let fail: HttpFunction['fail']

    const begin: Begin = (ofAction, by, { budgetMs = callBudgetMs } = {}) => {
      action = ofAction
      call.endsAt += budgetMs - callBudgetMs
      log({ event: 'request', function: name, action, via: by })
    }
    const answer = async (): Promise<Answer> => {
      const invocation = readInvocation(event, context)
      via = invocation.via
      const definition = await prepare(surroundings)
      if ('fail' in definition) fail = definition.fail
      return carryOut(definition, { event, invocation, log, begin })
    }
    const refuse = (error: unknown): Answer => {
      const appError = explain(error, log)
      code = appError.code
      return fail ? { response: fail(appError) } : { reply: refusal(appError, traceId) }
    }

    const given = await underWay.run(call, () => answer().catch(refuse))
    log({ event: 'reply', function: name, action, ms: clock.now() - startedAt, code })
    if ('response' in given) return toIntegrationResponse(given.response)
    // A refusal may be dressed as the caller looks, even where the context says otherwise.
    const isHttp = via === 'http' || (via === undefined && looksLikeHttp(event))
    return isHttp ? toIntegrationResponse(jsonResponse(statusOf(code), given.reply)) : given.reply
  }
}

/** The request is read, and this is what it asks for. */
type Begin = (action: string, via: Via, limits?: { budgetMs?: number }) => void

interface Task {
  event: unknown
  invocation: Invocation
  log: Log
  begin: Begin
}

const carryOut = async (
  definition: FunctionDefinition,
  { event, invocation, log, begin }: Task,
): Promise<Answer> => {
  const { via } = invocation
  if (!triggersOf(definition).includes(via)) throw new AppError('BAD_INPUT', { field: 'trigger' })
  if ('respond' in definition) {
    const request = readHttpRequest(event)
    begin(request.method, via, definition)
    return { response: await definition.respond(request, log) }
  }
  if ('work' in definition) {
    begin('work', via, definition)
    return { reply: { ok: true, data: await definition.work(log) } }
  }
  const request = readRequest(event, via)
  const { actions } = definition
  const act = Object.hasOwn(actions, request.action) ? actions[request.action] : undefined
  if (!act) throw new AppError('BAD_INPUT', { field: 'action' })
  begin(request.action, via)
  const client = readClient(event, invocation)
  return { reply: { ok: true, data: await act({ ...request, invocation, client, log }) } }
}

const triggersOf = (definition: FunctionDefinition): readonly Via[] => {
  if ('respond' in definition) return ['http']
  return 'work' in definition ? ['timer'] : definition.via
}

const statusOf = (code: ErrorCode | 'ok'): number =>
  code === 'ok' ? 200 : errorEntries[code].status

const refusal = ({ code, details, retry }: AppError, traceId: string): Reply<never> => {
  const { zh, en } = errorEntries[code]
  const error = { code, message: `${zh} ${en}`, retry, traceId, ...(details && { details }) }
  return { ok: false, error }
}

const explain = (error: unknown, log: Log): AppError => {
  if (error instanceof ConfigError) {
    log({ event: 'misconfigured', problems: [...error.problems] })
    return new AppError('NOT_CONFIGURED')
  }
  const appError = toAppError(error)
  if (appError.code === 'INTERNAL' && error instanceof Error) {
    // The message of a foreign error may quote what it was given; its place in the code can't.
    const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
    log({ event: 'fault', name: error.name, frames: frames.map((line) => line.trim()) })
  }
  return appError
}
