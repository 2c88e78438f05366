import type { Clock } from '../runtime/clock'
import type { Seal } from '../store/seal'
import type { Store } from '../store/store'
import type { AccessToken } from '../wecom/endpoints/gettoken'
import type { TokenEvent } from './events'
import { sleep, type Sleep } from './sleep'
import { createTimeLimit, type TimeLimit } from './time-limit'
import { defaultTimings, type Timings } from './timings'

export interface AccessTokenOptions {
  /** One gettoken for the one app that this cache serves. */
  fetch: () => Promise<AccessToken>
  /** Shared by all instances of the app. */
  store: Store
  /** Seals the token while it lies in the store. */
  seal: Seal
  /** The document's key in the store; see `tokenKey`. */
  key: string
  clock: Clock
  /** Ms from any beginning; never goes back. Waiting is measured with it. */
  monotonic?: () => number
  sleep?: Sleep
  /** From 0 to less than 1. */
  random?: () => number
  /** Tells instances apart in the store; for a person who looks there, no more. */
  owner?: string
  onEvent?: (event: TokenEvent) => void
  timings?: Partial<Timings>
}

/** What the parts of the cache are given: nothing is missing any more. */
export interface Surroundings extends Required<Omit<AccessTokenOptions, 'timings'>> {
  timings: Timings
  limit: TimeLimit
}

export const surroundingsOf = (options: AccessTokenOptions): Surroundings => {
  const complete = {
    monotonic: () => performance.now(),
    sleep,
    random: Math.random,
    owner: String(process.pid),
    onEvent: () => undefined,
    ...options,
  }
  return {
    ...complete,
    timings: { ...defaultTimings, ...options.timings },
    limit: createTimeLimit(complete.sleep),
  }
}
