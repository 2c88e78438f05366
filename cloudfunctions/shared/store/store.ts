/** A value, and the revision that `cas` compares. */
export interface Stored {
  value: unknown
  /**
   * One more with each `cas` and `put`. Where it starts is the engine's affair, but a key never has
   * the same revision twice, not even after its value was deleted or has expired: somebody who slept
   * through that must not take what is there now for what they have read.
   */
  rev: number
}

/**
 * What an engine must do atomically to be our storage. Every value has a time to live and is gone
 * after it; values are JSON, keys any well-formed text. No engine of the usual key-value libraries has
 * compare-and-set, which the shared token and single-use codes need: hence a seam of our own.
 *
 * An operation that fails throws a StoreError. A write that failed as `away` may have been carried out.
 */
export interface Store {
  get(key: string): Promise<Stored | null>
  /** False when a live value is there already. */
  insert(key: string, value: unknown, ttlMs: number): Promise<boolean>
  /** Writes only if the value still has this revision; false otherwise. */
  cas(key: string, rev: number, value: unknown, ttlMs: number): Promise<boolean>
  put(key: string, value: unknown, ttlMs: number): Promise<void>
  del(key: string): Promise<void>
  /**
   * The live keys that begin so, in the order of their UTF-16 units, at most `limit` of them and never
   * more than 1 000.
   *
   * @param after Only keys behind this one, which need not be there any more: with the last key of one
   * answer the next goes on, until one is empty.
   */
  scan(prefix: string, limit: number, after?: string): Promise<string[]>
  /**
   * Deletes what has expired, which is gone already to everybody, where the engine does not do so by
   * itself; answers how much that was.
   */
  removeExpired(): Promise<number>
}

/** CloudBase gives no more documents than this at once. */
export const mostKeysAtOnce = 1000
