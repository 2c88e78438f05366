import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { Reply } from '../../../typings/api'
import type { Clock } from './clock'
import { ConfigError, loadConfig, secretsOf, type Config } from './config'
import { AppError, errorEntries, toAppError } from './errors'
import { readInvocation, type Invocation, type Via } from './invocation'
import { createLog, type Log } from './log'
import { thisMachine, type Machine } from './machine'
import { readRequest, type ActionRequest } from './request'

/** What an action gets: its arguments, and who called in which way. */
export interface ActionCall extends ActionRequest {
  invocation: Invocation
  log: Log
}

/** @throws AppError or WecomError; anything else is a fault of ours. */
export type Action = (call: ActionCall) => Promise<unknown>

export interface FunctionDefinition {
  /** The triggers that may reach it. */
  via: readonly Via[]
  actions: Readonly<Record<string, Action>>
}

/** What a function is built from, once in the life of an instance. */
export interface Runtime {
  config: Config
  clock: Clock
  /** Writes under the trace id of the call that is under way. */
  log: Log
}

export type Main = (event: unknown, context: unknown) => Promise<unknown>

/**
 * Makes the `main` that CloudBase calls. Each call, by whichever trigger, ends in a Reply; nothing is
 * thrown, and what went wrong stands in the log under the reply's trace id.
 *
 * @param define Called at the first call and then kept: a warm instance keeps its caches.
 */
export const serveFunction = (
  name: string,
  define: (runtime: Runtime) => FunctionDefinition,
  { environment, clock, write }: Machine = thisMachine,
): Main => {
  const logOfThisCall = new AsyncLocalStorage<Log>()
  const secrets = secretsOf(environment)
  let config: Config | undefined
  let definition: FunctionDefinition | undefined
  const prepare = (): FunctionDefinition =>
    (definition ??= define({
      // Read when it is first asked for: a function that needs no configuration runs without.
      get config() {
        return (config ??= loadConfig(environment))
      },
      clock,
      log: (event) => logOfThisCall.getStore()?.(event),
    }))

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
      const { via: allowed, actions } = prepare()
      if (!allowed.includes(via)) throw new AppError('BAD_INPUT', { field: 'trigger' })
      if (!Object.hasOwn(actions, request.action))
        throw new AppError('BAD_INPUT', { field: 'action' })
      action = request.action
      log({ event: 'request', function: name, action, via })
      return { ok: true, data: await actions[action]?.({ ...request, invocation, log }) }
    }
    const refuse = (error: unknown): Reply<never> => {
      const { code, details } = explain(error, log)
      const { zh, en, retry } = errorEntries[code]
      return {
        ok: false,
        error: { code, message: `${zh} ${en}`, retry, traceId, ...(details && { details }) },
      }
    }

    const reply = await logOfThisCall.run(log, () => answer().catch(refuse))
    const code = reply.ok ? 'ok' : reply.error.code
    log({ event: 'reply', function: name, action, ms: clock.now() - startedAt, code })
    return via === 'http' ? toHttpResponse(reply) : reply
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
