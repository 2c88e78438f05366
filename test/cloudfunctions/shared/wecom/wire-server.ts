import net, { type AddressInfo } from 'node:net'
import tls from 'node:tls'

/** One connection, as the server sees it. */
export interface WireConnection {
  socket: net.Socket
  /** All that has reached the server; with TLS, what is inside. */
  received: string
}

export interface WireServer {
  url: string
  connections: WireConnection[]
  close(): Promise<void>
}

export interface WireBehaviour {
  /** When a connection is there; with TLS, when its handshake is done. */
  onOpen?: (connection: WireConnection) => void
  /** Whenever something has come. */
  onData?: (connection: WireConnection) => void
  /** Speaks TLS with this certificate. */
  certificate?: { key: string; cert: string }
}

/** A server without rules: it writes down what reaches it, and a test says where it cuts. */
export const startWireServer = async (behaviour: WireBehaviour): Promise<WireServer> => {
  const { onOpen, onData, certificate } = behaviour
  const connections: WireConnection[] = []
  const sockets = new Set<net.Socket>()

  const serve = (socket: net.Socket) => {
    const connection = { socket, received: '' }
    connections.push(connection)
    socket.on('error', () => undefined)
    socket.on('data', (chunk: Buffer) => {
      connection.received += chunk.toString('utf8')
      onData?.(connection)
    })
    onOpen?.(connection)
  }
  const server = certificate ? tls.createServer(certificate, serve) : net.createServer(serve)
  server.on('connection', (socket: net.Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 2048, resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`,
    connections,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** A complete answer with a JSON body. */
export const wireAnswer = (body: object): string => {
  const text = JSON.stringify(body)
  return `HTTP/1.1 200 OK\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}
