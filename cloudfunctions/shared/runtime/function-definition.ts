import type { ClientKind } from '../audit/client-kind'
import type { AppError } from './errors'
import type { HttpRequest, HttpResponse } from './http'
import type { Invocation, Via } from './invocation'
import type { Log } from './log'
import type { ActionRequest } from './request'

/** What a function does with what reaches it. Errors that it throws: AppError, WecomError, StoreError. */
export type FunctionDefinition = ActionFunction | HttpFunction | TimerFunction

/** Answers named actions with a Reply, over callFunction and HTTP alike. */
export interface ActionFunction {
  /** The triggers that may reach it. */
  via: readonly Via[]
  actions: Readonly<Record<string, Action>>
}

/** @throws AppError, WecomError or StoreError; anything else is a fault of ours. */
export type Action = (call: ActionCall) => Promise<unknown>

/** What an action gets: its arguments, and who called in which way. */
export interface ActionCall extends ActionRequest {
  invocation: Invocation
  client: ClientKind
  log: Log
}

/** Answers HTTP requests in its own words: pages, redirects, what WeCom wants to hear. */
export interface HttpFunction {
  respond(request: HttpRequest, log: Log): Promise<HttpResponse>
  /** What a sender gets when there is no response, be the request at fault or we. A Reply by default. */
  fail?(error: AppError): HttpResponse
  /** What one request may take upstream, in ms. */
  budgetMs?: number
}

/** Works when the clock says so; nobody waits for its answer. */
export interface TimerFunction {
  work(log: Log): Promise<unknown>
  /** What one run may take upstream, in ms. */
  budgetMs?: number
}
