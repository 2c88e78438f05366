import type { RoleRule, RoleRules } from './roles'

const isWhole = (item: unknown): boolean => Number.isSafeInteger(item) && Number(item) > 0
const isListOf = (isItem: (item: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(isItem)

const isRight: Record<keyof RoleRule, (value: unknown) => boolean> = {
  tagIds: isListOf(isWhole),
  departmentIds: isListOf(isWhole),
  userIds: isListOf((item) => typeof item === 'string' && item !== ''),
  leaders: (value) => typeof value === 'boolean',
  name: (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 20,
}
const isKnown = (key: string): key is keyof RoleRule => Object.hasOwn(isRight, key)

/**
 * Reads ROLES.
 *
 * @throws Error that says what is wrong with which role
 */
export const readRoles = (json: string): RoleRules => {
  const roles = parse(json)
  if (!isObject(roles)) throw new Error('must be an object of rules by role')
  for (const [role, rule] of Object.entries(roles)) {
    if (!isObject(rule)) throw new Error(`role "${role}" must be an object`)
    for (const [key, value] of Object.entries(rule)) {
      if (!isKnown(key)) throw new Error(`role "${role}" knows no "${key}"`)
      if (!isRight[key](value)) throw new Error(`role "${role}" has a wrong value in "${key}"`)
    }
  }
  return roles as RoleRules
}

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    throw new Error('is not JSON')
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
