import http from 'node:http'
import https from 'node:https'
import { WecomError } from './errors'

/** Sends one GET and gives the body of the reply. */
export type Send = (path: string, query: Record<string, string>) => Promise<string>

export interface TransportOptions {
  /** Such as `https://qyapi.weixin.qq.com`: without a path and without a trailing slash. */
  baseUrl: string
  /** For the whole exchange, in ms. */
  timeoutMs: number
}

// A reply of 30 000 departments has about 4 MB; more than this is not WeCom.
const maximumReplyBytes = 16 * 1024 * 1024

// Below this WxJava's default of 10 caps a busy company at some 200 sign-ins a second.
const maximumSockets = 256

/**
 * A keep-alive connection to WeCom on node:http(s): global fetch costs a cold start 25 ms.
 *
 * @throws WecomError `notSent` when no connection came about, `noAnswer` when it broke or took too
 * long, `oddReply` when the answer is no reply of WeCom's. None holds the query.
 */
export const createTransport = ({ baseUrl, timeoutMs }: TransportOptions): Send => {
  const base = new URL(baseUrl)
  const client = base.protocol === 'https:' ? https : http
  const agent = new client.Agent({ keepAlive: true, maxSockets: maximumSockets })

  return (path, query) =>
    new Promise((resolve, reject) => {
      let connected = false
      const fail = (failure: 'notSent' | 'noAnswer' | 'oddReply') =>
        reject(new WecomError({ failure, path, ...(failure === 'oddReply' && { field: '*' }) }))

      const request = client.request(
        new URL(`${path}?${new URLSearchParams(query)}`, base),
        { agent, signal: AbortSignal.timeout(timeoutMs) },
        (response) => {
          // WeCom answers 200 for its own refusals; anything else comes from something in between.
          if (response.statusCode !== 200) {
            response.resume()
            return fail('oddReply')
          }
          const chunks: Buffer[] = []
          let bytes = 0
          response.on('data', (chunk: Buffer) => {
            chunks.push(chunk)
            bytes += chunk.length
            if (bytes > maximumReplyBytes) {
              fail('oddReply')
              request.destroy()
            }
          })
          response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
          response.on('error', () => fail('noAnswer'))
        },
      )
      request.on('socket', (socket) => {
        if (!socket.connecting) connected = true
        else
          socket.once(
            base.protocol === 'https:' ? 'secureConnect' : 'connect',
            () => (connected = true),
          )
      })
      request.on('error', () => fail(connected ? 'noAnswer' : 'notSent'))
      request.end()
    })
}
