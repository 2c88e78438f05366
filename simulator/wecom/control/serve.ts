import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Callbacks } from '../callbacks/callbacks'
import type { Faults } from '../faults'
import type { IssueCode } from '../issue-code'
import type { Journal } from '../journal'
import type { World } from '../state/world'
import { readJson } from '../wire/body'
import { send } from '../wire/send'
import { checkCallbacks, listCallbacks } from './callbacks'
import { clientLogin } from './client-login'
import { clientSealed } from './client-sealed'
import { checkSession } from './client-session'
import { listCompany } from './company'
import { ControlError, type ControlEndpoint } from './endpoint'
import { addFault } from './faults'
import { refusalOf } from './guard'

/**
 * Serves /_sim/*, which no WeCom has: JSON for the start page, the phone preview and whoever types
 * curl on this machine. Errors are `{ error: sentence }` with 400, 403, 404 or 409.
 */
export const createControl = (deps: {
  world: World
  faults: Faults
  journal: Journal
  issueCode: IssueCode
  callbacks: Callbacks
}) => {
  const { world, faults, journal, callbacks } = deps
  const endpoints = new Map<string, ControlEndpoint>([
    ['GET /_sim/company', listCompany(world)],
    ['POST /_sim/client/login', clientLogin(deps.issueCode)],
    ['POST /_sim/client/check-session', checkSession(world)],
    ['POST /_sim/client/sealed', clientSealed(world)],
    ['GET /_sim/requests', () => ({ requests: journal.entries() })],
    ['GET /_sim/faults', () => ({ faults: faults.list() })],
    ['POST /_sim/faults', addFault(faults)],
    ['DELETE /_sim/faults', () => (faults.clear(), { faults: [] })],
    ['GET /_sim/callbacks', listCallbacks(callbacks)],
    ['POST /_sim/callbacks/verify', checkCallbacks(callbacks)],
  ])

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    try {
      const refusal = refusalOf(request)
      if (refusal) throw new ControlError(403, refusal)
      const endpoint = endpoints.get(`${request.method} ${url.pathname}`)
      if (!endpoint) throw new ControlError(404, `the simulator has no ${url.pathname}`)
      const body = request.method === 'POST' ? await posted(request) : undefined
      answer(response, 200, await endpoint(body))
    } catch (error) {
      if (!(error instanceof ControlError)) throw error
      answer(response, error.status, { error: error.message })
    }
  }
}

const posted = async (request: IncomingMessage): Promise<unknown> => {
  try {
    return await readJson(request)
  } catch (error) {
    const reason = error instanceof RangeError ? error.message : 'the body must be JSON'
    throw new ControlError(400, reason)
  }
}

const answer = (response: ServerResponse, status: number, body: unknown) =>
  send(response, {
    status,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
    body: JSON.stringify(body),
  })
