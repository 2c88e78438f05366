import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { readBody } from '../body'
import { InvocationError } from '../errors'
import type { Database } from './database'
import type { DatabaseFaults } from './faults'
import type { AdminRequest } from './request'

export interface AdminEndpoint {
  database: Database
  faults: DatabaseFaults
  /** For `functions.invokeFunction`: a function that is called by another. */
  invokeFunction(name: string, data: unknown): Promise<unknown>
}

/**
 * POST /admin: the one address that @cloudbase/node-sdk and wx-server-sdk speak to. Signatures are not
 * checked, but there must be one: mini programs have none, and neither has a page of another site.
 */
export const handleAdmin = async (
  { database, faults, invokeFunction }: AdminEndpoint,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const answer = (body: object) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(body))
  }
  const refuse = (code: string, message: string) =>
    answer({ requestId: randomUUID(), code, message })

  if (request.method !== 'POST') return refuse('INVALID_PARAM', 'POST only')
  if (!request.headers.authorization)
    return refuse('SIGN_PARAM_INVALID', 'authorization is missing')
  const body = await readRequest(request)
  if (!body) return refuse('INVALID_PARAM', 'the body must be a JSON object of at most 6 MiB')

  const fault = faults.take(String(body.action))
  const isBefore = fault && 'when' in fault && fault.when === 'before'
  if (fault?.kind === 'hang') return
  if (fault?.kind === 'away' || (fault?.kind === 'answerLost' && isBefore)) {
    request.socket.destroy()
    return
  }
  if (fault?.kind === 'slow' && isBefore) await pause(fault.ms)
  const reply =
    body.action === 'functions.invokeFunction'
      ? await callAnother(invokeFunction, body)
      : await database.perform(body)
  if (fault?.kind === 'slow' && !isBefore) await pause(fault.ms)
  if (fault?.kind === 'answerLost') {
    request.socket.destroy()
    return
  }
  answer(reply)
}

const readRequest = async (request: IncomingMessage): Promise<AdminRequest | undefined> => {
  try {
    const value: unknown = JSON.parse((await readBody(request)).toString('utf8'))
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as AdminRequest) : undefined
  } catch {
    return undefined
  }
}

const callAnother = async (
  invokeFunction: AdminEndpoint['invokeFunction'],
  { function_name: name, request_data: json }: AdminRequest,
): Promise<object> => {
  const requestId = randomUUID()
  try {
    const data: unknown = typeof json === 'string' && json !== '' ? JSON.parse(json) : {}
    const result = await invokeFunction(String(name), data)
    return { requestId, data: { response_data: JSON.stringify(result) } }
  } catch (error) {
    const message = error instanceof InvocationError ? error.message : 'not callable'
    return { requestId, code: 'FUNCTIONS_EXECUTE_FAIL', message }
  }
}
