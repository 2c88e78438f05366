import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { Reply } from '../../../typings/api'
import type { Clock } from './clock'
import { ConfigError, secretsOf } from './config'
import { AppError, errorEntries, toAppError } from './errors'
import { looksLikeHttp, readInvocation, type Invocation, type Via } from './invocation'
import { createLog, type Log } from './log'
import { thisMachine, type Machine } from './machine'
import { readRequest, type ActionRequest } from './request'

/** What an action gets: its arguments, and who called in which way. */
export interface ActionCall extends ActionRequest {
  invocation: Invocation
  log: Log
}

/** @throws AppError, WecomError or StoreError; anything else is a fault of ours. */
export type Action = (call: ActionCall) => Promise<unknown>

export interface FunctionDefinition {
  /** The triggers that may reach it. */
  via: readonly Via[]
  actions: Readonly<Record<string, Action>>
}

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

/** For everything that one call has to ask of WeCom and of the store, in ms. */
export const callBudgetMs = 6000

interface CallUnderWay {
  log: Log
  /** By the monotonic clock. */
  endsAt: number
}

/**
 * Makes the `main` that CloudBase calls. Each call, by whichever trigger, ends in a Reply; nothing is
 * thrown, and what went wrong stands in the log under the reply's trace id.
 *
 * @param prepare Gives the function as it is now; called at each call, so it keeps what it made.
 */
export const createMain = (
  name: string,
  prepare: (surroundings: Surroundings) => FunctionDefinition | Promise<FunctionDefinition>,
  { environment, clock, write }: Machine = thisMachine,
): Main => {
  const underWay = new AsyncLocalStorage<CallUnderWay>()
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
    let via: Via | undefined
    let action = '-'

    const answer = async (): Promise<Reply<unknown>> => {
      const invocation = readInvocation(event, context)
      via = invocation.via
      const request = readRequest(event, via)
      const { via: allowed, actions } = await prepare(surroundings)
      if (!allowed.includes(via)) throw new AppError('BAD_INPUT', { field: 'trigger' })
      const act = Object.hasOwn(actions, request.action) ? actions[request.action] : undefined
      if (!act) throw new AppError('BAD_INPUT', { field: 'action' })
      action = request.action
      log({ event: 'request', function: name, action, via })
      return { ok: true, data: await act({ ...request, invocation, log }) }
    }
    const refuse = (error: unknown): Reply<never> => {
      const { code, details, retry } = explain(error, log)
      const { zh, en } = errorEntries[code]
      return {
        ok: false,
        error: { code, message: `${zh} ${en}`, retry, traceId, ...(details && { details }) },
      }
    }

    const call = { log, endsAt: performance.now() + callBudgetMs }
    const reply = await underWay.run(call, () => answer().catch(refuse))
    const code = reply.ok ? 'ok' : reply.error.code
    log({ event: 'reply', function: name, action, ms: clock.now() - startedAt, code })
    // A refusal may be dressed as the caller looks, even where the context says otherwise.
    const isHttp = via === 'http' || (via === undefined && looksLikeHttp(event))
    return isHttp ? toHttpResponse(reply) : reply
  }
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

// The integration response of https://docs.cloudbase.net/service/access-cloud-function
const toHttpResponse = (reply: Reply<unknown>) => ({
  statusCode: reply.ok ? 200 : errorEntries[reply.error.code].status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(reply),
})
