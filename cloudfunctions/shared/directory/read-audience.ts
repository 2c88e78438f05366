import type { Audience } from './audience'

/** Keys and indexes from the top of a document down to one place in it. */
export type Path = readonly (string | number)[]

/** One thing that is wrong in a document which a person wrote: where, and what. */
export interface Problem {
  path: Path
  message: string
  /** The key itself is wrong, not what stands under it. */
  atKey?: boolean
}

const words = ['everyone', 'leaders'] as const
const known = 'everyone, leaders, or one of departments, roles, people, all, any, not'
// Deeper ones nobody can read any more; it also ends a document that contains itself.
const deepest = 8

/**
 * Reads an audience that a person wrote. Strict, because what is misunderstood here is shown to the
 * wrong people: one rule in each object, no empty list (is nobody meant, or everybody?), no other key.
 *
 * @param path Where it stands, for the problems.
 * @param problems Takes all that is wrong; with one more in it, the audience must not be used.
 */
export const readAudience = (
  value: unknown,
  path: Path,
  problems: Problem[],
): Audience | undefined => {
  const complain = (message: string, at: Path = path, atKey = false): undefined => {
    problems.push({ path: at, message, ...(atKey && { atKey }) })
    return undefined
  }
  const list = <T>(
    values: unknown,
    at: Path,
    isItem: (item: unknown) => item is T,
    what: string,
  ): T[] => {
    if (!Array.isArray(values) || values.length === 0) {
      complain(`must be a list of at least one: ${what}`, at)
      return []
    }
    return values.filter((item, index): item is T => {
      if (isItem(item)) return true
      complain(`is not ${what}`, [...at, index])
      return false
    })
  }
  const parts = (values: unknown, at: Path): Audience[] =>
    list(values, at, (_item): _item is unknown => true, 'an audience').flatMap(
      (part, index) => readAudience(part, [...at, index], problems) ?? [],
    )

  const depth = path.filter((step) => step === 'all' || step === 'any' || step === 'not').length
  if (depth > deepest) return complain(`is nested deeper than ${deepest} times`)
  if (typeof value === 'string') {
    return words.find((word) => word === value) ?? complain(`is none of: ${known}`)
  }
  if (value === undefined) return complain(`lacks an audience: ${known}`)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return complain(`is no audience: ${known}`)
  }
  const [rule, ...more] = Object.entries(value)
  if (!rule) return complain(`says nothing: ${known}`)
  for (const [key] of more) {
    complain('must be an object of its own: join the two by all or any', [...path, key], true)
  }
  const [key, content] = rule
  const at = [...path, key]
  switch (key) {
    case 'departments':
      return { departments: list(content, at, isDepartmentId, 'the number of a department') }
    case 'roles':
      return { roles: list(content, at, isRole, 'the name of a role') }
    case 'people':
      return { people: list(content, at, isUserId, 'a user id in quotes') }
    case 'all':
      return { all: parts(content, at) }
    case 'any':
      return { any: parts(content, at) }
    case 'not': {
      const not = readAudience(content, at, problems)
      return not && { not }
    }
    default:
      return complain(`"${key}" is not known here: ${known}`, at, true)
  }
}

const isDepartmentId = (item: unknown): item is number =>
  Number.isSafeInteger(item) && Number(item) > 0
const isRole = (item: unknown): item is string => typeof item === 'string' && item.trim() !== ''
// https://developer.work.weixin.qq.com/document/path/90195
const isUserId = (item: unknown): item is string =>
  typeof item === 'string' && /^[A-Za-z0-9][\w.@-]{0,63}$/.test(item)
