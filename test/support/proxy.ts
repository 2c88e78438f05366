import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'

export interface ForwardProxyServer {
  url: string
  /** `CONNECT host:port`, or the method and the whole address of a request, as they came. */
  asked: string[]
  /** `Proxy-Authorization` of each. */
  authorizations: (string | undefined)[]
  close(): Promise<void>
}

export interface ForwardProxyOptions {
  /** Answers with this status instead of passing anything on. */
  refuseWith?: number
  /** Before a tunnel is opened, in ms. */
  delayMs?: number
  /** Hangs up instead of answering a CONNECT. */
  hangUp?: boolean
}

/** A forward proxy on loopback: tunnels for CONNECT, relaying for requests that name a whole address. */
export const startProxy = async (
  options: ForwardProxyOptions = {},
): Promise<ForwardProxyServer> => {
  const { refuseWith, delayMs = 0, hangUp = false } = options
  const asked: string[] = []
  const authorizations: (string | undefined)[] = []
  const open = new Set<Duplex>()
  const note = ({ method, url, headers }: http.IncomingMessage) => {
    asked.push(`${method} ${url}`)
    authorizations.push(headers['proxy-authorization'])
  }

  const server = http.createServer((request, response) => {
    note(request)
    if (refuseWith) return void response.writeHead(refuseWith).end()
    const onward = http.request(
      request.url ?? '',
      { method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  })
  server.on('connect', (request: http.IncomingMessage, client: Duplex) => {
    note(request)
    client.on('error', () => undefined)
    open.add(client)
    if (hangUp) return void client.destroy()
    // Left open, as proxies do that want to be asked again with a password.
    if (refuseWith) return void client.write(`HTTP/1.1 ${refuseWith} No\r\n\r\n`)
    const { hostname, port } = new URL(`http://${request.url}`)
    setTimeout(() => {
      const onward = net.connect(Number(port), hostname, () => {
        client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
        onward.pipe(client).pipe(onward)
      })
      open.add(onward)
      onward.on('error', () => client.destroy())
    }, delayMs)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    authorizations,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
