import type { IncomingMessage, ServerResponse } from 'node:http'
import { InvocationError, type InvocationFailure } from './errors'
import type { HttpCall } from './events'

/** The HTTP access service: turns a request into an event, and what the function gave into a response. */

const textTypes = /^(text\/|application\/(json|xml|x-www-form-urlencoded|javascript))/

export const readHttpCall = (request: IncomingMessage, body: Buffer): HttpCall => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  headers['x-forwarded-for'] = address
  headers['x-real-ip'] = address
  headers['x-forwarded-proto'] = 'https'
  const isText = body.length === 0 || textTypes.test(headers['content-type'] ?? '')
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers,
    body: body.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: !isText,
  }
}

/** The function that a path leads to: by its own route, or by one that ends in `*` and begins like it. */
export const functionAt = (
  routes: Readonly<Record<string, string>>,
  pathname: string,
): string | undefined => {
  if (Object.hasOwn(routes, pathname)) return routes[pathname]
  const isBelow = (route: string) => route.endsWith('*') && pathname.startsWith(route.slice(0, -1))
  const route = Object.keys(routes).find(isBelow)
  return route === undefined ? undefined : routes[route]
}

interface IntegrationResponse {
  statusCode: number
  headers?: Record<string, string>
  body?: unknown
  isBase64Encoded?: boolean
}

const isIntegrationResponse = (result: unknown): result is IntegrationResponse =>
  typeof result === 'object' &&
  result !== null &&
  'statusCode' in result &&
  typeof result.statusCode === 'number'

/** A function may give an integration response, or any JSON value. */
export const writeResult = (response: ServerResponse, result: unknown): void => {
  if (isIntegrationResponse(result)) {
    const { statusCode, headers = {}, body = '', isBase64Encoded = false } = result
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    response.writeHead(statusCode, headers)
    response.end(isBase64Encoded ? Buffer.from(text, 'base64') : text)
    return
  }
  if (result === null) {
    response.writeHead(204).end()
    return
  }
  const isObject = typeof result === 'object'
  response.writeHead(200, { 'content-type': isObject ? 'application/json' : 'text/html' })
  response.end(isObject ? JSON.stringify(result) : String(result))
}

// Codes: https://docs.cloudbase.net/http-api/functions. Which status goes with which is approximate.
const answers: Record<InvocationFailure, [status: number, code: string]> = {
  notFound: [404, 'FUNCTION_NOT_FOUND'],
  threw: [500, 'FUNCTION_INVOCATION_FAILED'],
  crashed: [500, 'FUNCTION_INVOCATION_FAILED'],
  timedOut: [504, 'FUNCTION_TIME_LIMIT_EXCEEDED'],
  tooLarge: [413, 'FUNCTION_PARAM_INVALID'],
}

export const writeFailure = (response: ServerResponse, error: unknown): void => {
  const failure = error instanceof InvocationError ? error.failure : 'threw'
  const message = error instanceof InvocationError ? error.message : 'internal error'
  const [status, code] = answers[failure]
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ code, message }))
}
