import type { Given } from './given'
import type { Shape } from './shape'

/** A value as it is, or `$name` for one that is given. */
export type Parameters = Readonly<Record<string, string>>

/** One call that changes nothing, and what the simulator answers to it. */
export interface Check {
  /** A promise about WeCom. */
  holds: string
  /** Below /cgi-bin/. */
  path: string
  query: Parameters
  /** Makes it a POST. */
  body?: Parameters
  /** Left out: 0, which is success. */
  errcode?: number
  /** The short text of the refusal. */
  errmsg?: string
  /** The reply without errcode and errmsg. */
  reply?: { readonly [key: string]: Shape }
  /** Keys of the reply, lists by their first element, that later calls need. */
  gives?: Partial<Record<Given, readonly string[]>>
}
