import { createCipheriv, createHash, randomBytes } from 'node:crypto'

export interface SealedPayload {
  encryptedData: string
  iv: string
}

/** Encrypts as the WeCom client does: AES-128-CBC under the session_key, everything in base64. */
export const sealAsWecom = (
  inside: unknown,
  sessionKey: string,
  iv = randomBytes(16),
): SealedPayload => {
  const isRaw = typeof inside === 'string' || Buffer.isBuffer(inside)
  const bytes = Buffer.from(isRaw ? inside : JSON.stringify(inside))
  const sealing = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), iv)
  return {
    encryptedData: Buffer.concat([sealing.update(bytes), sealing.final()]).toString('base64'),
    iv: iv.toString('base64'),
  }
}

/** Signs rawData as the WeCom client does. */
export const signAsWecom = (rawData: string, sessionKey: string): string =>
  createHash('sha1')
    .update(rawData + sessionKey)
    .digest('hex')
