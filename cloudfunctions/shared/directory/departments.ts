import type { Department } from '../wecom/endpoints/department'

/** 部门路径: where departments hang, as far as this app may see. */
export interface DepartmentTree {
  has(departmentId: number): boolean
  name(departmentId: number): string | null
  /** Names from the top visible department down to this one; unnamed ones are left out. */
  path(departmentId: number): string[]
  /**
   * This department and those above it, nearest first; the last may be one that this app does not see
   * and knows as a parent only.
   */
  lineage(departmentId: number): number[]
}

const rootId = 1
const aboveTheRoot = 0

/**
 * Builds the tree from WeCom's flat list. The root is the company itself and stands on the badge
 * already, so it begins no path but its own. A loop in the list ends where it closes.
 */
export const createDepartmentTree = (departments: readonly Department[]): DepartmentTree => {
  const byId = new Map(departments.map((department) => [department.id, department]))

  const lineage = (departmentId: number): number[] => {
    const seen = new Set<number>()
    let current = departmentId
    while (current !== aboveTheRoot && !seen.has(current)) {
      seen.add(current)
      current = byId.get(current)?.parentId ?? aboveTheRoot
    }
    return [...seen]
  }
  const name = (departmentId: number) => byId.get(departmentId)?.name ?? null

  return {
    has: (departmentId) => byId.has(departmentId),
    name,
    lineage,
    path: (departmentId) =>
      lineage(departmentId)
        .filter((id) => id !== rootId || departmentId === rootId)
        .reverse()
        .flatMap((id) => name(id) ?? []),
  }
}
