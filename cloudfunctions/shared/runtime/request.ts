import { AppError } from './errors'
import type { Via } from './invocation'

/** One call, whichever way it came. */
export interface ActionRequest {
  action: string
  arguments: Record<string, unknown>
  /** Not verified yet. */
  session: string | undefined
}

// A sign-in takes some 200 bytes; an encrypted mobile number under 2 KB.
const maximumBytes = 64 * 1024
const maximumDepth = 8

/**
 * Reads `{ action, session?, …arguments }` from a callFunction event, or from the JSON body of an HTTP
 * event with the session as `Authorization: Bearer`.
 *
 * @throws AppError BAD_INPUT or TOO_LARGE
 */
export const readRequest = (event: unknown, via: Via): ActionRequest => {
  if (via === 'http') return readHttp(event)
  // The platform adds userInfo; a person's word counts for nothing here.
  const { userInfo, ...body } = asObject(event)
  checkSize(JSON.stringify(body))
  return readBody(body)
}

const readHttp = (event: unknown): ActionRequest => {
  const { httpMethod, headers, body, isBase64Encoded } = asObject(event)
  if (httpMethod !== 'POST') throw new AppError('BAD_INPUT', { field: 'method' })
  if (typeof body !== 'string') throw new AppError('BAD_INPUT', { field: 'body' })
  checkSize(body)
  const text = isBase64Encoded === true ? Buffer.from(body, 'base64').toString('utf8') : body
  // Over HTTP a session counts only in its header.
  const { session, ...request } = asObject(parse(text))
  const bearer = readBearer(asObject(headers))
  return { ...readBody(request), session: bearer }
}

const readBody = (body: Record<string, unknown>): ActionRequest => {
  checkDepth(body, maximumDepth)
  const { action, session, ...rest } = body
  if (typeof action !== 'string') throw new AppError('BAD_INPUT', { field: 'action' })
  if (session !== undefined && typeof session !== 'string') {
    throw new AppError('BAD_INPUT', { field: 'session' })
  }
  return { action, session, arguments: rest }
}

const readBearer = (headers: Record<string, unknown>): string | undefined => {
  const name = Object.keys(headers).find((header) => header.toLowerCase() === 'authorization')
  if (name === undefined) return undefined
  const bearer = /^Bearer ([\w.-]+)$/i.exec(String(headers[name]))?.[1]
  if (!bearer) throw new AppError('BAD_INPUT', { field: 'authorization' })
  return bearer
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('BAD_INPUT', { field: 'body' })
  }
}

const asObject = (value: unknown): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AppError('BAD_INPUT')
  }
  return value as Record<string, unknown>
}

const checkSize = (text: string) => {
  if (Buffer.byteLength(text) > maximumBytes) throw new AppError('TOO_LARGE')
}

const checkDepth = (value: unknown, left: number) => {
  if (typeof value !== 'object' || value === null) return
  if (left === 0) throw new AppError('BAD_INPUT')
  for (const inner of Object.values(value)) checkDepth(inner, left - 1)
}

/**
 * Reads one text among the arguments of an action.
 *
 * @throws AppError BAD_INPUT that names the argument
 */
export const textArgument = (
  { arguments: given }: Pick<ActionRequest, 'arguments'>,
  name: string,
  shape: RegExp,
): string => {
  const value = Object.hasOwn(given, name) ? given[name] : undefined
  if (typeof value !== 'string' || !shape.test(value)) {
    throw new AppError('BAD_INPUT', { field: name })
  }
  return value
}

/**
 * Reads a yes or no among the arguments of an action; absent means no.
 *
 * @throws AppError BAD_INPUT that names the argument
 */
export const flagArgument = (
  { arguments: given }: Pick<ActionRequest, 'arguments'>,
  name: string,
): boolean => {
  const value = Object.hasOwn(given, name) ? given[name] : false
  if (typeof value !== 'boolean') throw new AppError('BAD_INPUT', { field: name })
  return value
}
