import type { Reader } from './reader'

/**
 * What becomes of a call that WeCom carries out twice. `read`: nothing, so it may be sent again.
 * `once`: it spends something, such as a code; it is sent again only when it certainly did not leave.
 */
export type Repeatability = 'read' | 'once'

/** What one call asks of WeCom, and how its reply is read. */
export interface Question<T> {
  path: string
  query: Record<string, string>
  /** Sent as JSON by POST; without it the call is a GET. */
  body?: object
  kind: Repeatability
  read: (reply: Reader) => T
}

/**
 * Asks WeCom, again where that is safe.
 *
 * @throws WecomError
 */
export type Call = <T>(question: Question<T>) => Promise<T>
