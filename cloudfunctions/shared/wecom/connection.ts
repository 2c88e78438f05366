import http from 'node:http'
import net from 'node:net'
import tls from 'node:tls'
import type { ForwardProxy } from './proxy'

/** Where connections lead. */
export interface Route {
  /** The server that the requests are for. */
  target: URL
  proxy?: ForwardProxy
  /** PEM: trusted instead of the public roots, for a private WeCom with roots of its own. */
  ca?: string
  /** For name, TCP, tunnel and TLS together. */
  connectTimeoutMs: number
}

/**
 * Gives a function that opens one connection, ready for HTTP: through the proxy's tunnel when the
 * target is https, and after the certificate was checked. Up to then no byte of any request exists
 * on it, which is what makes `notSent` certain.
 *
 * An http target behind a proxy gets a connection to the proxy itself.
 */
export const createConnector = (route: Route): (() => Promise<net.Socket>) => {
  const { target, proxy, ca, connectTimeoutMs } = route
  const isSecure = target.protocol === 'https:'
  const host = hostOf(target)
  // Saves the certificates' part of the handshake, as https.Agent does.
  let session: Buffer | undefined

  const secure = (socket: net.Socket, signal: AbortSignal): Promise<net.Socket> => {
    const secured = tls.connect({
      socket,
      host,
      servername: net.isIP(host) ? '' : host,
      ...(ca && { ca }),
      ...(session && { session }),
    })
    secured.on('session', (latest) => (session = latest))
    return opened(secured, 'secureConnect', signal)
  }

  return async () => {
    const signal = AbortSignal.timeout(connectTimeoutMs)
    if (isSecure && proxy) return secure(await openTunnel(proxy, target, signal), signal)
    const socket = await openTcp(proxy?.address ?? target, signal)
    return isSecure ? secure(socket, signal) : socket
  }
}

const openTcp = (to: URL, signal: AbortSignal): Promise<net.Socket> =>
  opened(net.connect({ host: hostOf(to), port: portOf(to), noDelay: true }), 'connect', signal)

/** Waits until a socket is open; destroys it when that takes too long. */
const opened = <S extends net.Socket>(
  socket: S,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal,
): Promise<S> =>
  new Promise((resolve, reject) => {
    const giveUp = () => socket.destroy(new Error('too slow'))
    signal.addEventListener('abort', giveUp, { once: true })
    socket.once(event, () => {
      signal.removeEventListener('abort', giveUp)
      resolve(socket)
    })
    // Stays for good: between here and its first request nobody else listens.
    socket.on('error', reject)
    socket.once('close', () => reject(new Error('closed while opening')))
    if (signal.aborted) giveUp()
  })

// https://www.rfc-editor.org/rfc/rfc9110#name-connect
const openTunnel = (
  { address, authorization }: ForwardProxy,
  target: URL,
  signal: AbortSignal,
): Promise<net.Socket> =>
  new Promise((resolve, reject) => {
    const authority = `${target.hostname}:${portOf(target)}`
    const request = http.request({
      method: 'CONNECT',
      host: hostOf(address),
      port: portOf(address),
      path: authority,
      headers: { host: authority, ...(authorization && { 'proxy-authorization': authorization }) },
      agent: false,
      signal,
    })
    request.once('connect', ({ statusCode = 0 }, socket: net.Socket) => {
      if (statusCode >= 200 && statusCode < 300) return resolve(socket)
      socket.destroy()
      reject(new Error('the proxy opens no tunnel'))
    })
    request.once('error', reject)
    request.end()
  })

// URL keeps the brackets of an IPv6 address, sockets want none.
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')
const portOf = ({ port, protocol }: URL): number =>
  Number(port) || (protocol === 'https:' ? 443 : 80)
