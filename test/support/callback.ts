import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import { readAesKey, type CallbackKeys } from '../../cloudfunctions/shared/callbacks/callback-keys'

/** A callback as it travels. */
export interface SealedCallback {
  msgSignature: string
  timestamp: string
  nonce: string
  encrypted: string
}

export const signatureOf = (...parts: string[]): string =>
  createHash('sha1').update(parts.sort().join('')).digest('hex')

/** Signs what is there, whatever it is. */
export const signed = (
  callbackToken: string,
  { timestamp, nonce, encrypted }: Omit<SealedCallback, 'msgSignature'>,
): SealedCallback => ({
  timestamp,
  nonce,
  encrypted,
  msgSignature: signatureOf(callbackToken, timestamp, nonce, encrypted),
})

/** What WeCom encrypts, before its padding. */
export const framed = (
  message: string | Buffer,
  receiveId: string,
  random = randomBytes(16),
): Buffer => {
  const bytes = Buffer.from(message as string)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return Buffer.concat([random, length, bytes, Buffer.from(receiveId)])
}

export const padded = (plain: Buffer): Buffer => {
  const padding = 32 - (plain.length % 32)
  return Buffer.concat([plain, Buffer.alloc(padding, padding)])
}

/** AES-256-CBC of whole blocks, as base64. */
export const encrypted = (blocks: Buffer, aesKey: Buffer): string => {
  const cipher = createCipheriv('aes-256-cbc', aesKey, aesKey.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(blocks), cipher.final()]).toString('base64')
}

/** A callback as WeCom makes it. @param at Epoch ms. */
export const sealCallback = (
  message: string | Buffer,
  { callbackToken, aesKey, receiveId }: CallbackKeys,
  at: number,
): SealedCallback =>
  signed(callbackToken, {
    timestamp: String(Math.floor(at / 1000)),
    nonce: String(randomBytes(4).readUInt32BE()),
    encrypted: encrypted(padded(framed(message, receiveId)), aesKey),
  })

/** The envelope in which an event comes. */
export const envelopeOf = (encryptedMessage: string, corpId: string, agentId?: number): string => {
  const agent = agentId === undefined ? '' : `<AgentID><![CDATA[${agentId}]]></AgentID>`
  return `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName>${agent}<Encrypt><![CDATA[${encryptedMessage}]]></Encrypt></xml>`
}

export const testKeys: CallbackKeys = {
  callbackToken: 'SimToken2024',
  aesKey: readAesKey('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'),
  receiveId: 'ww1234567890abcdef',
}
