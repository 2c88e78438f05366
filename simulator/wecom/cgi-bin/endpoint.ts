import type { App, Corp } from '../company/company'
import type { Payload } from '../wire/envelope'

/** Who calls: the address, and whether the listener that was reached is of this machine alone. */
export interface Caller {
  address: string
  overLoopback: boolean
}

/** A caller whose access_token was good: of which corp and app. */
export interface AppCaller extends Caller {
  corp: Corp
  app: App
}

/**
 * One API path: takes the query, gives the payload or throws a WireFault. A parameter that is there
 * but empty counts as missing, as in WeCom.
 */
export type Endpoint<C extends Caller = AppCaller> = (query: URLSearchParams, caller: C) => Payload
