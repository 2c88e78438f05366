import { request } from 'node:http'
import type { LookupFunction } from 'node:net'
import { isLoopback } from '../wire/address'

/** What came of one request to a receiver. */
export type ReceiverAnswer =
  | { outcome: 'answered'; status: number; body: string }
  | { outcome: 'timed out' }
  | { outcome: 'unreachable' }

const bodyLimit = 65_536

/** Whether events may be sent there: http, and this machine itself. */
export const isLocalReceiver = ({ protocol, hostname }: URL): boolean => {
  const address = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'http:' && (address === 'localhost' || isLoopback(address))
}

/**
 * Sends one request to a local receiver and reads at most 64 KB of its answer. `limitMs` covers all
 * of it, from the connection to the end of the answer. Never throws, follows no redirect.
 */
export const sendToReceiver = (
  url: URL,
  { body, limitMs }: { body?: string; limitMs: number },
): Promise<ReceiverAnswer> =>
  new Promise((resolve) => {
    const limit = AbortSignal.timeout(limitMs)
    const fail = () => resolve({ outcome: limit.aborted ? 'timed out' : 'unreachable' })
    const sent = request(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...(body !== undefined && { 'Content-Type': 'text/xml' }) },
      agent: false, // an idle connection that the receiver closes would look like a failure of it
      lookup: loopbackOnly,
      signal: limit,
    })
    sent.on('error', fail)
    sent.on('response', (response) => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size <= bodyLimit) chunks.push(chunk)
      })
      response.on('error', fail)
      response.on('end', () =>
        resolve({
          outcome: 'answered',
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    sent.end(body)
  })

/** localhost is this machine, whatever the resolver says of it. */
const loopbackOnly: LookupFunction = (_hostname, { all }, answer) => {
  if (!all) return answer(null, '127.0.0.1', 4)
  answer(null, [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ])
}
