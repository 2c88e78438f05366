import { WecomError } from '../wecom/errors'

const path = '/cgi-bin/gettoken'

/**
 * There is no token now. `holding`: gettoken was of no use a moment ago, as failure and errcode say,
 * and is not asked again yet. `outOfTime`: the caller's time was up before there was one.
 */
export type Shortage = 'holding' | 'outOfTime'

interface ShortageFacts {
  shortage: Shortage
  /** Ms after which asking makes sense again. */
  retryAfterMs: number
  failure?: WecomError['failure']
  errcode?: number | null
}

/** Told apart from gettoken's own errors by its type, treated like them by everybody else. */
export class AccessTokenError extends WecomError {
  readonly shortage: Shortage
  readonly retryAfterMs: number

  constructor({ shortage, retryAfterMs, failure = 'noAnswer', errcode }: ShortageFacts) {
    super({ path, failure, ...(errcode != null && { errcode }) })
    this.name = 'AccessTokenError'
    this.shortage = shortage
    this.retryAfterMs = retryAfterMs
  }
}

/** gettoken took longer than it may. */
export const gettokenTimedOut = (): WecomError => new WecomError({ failure: 'noAnswer', path })
