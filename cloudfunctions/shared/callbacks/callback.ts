import { createHash, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../runtime/clock'
import type { CallbackKeys } from './callback-keys'
import { decryptMessage, type DecryptionFailure } from './message-cipher'

/** What stands in the address of a callback, as it came. */
export interface CallbackParameters {
  msgSignature: string | undefined
  timestamp: string | undefined
  nonce: string | undefined
}

/** Why a callback is none of ours: for our log, never for whoever sent it. */
export type CallbackRefusal = 'shape' | 'age' | 'signature' | DecryptionFailure

export type OpenedCallback = { message: string } | { refusal: CallbackRefusal }

/**
 * Verifies and decrypts one callback.
 *
 * @param encrypted `Encrypt` of an event's envelope, or `echostr` of the URL verification.
 */
export type OpenCallback = (parameters: CallbackParameters, encrypted: string) => OpenedCallback

// The signature covers the parts without anything between them, and SHA-1 can be extended. Digits that
// move from one part to the next, or blocks behind the last, leave it valid: these shapes do not.
const signatureShape = /^[0-9a-f]{40}$/
const timestampShape = /^\d{10}$/
const nonceShape = /^[A-Za-z0-9]{1,32}$/
const base64Shape = /^[A-Za-z0-9+/]+={0,2}$/
// 64 KB of message, encrypted and as base64.
const longestEncrypted = 90_000

const windowSeconds = 300

/**
 * Makes the one that opens callbacks under these keys: shapes first, then age, then the signature in
 * constant time, then everything that encryption promises.
 * https://developer.work.weixin.qq.com/document/path/90930
 */
export const createOpenCallback =
  (keys: CallbackKeys, clock: Clock): OpenCallback =>
  ({ msgSignature = '', timestamp = '', nonce = '' }, encrypted) => {
    const isShaped =
      signatureShape.test(msgSignature) &&
      timestampShape.test(timestamp) &&
      nonceShape.test(nonce) &&
      encrypted.length <= longestEncrypted &&
      encrypted.length % 4 === 0 &&
      base64Shape.test(encrypted)
    if (!isShaped) return { refusal: 'shape' }
    const ageSeconds = Math.floor(clock.now() / 1000) - Number(timestamp)
    if (Math.abs(ageSeconds) > windowSeconds) return { refusal: 'age' }
    const signature = sign([keys.callbackToken, timestamp, nonce, encrypted])
    if (!timingSafeEqual(signature, Buffer.from(msgSignature, 'hex')))
      return { refusal: 'signature' }
    const decrypted = decryptMessage(encrypted, keys)
    return 'failure' in decrypted ? { refusal: decrypted.failure } : decrypted
  }

/** 消息签名: by code units, as WeCom sorts; all parts are ASCII. */
const sign = (parts: string[]): Buffer =>
  createHash('sha1').update(parts.sort().join(''), 'ascii').digest()
