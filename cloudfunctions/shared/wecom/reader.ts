import { WecomError } from './errors'

/**
 * Reads one JSON object that came from outside. A missing optional field is `undefined`; a field of
 * the wrong type is an `oddReply` that names the field; unknown fields are never looked at.
 */
export interface Reader {
  has(field: string): boolean
  text(field: string): string
  optionalText(field: string): string | undefined
  /** Undefined also for what is no text: nothing that no document promises may refuse a reply. */
  undocumentedText(field: string): string | undefined
  /** A number that old interfaces send as text; given as text. */
  integerAsText(field: string): string
  integer(field: string): number
  optionalInteger(field: string): number | undefined
  /** Empty when absent. */
  integers(field: string): number[]
  /** Empty when absent. */
  texts(field: string): string[]
  object(field: string): Reader
  optionalObject(field: string): Reader | undefined
  /** Empty when absent. */
  objects(field: string): Reader[]
  /** The error for a field whose type is right and whose value makes no sense. */
  odd(field: string): WecomError
}

type JsonObject = Record<string, unknown>

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isInteger = (value: unknown): value is number => Number.isSafeInteger(value)
const isIntegerAsText = (value: unknown): value is string | number =>
  isInteger(value) || (isText(value) && /^-?\d{1,15}$/.test(value))

/**
 * @param value What `JSON.parse` gave.
 * @param path The API path, for errors.
 * @param prefix The place inside the reply, such as `extattr.`, for errors.
 * @throws WecomError `oddReply`
 */
export const createReader = (value: unknown, path: string, prefix = ''): Reader => {
  const odd = (field: string) =>
    new WecomError({ failure: 'oddReply', path, field: `${prefix}${field}` })
  if (!isObject(value)) throw odd('*')

  // WeCom sends null for nothing in a few places.
  const present = (field: string) =>
    Object.hasOwn(value, field) && value[field] !== null ? value[field] : undefined

  const required = <T>(field: string, isWanted: (found: unknown) => found is T): T => {
    const found = present(field)
    if (!isWanted(found)) throw odd(field)
    return found
  }
  const optional = <T>(field: string, isWanted: (found: unknown) => found is T): T | undefined =>
    present(field) === undefined ? undefined : required(field, isWanted)
  const list = <T>(field: string, isWanted: (found: unknown) => found is T): T[] => {
    const isList = (found: unknown): found is T[] => Array.isArray(found) && found.every(isWanted)
    return optional(field, isList) ?? []
  }
  const inside = (field: string, found: JsonObject) =>
    createReader(found, path, `${prefix}${field}.`)

  return {
    has: (field) => present(field) !== undefined,
    text: (field) => required(field, isText),
    optionalText: (field) => optional(field, isText),
    undocumentedText(field) {
      const found = present(field)
      return isText(found) ? found : undefined
    },
    integerAsText: (field) => String(required(field, isIntegerAsText)),
    integer: (field) => required(field, isInteger),
    optionalInteger: (field) => optional(field, isInteger),
    integers: (field) => list(field, isInteger),
    texts: (field) => list(field, isText),
    object: (field) => inside(field, required(field, isObject)),
    optionalObject: (field) => {
      const found = optional(field, isObject)
      return found && inside(field, found)
    },
    objects: (field) => list(field, isObject).map((found) => inside(field, found)),
    odd,
  }
}
