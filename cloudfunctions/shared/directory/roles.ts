import type { Member } from '../wecom/endpoints/user-get'
import type { DepartmentTree } from './departments'

/** Who has a role: any of these is enough. */
export interface RoleRule {
  /** With everything below them. */
  departmentIds?: number[]
  userIds?: string[]
  /** Everybody who leads a department. */
  leaders?: boolean
}

/** ROLES, by the role's name. */
export type RoleRules = Readonly<Record<string, RoleRule>>

/** The roles of a member by these rules, in the order of the rules. */
export const rolesOf = (member: Member, tree: DepartmentTree, rules: RoleRules): string[] => {
  const departmentIds = new Set(member.departmentIds.flatMap(tree.lineage))
  // WeCom compares user ids without regard to case.
  const userId = member.userId.toLowerCase()
  const fits = (rule: RoleRule) =>
    rule.departmentIds?.some((id) => departmentIds.has(id)) ||
    rule.userIds?.some((id) => id.toLowerCase() === userId) ||
    (rule.leaders === true && member.leadsDepartmentIds.length > 0)
  return Object.keys(rules).filter((role) => fits(rules[role] ?? {}))
}
