import type { IncomingMessage } from 'node:http'

/** Reads a request's body as UTF-8; throws a RangeError above `maxBytes`. */
export const readText = async (request: IncomingMessage, maxBytes: number): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    // Read to the end all the same: leaving early would cut the connection before the answer.
    if (size <= maxBytes) chunks.push(chunk)
  }
  if (size > maxBytes) throw new RangeError(`the body is larger than ${maxBytes} bytes`)
  return Buffer.concat(chunks).toString('utf8')
}

/** Reads a request's JSON; throws a RangeError above `maxBytes` and a SyntaxError for no JSON. */
export const readJson = async (request: IncomingMessage, maxBytes = 65_536): Promise<unknown> =>
  JSON.parse(await readText(request, maxBytes)) as unknown
