/** A value, and the revision that `cas` compares. */
export interface Stored {
  value: unknown
  rev: number
}

/**
 * What an engine must do atomically to be our storage. Every value has a time to live and is gone
 * after it; values are JSON. No engine of the usual key-value libraries has compare-and-set, which the
 * shared token and single-use codes need: hence a seam of our own.
 */
export interface Store {
  get(key: string): Promise<Stored | null>
  /** False when a live value is there already. */
  insert(key: string, value: unknown, ttlMs: number): Promise<boolean>
  /** Writes only if the value still has this revision; false otherwise. */
  cas(key: string, rev: number, value: unknown, ttlMs: number): Promise<boolean>
  put(key: string, value: unknown, ttlMs: number): Promise<void>
  del(key: string): Promise<void>
  /** The live keys that begin so, in order, at most `limit` of them. */
  scan(prefix: string, limit: number): Promise<string[]>
}
