import type { IncomingMessage } from 'node:http'
import { isLoopback } from '../wire/address'

/** The simulator signs anyone in as anyone; it must not run where real people are. */
export const inProduction = (): boolean => process.env['NODE_ENV'] === 'production'

type GuardedRequest = Pick<IncomingMessage, 'method' | 'headers'> & {
  socket: Pick<IncomingMessage['socket'], 'remoteAddress'>
}

/**
 * Why a request may not use the control API, or undefined if it may. Only this machine may, and of
 * its browsers only the pages that this server served: another site's page could otherwise drive
 * the simulator, by a plain form or by a host name that it points at 127.0.0.1 (DNS rebinding).
 */
export const refusalOf = (request: GuardedRequest): string | undefined =>
  machineRefusal(request) ?? siteRefusal(request) ?? formatRefusal(request)

/** Refuses whoever is not on this machine, or did not mean to reach it. */
export const machineRefusal = ({ headers, socket }: GuardedRequest): string | undefined => {
  if (inProduction()) return 'the simulator does nothing when NODE_ENV is production'
  if (!isLoopback(socket.remoteAddress)) return 'the simulator is for this machine only'
  return isLoopbackHost(headers.host ?? '')
    ? undefined
    : 'the Host header must name this machine: 127.0.0.1 or localhost'
}

/** Refuses the pages of other sites. */
export const siteRefusal = ({ headers }: GuardedRequest): string | undefined => {
  const { origin, host = '' } = headers
  if (origin !== undefined && origin !== `http://${host}`) return 'the Origin is another site'
  const site = headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
    ? 'the request comes from another site'
    : undefined
}

const formatRefusal = ({ method, headers }: GuardedRequest): string | undefined => {
  if (method === 'GET' || method === 'HEAD' || method === 'DELETE') return undefined
  // A form cannot say either; whatever else could asks first, and is not answered.
  return /^application\/(json|yaml)\b/i.test(headers['content-type'] ?? '')
    ? undefined
    : 'Content-Type must be application/json (or application/yaml for a seed file)'
}

const isLoopbackHost = (host: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host)
