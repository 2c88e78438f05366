import type { App, Corp } from '../company/company'
import type { BodyFields } from '../wire/body-fields'
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
 * What a call asks. The parameters of a read are in the query, those of a POST in the body; the
 * other one is empty then, whatever was sent. A parameter that is there but empty counts as missing.
 */
export interface Parameters {
  query: URLSearchParams
  body: BodyFields
}

/** One API path: takes the parameters, gives the payload or throws a WireFault. */
export type Endpoint<C extends Caller = AppCaller> = (given: Parameters, caller: C) => Payload
