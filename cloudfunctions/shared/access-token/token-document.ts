import type { WecomError } from '../wecom/errors'

/** Goes into the key: another shape of the document never meets this one. */
export const documentVersion = 1

/** A time that the writer's clock tells the end of, and that others can measure for themselves. */
export interface Span {
  id: string
  /** Epoch ms, by the writer's clock. */
  until: number
  ms: number
}

/** The time after one gettoken in which there is no other. */
export interface Hold extends Span {
  /** The least time, in ms, that it must have been watched before `until` is believed. */
  watchMs: number
  /** Why the last gettoken was of no use; null when it was. */
  reason: { failure: WecomError['failure']; errcode: number | null } | null
}

/** A token as it lies in the store. */
export interface StoredToken {
  sealed: string
  fingerprint: string
  /** Epoch ms, by the writer's clock. */
  diesAt: number
  /** gettoken gave the token that was there already: asking again before it dies changes nothing. */
  isReissue: boolean
}

/** What the instances of one app share. All of it is replaced at once, by compare-and-set. */
export interface TokenDocument {
  version: typeof documentVersion
  /** Grows with every token that is saved. */
  generation: number
  token: StoredToken | null
  /** Of the one instance that may call gettoken. */
  lease: Span | null
  hold: Hold | null
  /** Gettokens in a row that were of no use. */
  failures: number
}

export const emptyDocument: TokenDocument = {
  version: documentVersion,
  generation: 0,
  token: null,
  lease: null,
  hold: null,
  failures: 0,
}

/** Undefined when this is no document of ours: then it may be overwritten. */
export const readTokenDocument = (value: unknown): TokenDocument | undefined =>
  isDocument(value) ? value : undefined

// A damaged document must not lock everybody out: no span of ours is longer.
const longestSpanMs = 10 * 60_000

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isBoolean: Check = (value) => typeof value === 'boolean'
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const isTime: Check = (value) => Number.isFinite(value)
const isSpanLength: Check = (value) =>
  Number.isFinite(value) && Number(value) >= 0 && Number(value) <= longestSpanMs
const nullOr =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)
const shape =
  (checks: Record<string, Check>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(checks).every(([field, check]) =>
      check((value as Record<string, unknown>)[field]),
    )

const span = { id: isText, until: isTime, ms: isSpanLength }
const failures: readonly unknown[] = [
  'notSent',
  'noAnswer',
  'refused',
  'oddReply',
] satisfies WecomError['failure'][]

const document = shape({
  version: (value) => value === documentVersion,
  generation: isCount,
  token: nullOr(
    shape({ sealed: isText, fingerprint: isText, diesAt: isTime, isReissue: isBoolean }),
  ),
  lease: nullOr(shape(span)),
  hold: nullOr(
    shape({
      ...span,
      watchMs: isSpanLength,
      reason: nullOr(
        shape({
          failure: (value) => failures.includes(value),
          errcode: nullOr(Number.isSafeInteger),
        }),
      ),
    }),
  ),
  failures: isCount,
})
const isDocument = (value: unknown): value is TokenDocument => document(value)
