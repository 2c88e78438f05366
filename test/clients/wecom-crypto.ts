import { runClient } from './run'

export interface Decrypted {
  message: string
  /** The corp for which it was encrypted. */
  receiveId: string
  /** The 16 random characters or bytes before the message. */
  random: string
}

/** Callback crypto (接收消息) and the signature of pages by another hand, in a process of its own. */
export interface WecomCrypto {
  sign(callbackToken: string, timestamp: string, nonce: string, encrypted: string): Promise<string>
  /** `random`: 16 characters; left out, fresh ones. */
  encrypt(
    encodingAesKey: string,
    message: string,
    receiveId: string,
    random?: string,
  ): Promise<string>
  decrypt(encodingAesKey: string, encrypted: string): Promise<Decrypted>
  /** What `wx.config` and `wx.agentConfig` take. */
  signPage(ticket: string, nonceStr: string, timestamp: number, url: string): Promise<string>
  /** A receiver (接收消息) that answers in cipher; gives its URL. */
  listen(callbackToken: string, encodingAesKey: string): Promise<string>
  /** The XML of the events that it has received. */
  events(): Promise<string[]>
  close(): Promise<void>
}

/** Starts https://www.npmjs.com/package/@wecom/crypto. */
export const startWecomCrypto = async (): Promise<WecomCrypto> => {
  const { ask, close } = await runClient('wecom-crypto')
  return {
    sign: (...inputs) => ask('sign', ...inputs),
    encrypt: (...inputs) => ask('encrypt', ...inputs),
    decrypt: (...inputs) => ask('decrypt', ...inputs),
    signPage: (...inputs) => ask('signPage', ...inputs),
    listen: (...inputs) => ask('listen', ...inputs),
    events: () => ask('events'),
    close,
  }
}
