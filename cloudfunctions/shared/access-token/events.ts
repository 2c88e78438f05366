import type { WecomError } from '../wecom/errors'

/**
 * What the cache tells of its work, for the log. The union is closed and has no field for a token.
 * A generation counts the tokens of one app, over all instances.
 */
export type TokenEvent =
  /** Neither memory nor a running flight of this process had a token. */
  | { event: 'needed' }
  /** A token that still lives is replaced ahead of time. */
  | { event: 'ahead' }
  | { event: 'leaseTaken'; isTakenOver: boolean }
  | { event: 'fetched'; isShared: boolean }
  | { event: 'fetchFailed'; failure?: WecomError['failure']; errcode?: number; holdMs: number }
  | { event: 'saved'; generation: number }
  /** The token could not be written; whoever waited for it is served all the same. */
  | { event: 'saveFailed' }
  /** Somebody else took over meanwhile: nothing of ours was written. */
  | { event: 'leaseLost' }
  /** WeCom rejected the token itself. */
  | { event: 'rejected'; errcode: number; generation: number }
  | { event: 'storeAway' }
  /** Others held the lease for too long, one after the other. */
  | { event: 'waitedLong' }
