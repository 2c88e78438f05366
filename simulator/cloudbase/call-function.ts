import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from './body'
import { InvocationError, type InvocationFailure } from './errors'
import type { ClientCaller } from './events'

type CallFunction = (
  name: string,
  data: Record<string, unknown>,
  caller: ClientCaller,
) => Promise<unknown>

// As clients report them in public threads; no official table was found.
const errCodes: Record<InvocationFailure, number> = {
  notFound: -501000,
  threw: -504002,
  crashed: -504002,
  timedOut: -504003,
  tooLarge: -504002,
}

/**
 * POST /_cloud/callFunction `{ name, data, caller }`: the client of the phone's stand-in says who is in
 * front of it, as WeChat's own client does. Only JSON is taken, so that no page of another site can
 * send it without asking first.
 */
export const handleCallFunction = async (
  callFunction: CallFunction,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const answer = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    response.end(JSON.stringify(body))
  }
  try {
    const isJson = request.headers['content-type']?.startsWith('application/json') ?? false
    if (request.method !== 'POST' || !isJson) return answer(400, badRequest)
    const call = readCall((await readBody(request)).toString('utf8'))
    if (!call) return answer(400, badRequest)
    const { name, data, appId, openId, source } = call
    const address = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
    const result = await callFunction(name, data, { appId, openId, source, address })
    answer(200, { result, requestId: randomUUID() })
  } catch (error) {
    const failure = error instanceof InvocationError ? error.failure : 'threw'
    answer(200, {
      errCode: errCodes[failure],
      errMsg: `cloud.callFunction:fail ${error instanceof InvocationError ? error.message : ''}`,
    })
  }
}

const badRequest = { errCode: -501007, errMsg: 'cloud.callFunction:fail parameter error' }

interface ClientCall {
  name: string
  data: Record<string, unknown>
  appId: string
  openId: string
  source: string
}

const readCall = (json: string): ClientCall | undefined => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  if (!isObject(value) || !isObject(value.caller)) return undefined
  const { name, data = {}, caller } = value
  const { appId, openId, source } = caller
  const isComplete =
    typeof name === 'string' &&
    isObject(data) &&
    typeof appId === 'string' &&
    typeof openId === 'string' &&
    typeof source === 'string'
  return isComplete ? { name, data, appId, openId, source } : undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
