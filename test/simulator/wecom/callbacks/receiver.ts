// A receiver of callbacks on a free port, which reads what it is sent as a company's back-end would.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signatureOf, unseal } from '../../../../simulator/wecom/callbacks/crypto'
import { corpId } from '../running'

export const callbackToken = 'InventedToken2026'
export const aesKey = 'InventedKeyOfTheCallbacks0123456789abcdefgh'

export interface Received {
  method: string
  /** Parameters that are not part of the signature. */
  query: Record<string, string>
  /** The envelope, its Encrypt left out. */
  envelope: string
  encrypt: string
  xml: string
}

export interface Receiver {
  url: string
  callback: { url: string; token: string; aesKey: string }
  received: Received[]
  /** The ChangeType or Event and whom it is about, one line each. */
  told(): string[]
  close(): Promise<void>
}

type Answer = (response: ServerResponse, received: Received) => void

const readAll = async (request: IncomingMessage): Promise<string> => {
  let body = ''
  for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) body += chunk
  return body
}

const encryptedPart = /<Encrypt><!\[CDATA\[(.*)\]\]><\/Encrypt>/

/** `answer` sees each request after its signature was checked; by default it answers "success". */
export const startReceiver = async (
  answer: Answer = (response, { method, xml }) =>
    void response.end(method === 'GET' ? xml : 'success'),
): Promise<Receiver> => {
  const received: Received[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const body = await readAll(request)
      const {
        msg_signature: msgSignature,
        timestamp = '',
        nonce = '',
        echostr,
        ...query
      } = Object.fromEntries(new URL(request.url ?? '', 'http://receiver').searchParams)
      const encrypt = echostr ?? encryptedPart.exec(body)?.[1] ?? ''
      if (signatureOf(callbackToken, timestamp, nonce, encrypt) !== msgSignature) {
        return response.writeHead(403).end()
      }
      const one: Received = {
        method: request.method ?? '',
        query,
        envelope: body.replace(encryptedPart, ''),
        encrypt,
        xml: unseal(encrypt, { token: callbackToken, aesKey, receiveId: corpId }),
      }
      received.push(one)
      answer(response, one)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/events?tenant=7`
  return {
    url,
    callback: { url, token: callbackToken, aesKey },
    received,
    told: () => received.map(({ xml }) => summary(xml)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** What one element says, without its CDATA. */
export const textOf = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`).exec(xml)?.[1]

const summary = (xml: string): string => {
  const who = ['UserID', 'Id', 'TagId', 'FromUserName'].map((name) => textOf(xml, name))
  return `${textOf(xml, 'ChangeType') ?? textOf(xml, 'Event')} ${who.find(Boolean)}`
}
