import type { Member } from '../wecom/endpoints/user-get'
import type { DepartmentTree } from './departments'
import { rolesOf, type RoleRules } from './roles'
import type { TagBook } from './tags'

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

/** What a standing is worked out from. */
export interface Company {
  tree: DepartmentTree
  tags: TagBook
  rules: RoleRules
}

/** Where this member stands in this company. */
export const standingOf = (
  member: Pick<Member, 'userId' | 'departmentIds' | 'mainDepartmentId' | 'leadsDepartmentIds'>,
  { tree, tags, rules }: Company,
): Standing => {
  const lineage = [...new Set(member.departmentIds.flatMap(tree.lineage))]
  const leads = member.leadsDepartmentIds
  return {
    departmentIds: mainFirst(member),
    lineage,
    leads,
    roles: rolesOf(member.userId, { lineage, leads }, rules, tags),
  }
}

/** The departments of a member, the main one (主部门) first. */
export const mainFirst = ({
  departmentIds,
  mainDepartmentId,
}: Pick<Member, 'departmentIds' | 'mainDepartmentId'>): number[] =>
  [...departmentIds].sort((a, b) => Number(b === mainDepartmentId) - Number(a === mainDepartmentId))
