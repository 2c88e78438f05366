import type { Corp } from './company'
import type { Problem } from './problem'

/** What a company can be referred to by, gathered once however many references there are. */
export interface KnownIds {
  /** In lower case. */
  userIds: ReadonlySet<string>
  departmentIds: ReadonlySet<number>
}

export const knownIds = ({ members, departments }: Corp): KnownIds => ({
  userIds: new Set(members.map(({ userId }) => userId.toLowerCase())),
  departmentIds: new Set(departments.map(({ id }) => id)),
})

/** References of a tag or a visible range to members and departments that do not exist. */
export const danglingReferences = (
  { userIds, departmentIds }: KnownIds,
  range: { members: string[]; departments: number[] },
  path: Problem['path'],
): Problem[] => [
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
