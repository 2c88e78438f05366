/** What WeCom and one address of ours share: 接收消息 of an app, or 通讯录同步. */
export interface CallbackKeys {
  /** Token: goes into signatures. */
  callbackToken: string
  /** Of EncodingAESKey, 32 bytes. */
  aesKey: Buffer
  /** 接收方 ID: the corp id, for a company's own apps. */
  receiveId: string
}

const keyBytes = 32

/**
 * Reads EncodingAESKey: 43 characters that are base64 without its `=`.
 * https://developer.work.weixin.qq.com/document/path/90968
 *
 * @throws Error that says what is wrong and quotes nothing
 */
export const readAesKey = (encodingAesKey: string): Buffer => {
  // The last character has two bits too many, so up to four texts are one key: keys, not texts, count.
  const key = Buffer.from(encodingAesKey, 'base64')
  if (!/^[A-Za-z0-9]{43}$/.test(encodingAesKey) || key.length !== keyBytes) {
    throw new Error('is not the 43 letters and digits of an EncodingAESKey')
  }
  return key
}
