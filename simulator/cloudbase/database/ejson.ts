import { BSONRegExp, EJSON } from 'bson'

/** A document, or any object on the wire: canonical EJSON, revived. */
export type Document = Record<string, unknown>

/** Reads what the SDKs write: an EJSON object; regular expressions become JavaScript's. */
export const readEjson = (text: string | undefined): Document => {
  const value: unknown = text ? revive(EJSON.parse(text)) : {}
  if (!isPlainObject(value)) throw new SyntaxError('not an object')
  return value
}

/** As the real endpoint answers: numbers plain, dates and ids wrapped. */
export const writeEjson = (value: unknown): string => EJSON.stringify(value, { relaxed: true })

/** One text for equal values of equal types: for comparing, for keys of maps, for files. */
export const canonicalEjson = (value: unknown): string => EJSON.stringify(value, { relaxed: false })

/** A copy that shares nothing with the original. */
export const copyDocument = (document: Document): Document =>
  EJSON.parse(canonicalEjson(document)) as Document

/** `db.serverDate()` travels as `{ $tcb_server_date: { offset } }`, in ms, and is filled in here. */
export const fillServerDates = (value: unknown, now: number): unknown => {
  if (Array.isArray(value)) return value.map((one) => fillServerDates(one, now))
  if (!isPlainObject(value)) return value
  const marker = value.$tcb_server_date
  if (isPlainObject(marker)) return new Date(now + Number(marker.offset ?? 0))
  return mapValues(value, (one) => fillServerDates(one, now))
}

const revive = (value: unknown): unknown => {
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options)
  if (Array.isArray(value)) return value.map(revive)
  return isPlainObject(value) ? mapValues(value, revive) : value
}

const mapValues = (value: Document, change: (one: unknown) => unknown): Document =>
  Object.fromEntries(Object.entries(value).map(([name, one]) => [name, change(one)]))

const isPlainObject = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
