import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that listens: its base URL, and how to end it. */
export interface Listening {
  url: string
  /** Ends every connection, then the server. */
  close(): Promise<void>
}

/** Puts `handle` on a port of 127.0.0.1, never on an address that others can reach. */
export const listen = async (
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>,
  port: number,
): Promise<Listening> => {
  const server = createServer((request, response) => {
    handle(request, response).then(
      (handled) => handled || showTheWay(request, response),
      (error: unknown) => {
        // An error of the simulator's own: never dressed up as an answer of WeCom.
        if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' })
        response.end(
          `the simulator failed: ${error instanceof Error ? error.message : 'unknown'}\n`,
        )
      },
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}

/** Whoever opens the bare address is led to the control page. */
const showTheWay = ({ url }: IncomingMessage, response: ServerResponse): void => {
  const isNear = url === '/' || url === '/_sim'
  response.writeHead(isNear ? 302 : 404, {
    'Content-Type': 'text/plain',
    ...(isNear && { Location: '/_sim/' }),
  })
  response.end('no path of the WeCom simulator; its page is at /_sim/\n')
}
