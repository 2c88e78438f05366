import { createDecipheriv } from 'node:crypto'

/** What the WeCom client gives encrypted: both in base64. */
export interface Encrypted {
  encryptedData: string
  iv: string
}

const keyBytes = 16
const blockBytes = 16
// Ten times what the longest documented answer takes.
const longestBytes = 4096

/**
 * Decrypts AES-128-CBC with PKCS#7 padding, under a 会话密钥, to the object inside. Undefined for
 * whatever is not that: the caller learns nothing about where it failed.
 *
 * The cipher knows no tampering: whoever sends this may turn bits of the first block by turning those
 * of `iv`. What is inside is the sender's word until something else confirms it.
 * https://developer.work.weixin.qq.com/document/path/91617
 *
 * @param sessionKey Base64 of 16 bytes, as jscode2session gives it.
 */
export const decrypt = (
  encrypted: Encrypted,
  sessionKey: string,
): Record<string, unknown> | undefined => {
  const key = decodeBase64(sessionKey)
  const iv = decodeBase64(encrypted.iv)
  const sealed = decodeBase64(encrypted.encryptedData)
  if (key?.length !== keyBytes || iv?.length !== blockBytes || !sealed) return undefined
  if (sealed.length > longestBytes) return undefined
  try {
    const opening = createDecipheriv('aes-128-cbc', key, iv)
    return readObject(Buffer.concat([opening.update(sealed), opening.final()]))
  } catch {
    return undefined
  }
}

/** Base64 has several spellings for the same bytes; only the canonical one counts. */
const decodeBase64 = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

const readObject = (bytes: Buffer): Record<string, unknown> | undefined => {
  const value: unknown = JSON.parse(
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes),
  )
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as Record<string, unknown>) : undefined
}
