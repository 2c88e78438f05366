import type { Standing } from './standing'
import type { TagBook } from './tags'

/** Who has a role: any of these is enough. */
export interface RoleRule {
  /** Tags of WeCom, whichever app made them. */
  tagIds?: number[]
  /** With everything below them. */
  departmentIds?: number[]
  userIds?: string[]
  /** Everybody who leads a department. */
  leaders?: boolean
  /** What the badge calls it; without one, the role's own name stands there. */
  name?: string
}

/** ROLES, by the role's name. */
export type RoleRules = Readonly<Record<string, RoleRule>>

/** What badges call these roles, as far as they have a name of their own. */
export const roleNamesIn = (rules: RoleRules): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rules).flatMap(([role, { name }]) => (name ? [[role, name]] : [])),
  )

/** The tags that these rules ask for, each once and in order. */
export const tagIdsIn = (rules: RoleRules): number[] => {
  const tagIds = Object.values(rules).flatMap((rule) => rule.tagIds ?? [])
  return [...new Set(tagIds)].sort((a, b) => a - b)
}

/** The roles of a member by these rules, in the order of the rules. */
export const rolesOf = (
  userId: string,
  { lineage, leads }: Pick<Standing, 'lineage' | 'leads'>,
  rules: RoleRules,
  tags: TagBook,
): string[] => {
  const fits = (rule: RoleRule) =>
    rule.departmentIds?.some((id) => lineage.includes(id)) ||
    // WeCom compares user ids without regard to case.
    rule.userIds?.some((id) => id.toLowerCase() === userId.toLowerCase()) ||
    (rule.leaders === true && leads.length > 0) ||
    rule.tagIds?.some((id) => tags.holds(id, userId, lineage))
  return Object.keys(rules).filter((role) => fits(rules[role] ?? {}))
}
