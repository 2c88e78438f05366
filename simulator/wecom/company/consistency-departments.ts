import type { Corp, Department } from './company'
import type { Problem } from './problem'
import { repeated } from './repeated'

/** The departments (部门) must be one tree: ids once, root 1, every parent there, no circle. */
export const departmentProblems = ({ departments }: Corp): Problem[] => {
  const byId = new Map(departments.map((department) => [department.id, department]))
  return [
    ...repeated(
      departments.map(({ id }) => id),
      (index) => ['departments', index, 'id'],
      (id) => `department ${id} (部门) is defined twice`,
    ),
    ...(byId.has(1)
      ? []
      : [{ path: ['departments'], message: 'there is no root department: one must have id 1' }]),
    ...departments.flatMap((department, index) => {
      const message = parentProblem(department, byId)
      return message ? [{ path: ['departments', index, 'parentId'], message }] : []
    }),
  ]
}

const parentProblem = (
  { id, parentId }: Department,
  byId: Map<number, Department>,
): string | undefined => {
  if (id === 1) return parentId === 0 ? undefined : 'the root department has no parent: write 0'
  if (!byId.has(parentId)) return `department ${id} is below ${parentId}, which does not exist`
  const seen = new Set<number>()
  for (let at = byId.get(parentId); at; at = byId.get(at.parentId)) {
    if (at.id === id) return `department ${id} is below itself`
    if (at.id === 1) return undefined
    if (seen.has(at.id)) return undefined // a circle further up; reported where it closes
    seen.add(at.id)
  }
  return undefined
}
