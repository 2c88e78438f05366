import { AppError } from './errors'

/** A request as the HTTP access service gave it, for functions that answer more than JSON. */
export interface HttpRequest {
  method: string
  path: string
  query: ReadonlyMap<string, string>
  /** Names in lower case. */
  headers: ReadonlyMap<string, string>
  body: Buffer
}

export interface HttpResponse {
  status: number
  headers?: Readonly<Record<string, string>>
  body?: string
}

// The largest that anybody sends here: an event of WeCom, a form.
const maximumBytes = 64 * 1024

/**
 * Reads the event of the HTTP access service.
 * https://docs.cloudbase.net/service/access-cloud-function
 *
 * @throws AppError BAD_INPUT, where a parameter has not exactly one value, or TOO_LARGE
 */
export const readHttpRequest = (event: unknown): HttpRequest => {
  const { httpMethod, path, headers, queryStringParameters, body, isBase64Encoded } =
    asObject(event)
  if (typeof httpMethod !== 'string' || !/^[A-Z]{1,10}$/.test(httpMethod))
    throw new AppError('BAD_INPUT', { field: 'method' })
  if (typeof path !== 'string') throw new AppError('BAD_INPUT', { field: 'path' })
  return {
    method: httpMethod,
    path,
    query: new Map(readTexts(queryStringParameters ?? {}, 'query')),
    headers: new Map(
      readTexts(headers, 'headers').map(([name, value]) => [name.toLowerCase(), value]),
    ),
    body: readBody(body ?? '', isBase64Encoded === true),
  }
}

const readTexts = (value: unknown, field: string): [name: string, value: string][] =>
  Object.entries(asObject(value)).map(([name, text]) => {
    if (typeof text !== 'string') throw new AppError('BAD_INPUT', { field })
    return [name, text]
  })

const readBody = (body: unknown, isBase64: boolean): Buffer => {
  if (typeof body !== 'string') throw new AppError('BAD_INPUT', { field: 'body' })
  const bytes = Buffer.from(body, isBase64 ? 'base64' : 'utf8')
  if (bytes.length > maximumBytes) throw new AppError('TOO_LARGE')
  return bytes
}

const asObject = (value: unknown): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) throw new AppError('BAD_INPUT')
  return value as Record<string, unknown>
}

/** What the HTTP access service sends as it is (集成响应). */
export const toIntegrationResponse = ({ status, headers, body }: HttpResponse) => ({
  statusCode: status,
  headers: { 'cache-control': 'no-store', ...headers },
  body: body ?? '',
})

/** A response of JSON. */
export const jsonResponse = (status: number, value: unknown): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
})
