import { createCipheriv, createHash } from 'node:crypto'

/**
 * 敏感数据: JSON as wx.qy hands it out, AES-128-CBC under the session_key, everything in base64.
 * The format is that of WeChat: https://developer.work.weixin.qq.com/document/path/91617
 *
 * @param iv 16 bytes.
 */
export const sealedJson = (
  value: object,
  { sessionKey, iv }: { sessionKey: string; iv: Buffer },
): { encryptedData: string; iv: string } => {
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), iv)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return { encryptedData: sealed.toString('base64'), iv: iv.toString('base64') }
}

/** The signature beside rawData: SHA-1 of it and the session_key, which stays in base64 here. */
export const rawDataSignature = (rawData: string, sessionKey: string): string =>
  createHash('sha1')
    .update(rawData + sessionKey)
    .digest('hex')
