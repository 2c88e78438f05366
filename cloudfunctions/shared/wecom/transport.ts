import http from 'node:http'
import { createConnector } from './connection'
import { WecomError } from './errors'
import { readProxy } from './proxy'
import { createTurnstile } from './turnstile'

/** One request, and how long it may take. */
export interface WireRequest {
  path: string
  query: Record<string, string>
  /** Sent as JSON by POST; without it the request is a GET. */
  body?: object
  /** For the whole exchange, waiting for a connection included. */
  timeoutMs: number
  /**
   * `kept`: an open connection when there is one. `fresh`: a new one for this request alone; on a kept
   * one the peer may have hung up unnoticed, and then nobody knows whether the request was read.
   */
  connection: 'kept' | 'fresh'
}

/**
 * Sends one request and gives the body of the reply.
 *
 * @throws WecomError `notSent` when no byte of the request can have reached anybody, `noAnswer` when
 * one may have, `oddReply` when the answer is no reply of WeCom's. None holds a URL, a query, a body,
 * or the proxy's credentials.
 */
export type Send = (request: WireRequest) => Promise<string>

export interface TransportOptions {
  /** Such as `https://qyapi.weixin.qq.com`: without a path and without a trailing slash. */
  baseUrl: string
  /** A forward proxy, `http://[user:password@]host:port`. */
  proxy?: string
  /** PEM of the roots of a private WeCom. */
  ca?: string
  connectTimeoutMs?: number
}

// A reply of 30 000 departments has about 4 MB; more than this is not WeCom.
const maximumReplyBytes = 16 * 1024 * 1024

// Below this WxJava's default of 10 caps a busy company at some 200 sign-ins a second.
const maximumConnections = 256

/** Connections to WeCom on node:http: global fetch costs a cold start 25 ms. */
export const createTransport = (options: TransportOptions): Send => {
  const { baseUrl, ca, connectTimeoutMs = 3000 } = options
  const target = new URL(baseUrl)
  const proxy = options.proxy ? readProxy(options.proxy) : undefined
  const connect = createConnector({
    target,
    connectTimeoutMs,
    ...(proxy && { proxy }),
    ...(ca && { ca }),
  })
  const agents = { kept: createAgent(connect, true), fresh: createAgent(connect, false) }
  const turnstile = createTurnstile(maximumConnections)
  // A proxy that opens no tunnel is told where to go in the request line. RFC 9112 §3.2.2
  const isRelayed = proxy !== undefined && target.protocol === 'http:'
  const authorization = isRelayed ? proxy.authorization : undefined

  return ({ path, query, body, timeoutMs, connection }) =>
    new Promise((resolve, reject) => {
      if (timeoutMs <= 0) return reject(new WecomError({ failure: 'notSent', path }))
      const content = body && Buffer.from(JSON.stringify(body))
      const pathAndQuery = `${path}?${new URLSearchParams(query)}`
      let mayHaveLeft = false
      let request: http.ClientRequest | undefined

      const fail = (failure: 'notSent' | 'noAnswer' | 'oddReply') => {
        clearTimeout(timer)
        reject(new WecomError({ failure, path, ...(failure === 'oddReply' && { field: '*' }) }))
      }
      const failUnanswered = () => fail(mayHaveLeft ? 'noAnswer' : 'notSent')

      const start = () => {
        request = http.request(
          {
            agent: agents[connection],
            method: content ? 'POST' : 'GET',
            path: isRelayed ? `${target.origin}${pathAndQuery}` : pathAndQuery,
            headers: {
              host: target.host,
              ...(content && {
                'content-type': 'application/json',
                'content-length': content.length,
              }),
              ...(authorization && { 'proxy-authorization': authorization }),
            },
          },
          (response) =>
            readBody(response).then(
              (text) => {
                clearTimeout(timer)
                resolve(text)
              },
              (failure: 'noAnswer' | 'oddReply') => {
                fail(failure)
                request?.destroy()
              },
            ),
        )
        // Comes when there is an open connection, and right before the first byte.
        request.once('socket', () => (mayHaveLeft = true))
        request.on('error', (error: NodeJS.ErrnoException) =>
          error.code?.startsWith('HPE_') ? fail('oddReply') : failUnanswered(),
        )
        // The agent takes its connection back one step later: let no new one be opened meanwhile.
        request.once('close', () => setImmediate(leave))
        request.end(content)
      }

      const timer = setTimeout(() => {
        failUnanswered()
        if (request) request.destroy()
        else leave()
      }, timeoutMs)
      const leave = turnstile.pass(start)
    })
}

/** @throws the kind of failure */
const readBody = (response: http.IncomingMessage): Promise<string> =>
  new Promise((resolve, reject) => {
    // WeCom answers 200 for its own refusals; anything else comes from something in between.
    if (response.statusCode !== 200) return reject('oddReply')
    const chunks: Buffer[] = []
    let bytes = 0
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes > maximumReplyBytes) reject('oddReply')
    })
    response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
    response.on('error', () => reject('noAnswer'))
  })

const createAgent = (
  connect: ReturnType<typeof createConnector>,
  keepAlive: boolean,
): http.Agent => {
  const agent = new http.Agent({ keepAlive, maxFreeSockets: maximumConnections })
  agent.createConnection = (_, handOver) => {
    connect().then(
      (socket) => handOver?.(null, socket),
      // The agent looks at no socket when there is an error.
      (error: Error) => handOver?.(error, undefined as never),
    )
    return undefined
  }
  return agent
}
