import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import type { Random } from '../state/random'

/** What a callback is signed and encrypted with; `receiveId` is the corpid for a corp's own apps. */
export interface CallbackKeys {
  token: string
  /** EncodingAESKey, 43 characters. */
  aesKey: string
  receiveId: string
}

/** One encrypted message with what goes into the query string beside it. */
export interface SealedMessage {
  encrypt: string
  timestamp: string
  nonce: string
  msgSignature: string
}

// PKCS#7 to a multiple of 32, twice the block of AES: Node's own padding would differ.
// https://developer.work.weixin.qq.com/document/path/90968
const paddingBlock = 32

/** 消息签名: the four parts sorted as text, joined without anything between, SHA-1 in hex. */
export const signatureOf = (
  token: string,
  timestamp: string,
  nonce: string,
  encrypt: string,
): string =>
  createHash('sha1').update([token, timestamp, nonce, encrypt].sort().join('')).digest('hex')

/**
 * Encrypts and signs a message as WeCom does: 16 random bytes, the length in four bytes, the message,
 * the receiveId. `at` is epoch ms.
 */
export const seal = (
  message: string,
  { token, aesKey, receiveId }: CallbackKeys,
  { at, random }: { at: number; random: Random },
): SealedMessage => {
  const body = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const clear = Buffer.concat([random(16), length, body, Buffer.from(receiveId)])
  const padding = paddingBlock - (clear.length % paddingBlock)
  const { key, iv } = keyAndIv(aesKey)
  const cipher = createCipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  const encrypt = Buffer.concat([
    cipher.update(Buffer.concat([clear, Buffer.alloc(padding, padding)])),
    cipher.final(),
  ]).toString('base64')
  const timestamp = String(Math.floor(at / 1000))
  const nonce = String(random(4).readUInt32BE())
  return { encrypt, timestamp, nonce, msgSignature: signatureOf(token, timestamp, nonce, encrypt) }
}

/**
 * Reads what `seal` made, or what a receiver answers in the same form. Throws where the padding, the
 * length or the receiveId is not right; the signature is the caller's to check.
 */
export const unseal = (encrypt: string, { aesKey, receiveId }: CallbackKeys): string => {
  const { key, iv } = keyAndIv(aesKey)
  const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false)
  const clear = Buffer.concat([decipher.update(encrypt, 'base64'), decipher.final()])
  const padding = clear.at(-1) ?? 0
  const end = clear.length - padding
  const isPadded = padding >= 1 && padding <= paddingBlock && end >= 20
  if (!isPadded || !clear.subarray(end).every((byte) => byte === padding)) {
    throw new Error('the padding is not PKCS#7 to 32 bytes')
  }
  const messageEnd = 20 + clear.readUInt32BE(16)
  if (messageEnd > end) throw new Error('the length of the message reaches beyond its end')
  if (clear.toString('utf8', messageEnd, end) !== receiveId) {
    throw new Error('the receiveId is another')
  }
  return clear.toString('utf8', 20, messageEnd)
}

/** The key is 43 characters of base64 without its "="; its first half is the IV as well. */
const keyAndIv = (aesKey: string) => {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  return { key, iv: key.subarray(0, 16) }
}
