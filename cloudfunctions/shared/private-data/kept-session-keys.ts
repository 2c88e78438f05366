import type { Seal } from '../store/seal'
import type { Store } from '../store/store'

/** 会话密钥 of each sign-in, under the id of the session that began with it. */
export interface KeptSessionKeys {
  /** @throws StoreError */
  keep(sessionId: string, sessionKey: string): Promise<void>
  /** Undefined when there is none for this session, or it was sealed by a key that is gone. @throws StoreError */
  read(sessionId: string): Promise<string | undefined>
  /** @throws StoreError */
  forget(sessionId: string): Promise<void>
}

export interface KeptSessionKeysOptions {
  store: Store
  /** Whoever reads the store must not be able to open what employees send. */
  seal: Seal
  /** Begins the keys in the store. */
  keyPrefix: string
  /** As long as a session can be renewed, in ms. */
  longestSessionMs: number
}

/**
 * Keeps the session_key of a sign-in on the server, sealed. Each sign-in has its own: WeCom replaces
 * the key at the next one, and what a phone got encrypted before that opens with the earlier key and
 * no other.
 */
export const createKeptSessionKeys = ({
  store,
  seal,
  keyPrefix,
  longestSessionMs,
}: KeptSessionKeysOptions): KeptSessionKeys => {
  const keyOf = (sessionId: string) => `${keyPrefix}:session-key:${sessionId}`

  return {
    async keep(sessionId, sessionKey) {
      const key = keyOf(sessionId)
      await store.put(key, seal.seal(sessionKey, key), longestSessionMs)
    },
    async read(sessionId) {
      const key = keyOf(sessionId)
      const sealed = (await store.get(key))?.value
      return typeof sealed === 'string' ? seal.open(sealed, key) : undefined
    },
    forget: (sessionId) => store.del(keyOf(sessionId)),
  }
}
