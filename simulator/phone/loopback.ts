import type { IncomingMessage } from 'node:http'

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/**
 * Whether a request was addressed to this machine by one of its own names. A page elsewhere can make
 * its own host name point here (DNS rebinding), but it cannot choose another Host header.
 */
export function isLoopbackRequest({ headers }: IncomingMessage): boolean {
  return headers.host !== undefined && LOOPBACK.test(headers.host)
}
