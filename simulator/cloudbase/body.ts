import type { IncomingMessage } from 'node:http'
import { InvocationError } from './errors'

// CloudBase's limit: 6 MiB.
const maximumBytes = 6 * 1024 * 1024

/** @throws InvocationError `tooLarge` */
export const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maximumBytes) throw new InvocationError('tooLarge')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
