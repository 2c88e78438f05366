import http, { type IncomingHttpHeaders } from 'node:http'
import { createConnector } from '../../cloudfunctions/shared/wecom/connection'
import { readProxy } from '../../cloudfunctions/shared/wecom/proxy'

/** What came back, as it came. */
export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

export interface Question {
  /** Below /cgi-bin/. */
  path: string
  query: Record<string, string>
  /** Makes it a POST. */
  body?: Record<string, string>
}

export interface ServerOptions {
  baseUrl: string
  /** `http://[user:password@]host:port`, for a server with https. */
  proxy?: string
  timeoutMs?: number
}

/**
 * Gives a function that asks one question on a connection of its own. Throws, with a sentence that
 * quotes nothing of the request, where no answer comes in time.
 */
export const createAsk = ({ baseUrl, proxy, timeoutMs = 10_000 }: ServerOptions) => {
  const target = new URL(baseUrl)
  const connect = createConnector({
    target,
    connectTimeoutMs: timeoutMs,
    ...(proxy && target.protocol === 'https:' && { proxy: readProxy(proxy) }),
  })

  return async ({ path, query, body }: Question): Promise<Answer> => {
    try {
      const socket = await connect()
      const request = http.request({
        createConnection: () => socket, // without an agent: nothing stays open for a next one
        method: body ? 'POST' : 'GET',
        path: `/cgi-bin/${path}?${new URLSearchParams(query)}`,
        headers: { host: target.host, ...(body && { 'content-type': 'application/json' }) },
        signal: AbortSignal.timeout(timeoutMs),
      })
      return await answerTo(request.end(body && JSON.stringify(body)))
    } catch {
      throw new Error(`${target.host} does not answer /cgi-bin/${path}`)
    }
  }
}

const answerTo = (request: http.ClientRequest): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.once('error', reject)
    request.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      response.once('error', reject)
      response.once('end', () => {
        const { statusCode = 0, headers } = response
        resolve({ status: statusCode, headers, text })
      })
    })
  })
