import type { IncomingMessage } from 'node:http'
import { isLoopback } from '../wire/address'

/** The simulator signs anyone in as anyone; it must not run where real people are. */
export const inProduction = (): boolean => process.env['NODE_ENV'] === 'production'

/**
 * Why a request may not use the control API, or undefined if it may. Only this machine may, and of
 * its browsers only the pages that this server served: another site's page could otherwise drive
 * the simulator, by a plain form or by a host name that it points at 127.0.0.1 (DNS rebinding).
 */
export const refusalOf = ({
  method,
  headers,
  socket,
}: Pick<IncomingMessage, 'method' | 'headers'> & {
  socket: Pick<IncomingMessage['socket'], 'remoteAddress'>
}): string | undefined => {
  if (inProduction()) return 'the simulator does nothing when NODE_ENV is production'
  if (!isLoopback(socket.remoteAddress)) return 'the simulator is for this machine only'
  const host = headers.host ?? ''
  if (!isLoopbackHost(host)) return 'the Host header must name this machine: 127.0.0.1 or localhost'
  const { origin } = headers
  if (origin !== undefined && origin !== `http://${host}`) return 'the Origin is another site'
  const site = headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') return 'the request comes from another site'
  if (method === 'GET' || method === 'HEAD' || method === 'DELETE') return undefined
  // A form cannot say either; whatever else could asks first, and is not answered.
  return /^application\/(json|yaml)\b/i.test(headers['content-type'] ?? '')
    ? undefined
    : 'Content-Type must be application/json (or application/yaml for a seed file)'
}

const isLoopbackHost = (host: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host)
