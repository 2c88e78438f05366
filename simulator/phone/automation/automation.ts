import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { admit } from './admission'
import { createRelay, type Entry, type Peer } from './relay'

export interface AutomationOptions {
  /** 0 takes a free one; DevTools' own is 9420. */
  port: number
  /** A picture of the phone as PNG, from the browser that shows it. */
  screenshot?: () => Promise<Buffer>
  /** Milliseconds that a question waits while no phone is open; 10 000. */
  patienceMs?: number
}

export interface Automation {
  /** What `automator.connect` takes. */
  wsEndpoint: string
  /** Where a phone's page connects to; nobody else is told. */
  phoneEndpoint: string
  close(): Promise<void>
}

/** Bytes of one message; what is larger ends the connection. */
const MESSAGE_LIMIT = 8 * 1024 * 1024

const PATIENCE_MS = 10_000

/**
 * Listens on loopback for clients of WeChat DevTools' automation protocol, and for the phones that they
 * drive.
 *
 * @throws NodeJS.ErrnoException, with EADDRINUSE when something else listens there
 */
export async function startAutomation({
  port,
  screenshot,
  patienceMs = PATIENCE_MS,
}: AutomationOptions): Promise<Automation> {
  const phonePath = `/phone/${randomBytes(18).toString('base64url')}`
  const relay = createRelay({ screenshot, patienceMs })
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_LIMIT,
    perMessageDeflate: false,
  })
  const server = createServer((_request, response) => {
    response.writeHead(426, { 'content-type': 'text/plain', upgrade: 'websocket' })
    response.end('WebSocket only')
  })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const visitor = admit(request, phonePath)
    if (visitor === undefined) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    sockets.handleUpgrade(request, socket, head, (opened) => follow(opened, relay[visitor]))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const wsEndpoint = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    wsEndpoint,
    phoneEndpoint: wsEndpoint + phonePath,
    async close() {
      relay.close()
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function follow(socket: WebSocket, enter: (peer: Peer) => Entry): void {
  const entry = enter({
    send: (text) => socket.send(text),
    close: (code, reason) => socket.close(code, reason),
  })
  socket.on('message', (data: Buffer) => entry.hear(String(data)))
  socket.on('close', entry.leave)
  // Whoever sends too much, or not by the protocol, is disconnected by the library itself.
  socket.on('error', () => undefined)
}
