/** How one call goes wrong. */
export type FaultKind =
  /** Refused with any errcode, before it was processed. */
  | { kind: 'errcode'; errcode: number; text?: string }
  /** Answered later: `ms`, and up to `jitterMs` more. Combines with one other kind. */
  | { kind: 'wait'; ms: number; jitterMs?: number }
  /** The connection is cut, before or after the call was processed. */
  | { kind: 'cut'; when: 'before' | 'after' }
  /** What a captive portal or a company proxy puts in the way: status 200, and no JSON. */
  | { kind: 'html' }
  /** A gateway's page with an HTTP status that WeCom itself never uses: 400 to 599. */
  | { kind: 'status'; status: number }
  /** Any body, with status 200; nothing is processed. */
  | { kind: 'body'; body: string; contentType?: string }
  /** Processed; then half of the answer, and the connection is cut. */
  | { kind: 'half' }
  /** Processed; then silence until the caller gives up: after the headers, or before them. */
  | { kind: 'stall'; after: 'headers' | 'nothing' }
  /** Processed; then the answer comes a few bytes at a time. */
  | { kind: 'drip'; bytes: number; everyMs: number }
  /** Processed; then numbers come as strings, every value as null, or the whole as a list. */
  | { kind: 'types'; as: 'strings' | 'nulls' | 'list' }

/**
 * What goes wrong on purpose. `path` is an API path or '*'; `times` calls of it are struck, one by
 * default, each that fits with the probability `chance`, 1 by default.
 */
export type FaultRule = { path: string; times?: number | 'always'; chance?: number } & FaultKind

/** A rule that still has calls to spoil. */
export type StandingFault = FaultRule & { id: number; times: number | 'always' }
