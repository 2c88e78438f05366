import { badParameter } from './fault'

/**
 * The parameters of a JSON body, read as leniently as WeCom reads them: a number passes for a text
 * and a text of digits for a number; an errmsg then says so.
 * https://developer.work.weixin.qq.com/document/path/90313
 */
export interface BodyFields {
  /** undefined when it is absent or empty, or is neither a text nor a number. */
  text(name: string): string | undefined
  /** undefined when it is absent; throws 40058 when it is no whole number. */
  integer(name: string): number | undefined
  /** The texts of a list, what is not one left out; undefined when there is no list. */
  texts(name: string): string[] | undefined
  /** Whether anything, up to now, was not what it should be. */
  isOdd(): boolean
}

/**
 * @param body The body as it came; a body that is no JSON object has no parameters at all, so that
 * the answer is that one is missing.
 */
export const bodyFields = (body: string): BodyFields => {
  const fields = parsed(body)
  let odd = fields === undefined

  const found = (name: string): unknown =>
    fields && Object.hasOwn(fields, name) ? (fields[name] ?? undefined) : undefined
  const asText = (value: unknown): string | undefined => {
    if (typeof value === 'string') return value
    odd = true
    return typeof value === 'number' ? String(value) : undefined
  }

  return {
    text: (name) => {
      const value = found(name)
      return value === undefined ? undefined : asText(value) || undefined
    },
    integer: (name) => {
      const value = found(name)
      if (value === undefined || value === '') return undefined
      if (typeof value !== 'number') odd = true
      const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value
      if (Number.isSafeInteger(number)) return number as number
      throw badParameter(name, `${name} must be a whole number`)
    },
    texts: (name) => {
      const value = found(name)
      if (value === undefined) return undefined
      if (!Array.isArray(value)) odd = true
      const list = Array.isArray(value) ? (value as unknown[]) : undefined
      return list?.map(asText).filter((text) => text !== undefined)
    },
    isOdd: () => odd,
  }
}

const parsed = (body: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}
