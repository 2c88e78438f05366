import type { IncomingMessage, ServerResponse } from 'node:http'
import { EditRefused } from '../edits/refused'
import { readText } from '../wire/body'
import { send } from '../wire/send'
import { ControlError } from './endpoint'
import { refusalOf } from './guard'
import { findRoute, methods, type Content, type Route } from './route'
import { createRoutes, type Controlled } from './routes'

/**
 * Serves /_sim/*, which no WeCom has: for the control page, the start page, the phone preview and
 * whoever types curl on this machine. Errors are `{ error: sentence }` with 400, 403, 404 or 409.
 */
export const createControl = (controlled: Controlled) => {
  const routes = createRoutes(controlled)

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    try {
      const refusal = refusalOf(request)
      if (refusal) throw new ControlError(403, refusal)
      const found = findRoute(routes, request.method, url.pathname)
      if (!found) throw noRoute(routes, request.method, url.pathname)
      const { route, params } = found
      if ('hold' in route) return route.hold(response)
      const text = await readBody(request, route.maxBytes)
      // The guard has seen to it that the Host is this machine.
      const origin = `http://${request.headers.host}`
      answer(response, 200, await route.answer({ params, query: url.searchParams, origin, text }))
    } catch (error) {
      const { status, message, details } = asControlError(error)
      const body = JSON.stringify({ error: message, ...details })
      answer(response, status, { type: 'application/json; charset=utf-8', body })
    }
  }
}

/** Tells a wrong verb from a wrong path. */
const noRoute = (routes: readonly Route[], method = '', pathname: string): ControlError => {
  const verbs = methods.filter((one) => findRoute(routes, one, pathname))
  const hint = verbs.length > 0 ? `; it takes ${verbs.join(', ')}` : '; see docs/simulator-api.md'
  return new ControlError(404, `the simulator has no ${method} ${pathname}${hint}`)
}

const readBody = async (request: IncomingMessage, maxBytes: number): Promise<string> => {
  try {
    return await readText(request, maxBytes)
  } catch (error) {
    if (error instanceof RangeError) throw new ControlError(400, error.message)
    throw error
  }
}

/** What was refused, as HTTP says it; an error of the simulator's own goes on. */
const asControlError = (error: unknown): ControlError => {
  if (error instanceof ControlError) return error
  if (error instanceof EditRefused) {
    return new ControlError(error.reason === 'unknown' ? 404 : 400, error.message)
  }
  throw error
}

const answer = (response: ServerResponse, status: number, { type, body, headers }: Content) =>
  send(response, {
    status,
    headers: {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...headers,
    },
    body,
  })
