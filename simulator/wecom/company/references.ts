import type { Corp } from './company'
import type { Problem } from './problem'

/** References of a tag or a visible range to members and departments that do not exist. */
export const danglingReferences = (
  { members, departments }: Corp,
  range: { members: string[]; departments: number[] },
  path: Problem['path'],
): Problem[] => {
  const userIds = new Set(members.map(({ userId }) => userId.toLowerCase()))
  const departmentIds = new Set(departments.map(({ id }) => id))
  return [
    ...range.members.flatMap((userId, at) =>
      userIds.has(userId.toLowerCase())
        ? []
        : [{ path: [...path, 'members', at], message: `there is no member ${userId} (成员)` }],
    ),
    ...range.departments.flatMap((id, at) =>
      departmentIds.has(id)
        ? []
        : [{ path: [...path, 'departments', at], message: `there is no department ${id} (部门)` }],
    ),
  ]
}
