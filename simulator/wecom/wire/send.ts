import type { ServerResponse } from 'node:http'
import type { Reply } from './envelope'

export const send = (response: ServerResponse, { status, headers, body }: Reply): void => {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body)
}
