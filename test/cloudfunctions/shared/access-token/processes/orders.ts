import type { TokenEvent } from '../../../../../cloudfunctions/shared/access-token/events'
import type { Timings } from '../../../../../cloudfunctions/shared/access-token/timings'

/** Where a worker kills itself with SIGKILL, on its way to a new token. */
export type DeathPoint =
  | TokenEvent['event']
  /** While the lease is on its way to the store, or its answer on its way back. */
  | 'takingLease'
  /** While gettoken is under way. */
  | 'fetching'
  /** While the token is on its way to the store, or the answer on its way back. */
  | 'saving'

/** What a worker is started with. */
export interface WorkerSettings {
  storeUrl: string
  tokenUrl: string
  checkPort: number
  /** Of STORE_KEYS. */
  ring: string
  key: string
  /** How far the clock of this process is off, in ms. */
  skewMs: number
  timings: Partial<Timings>
}

/** What a worker is told. */
export type Order =
  | { order: 'use'; callers: number }
  /** That many callers, one use after the other, until told to stop. */
  | { order: 'work'; callers: number }
  | { order: 'stop' }
  | { order: 'dieAt'; point: DeathPoint }

/** What a worker tells of the uses since its last report. */
export interface Report {
  succeeded: number
  /** How often each kind of failure was seen. */
  failures: Record<string, number>
  /** Of the slowest use. */
  longestMs: number
  medianMs: number
  events: Partial<Record<TokenEvent['event'], number>>
}
