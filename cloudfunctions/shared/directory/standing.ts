import type { Member } from '../wecom/endpoints/user-get'
import type { DepartmentTree } from './departments'
import { rolesOf, type RoleRules } from './roles'

/**
 * Where an employee stands in the company: what rights are decided on. Unlike the Employee that leaves
 * the server it is never trimmed, and it never leaves the server.
 */
export interface Standing {
  /** Own departments, the main one first. */
  departmentIds: number[]
  /** Own departments and all above them. */
  lineage: number[]
  /** The departments that the employee leads. */
  leads: number[]
  /** By ROLES. */
  roles: string[]
}

/** Where this member stands, in a company of these departments and by these rules. */
export const standingOf = (member: Member, tree: DepartmentTree, rules: RoleRules): Standing => ({
  departmentIds: mainFirst(member),
  lineage: [...new Set(member.departmentIds.flatMap(tree.lineage))],
  leads: member.leadsDepartmentIds,
  roles: rolesOf(member, tree, rules),
})

/** The departments of a member, the main one (主部门) first. */
export const mainFirst = ({ departmentIds, mainDepartmentId }: Member): number[] =>
  [...departmentIds].sort((a, b) => Number(b === mainDepartmentId) - Number(a === mainDepartmentId))
