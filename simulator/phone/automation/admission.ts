import type { IncomingMessage } from 'node:http'
import { isLoopbackRequest } from '../loopback'

export type Visitor = 'client' | 'phone'

const LOOPBACK_ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/**
 * Who asks to be connected, or `undefined` for whoever may not. Clients run code in the mini program, so
 * no page of any browser may be one: a browser always names the page's origin, and the client never
 * does. Phones are pages, and know a path that only the page of the phone is told.
 *
 * @param phonePath the path that phones are told
 */
export function admit(request: IncomingMessage, phonePath: string): Visitor | undefined {
  // A page elsewhere whose host name points here (DNS rebinding).
  if (!isLoopbackRequest(request)) return undefined
  const { origin } = request.headers
  if (request.url === phonePath)
    return origin !== undefined && LOOPBACK_ORIGIN.test(origin) ? 'phone' : undefined
  return origin === undefined && request.url === '/' ? 'client' : undefined
}
