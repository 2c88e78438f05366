import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type Handler = (
  request: http.IncomingMessage,
  response: http.ServerResponse,
) => Promise<boolean>

export interface Server {
  url: string
  close(): Promise<void>
}

/**
 * Serves the stand-ins on one port of this machine. They are made once the port is known, because each
 * is told the address of the others.
 *
 * @param port 0 takes a free one.
 * @throws NodeJS.ErrnoException, with EADDRINUSE when something else listens there
 */
export const startServer = async (
  port: number,
  createHandlers: (url: string) => Handler[],
): Promise<Server> => {
  const server = http.createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const handlers = createHandlers(url)

  server.on('request', (request, response) => {
    answer(handlers, url, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(error instanceof Error ? error.message : '')
    })
  })
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const answer = async (
  handlers: Handler[],
  url: string,
  request: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  // A name that somebody points at 127.0.0.1 would give their page the run of this server.
  if (!['127.0.0.1', 'localhost'].includes(host)) return void response.writeHead(403).end()
  // The mini program calls 127.0.0.1, which is another origin than localhost to a browser.
  if (host === 'localhost' && request.method === 'GET') {
    return void response.writeHead(302, { location: url + (request.url ?? '/') }).end()
  }
  for (const handle of handlers) if (await handle(request, response)) return
  response.writeHead(404).end()
}
