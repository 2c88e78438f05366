import type { Reply } from '../../typings/api'
import type { Main } from '../../cloudfunctions/shared/runtime/serve'
import {
  callFunctionInvocation,
  httpInvocation,
  type Invocation,
  type Target,
} from '../../simulator/cloudbase/events'

const target: Target = {
  functionName: 'under-test',
  envId: 'test',
  timeoutMs: 3000,
  memoryMb: 256,
  now: Date.now,
}

/** A person in plain WeChat or DevTools, as the platform would name them. */
export const someone = {
  appId: 'wx0000000000000000',
  openId: 'oSomeone',
  source: 'wx_client',
  address: '203.0.113.7',
}

export const callFunctionOf = (data: Record<string, unknown>): Invocation =>
  callFunctionInvocation(target, data, someone)

export interface HttpDetails {
  method?: string
  path?: string
  query?: Record<string, string>
  headers?: Record<string, string>
}

export const httpOf = (
  body: string,
  { method = 'POST', path = '/api/identity', query = {}, headers = {} }: HttpDetails = {},
): Invocation =>
  httpInvocation(target, {
    method,
    path,
    query,
    headers: { 'content-type': 'application/json', ...headers },
    body,
    isBase64Encoded: false,
  })

/** Calls a function as callFunction does. */
export const call = async (main: Main, data: Record<string, unknown>): Promise<Reply<never>> => {
  const { event, context } = callFunctionOf(data)
  return (await main(event, context)) as Reply<never>
}

export interface HttpReply {
  statusCode: number
  reply: Reply<never>
}

/** Calls a function as the HTTP access service does. */
export const post = async (
  main: Main,
  body: unknown,
  options?: HttpDetails,
): Promise<HttpReply> => {
  const { event, context } = httpOf(typeof body === 'string' ? body : JSON.stringify(body), options)
  const response = (await main(event, context)) as { statusCode: number; body: string }
  return { statusCode: response.statusCode, reply: JSON.parse(response.body) as Reply<never> }
}

export const codeOf = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.error.code)
