import { createDecipheriv } from 'node:crypto'
import type { CallbackKeys } from './callback-keys'

/** Why an encrypted message is none for us. For our log: told to a sender, it would be an oracle. */
export type DecryptionFailure = 'cipherText' | 'padding' | 'length' | 'receiver' | 'encoding'

export type Decrypted = { message: string } | { failure: DecryptionFailure }

// https://developer.work.weixin.qq.com/document/path/90968: AES-256-CBC, its IV the beginning of the key;
// 16 random bytes, the length in 4 bytes, the message, the receive id; padded to a multiple of 32.
const cipher = 'aes-256-cbc'
const cipherBlock = 16
const paddingBlock = 32
const randomBytes = 16
const headBytes = randomBytes + 4

/**
 * Decrypts what WeCom encrypted for us.
 *
 * @param encrypted Base64 in its one canonical spelling.
 */
export const decryptMessage = (
  encrypted: string,
  { aesKey, receiveId }: Pick<CallbackKeys, 'aesKey' | 'receiveId'>,
): Decrypted => {
  const bytes = Buffer.from(encrypted, 'base64')
  const isWhole = bytes.length > 0 && bytes.length % paddingBlock === 0
  if (!isWhole || bytes.toString('base64') !== encrypted) return { failure: 'cipherText' }

  const decipher = createDecipheriv(cipher, aesKey, aesKey.subarray(0, cipherBlock))
  // Node's own padding ends at 16 and refuses half of what WeCom sends.
  decipher.setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()])

  const padding = paddingOf(padded)
  if (padding === undefined) return { failure: 'padding' }
  const plain = padded.subarray(0, padded.length - padding)
  if (plain.length < headBytes) return { failure: 'length' }
  const end = headBytes + plain.readUInt32BE(randomBytes)
  if (end > plain.length) return { failure: 'length' }
  if (!plain.subarray(end).equals(Buffer.from(receiveId, 'utf8'))) return { failure: 'receiver' }
  return decode(plain.subarray(headBytes, end))
}

/** PKCS#7 over 32 bytes: so many bytes at the end, each of which says how many. */
const paddingOf = (padded: Buffer): number | undefined => {
  const padding = padded.at(-1) ?? 0
  if (padding < 1 || padding > paddingBlock) return undefined
  return padded.subarray(-padding).every((byte) => byte === padding) ? padding : undefined
}

const decode = (bytes: Buffer): Decrypted => {
  try {
    return { message: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { failure: 'encoding' }
  }
}
