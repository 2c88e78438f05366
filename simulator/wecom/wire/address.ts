import type { Socket } from 'node:net'

/** The caller's address, an IPv4 one without its IPv6 wrapping (::ffff:127.0.0.1). */
export const callerAddress = (socket: Pick<Socket, 'remoteAddress'>): string =>
  unwrapped(socket.remoteAddress ?? '0.0.0.0')

/** Whether an address belongs to this machine alone. */
export const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(127\.\d+\.\d+\.\d+|::1)$/.test(unwrapped(address))

const unwrapped = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')
