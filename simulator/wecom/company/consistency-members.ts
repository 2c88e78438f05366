import type { Corp, Member } from './company'
import type { Problem } from './problem'
import type { KnownIds } from './references'
import { repeated } from './repeated'

/** Members (成员): ids once, without regard to case; departments and leaders that exist. */
export const memberProblems = (
  { members }: Corp,
  { userIds, departmentIds }: KnownIds,
): Problem[] => [
  ...repeated(
    members.map(({ userId }) => userId.toLowerCase()),
    (index) => ['members', index, 'userId'],
    (userId) => `member ${userId} (成员) is defined twice; case does not count`,
  ),
  ...members.flatMap((member, index) =>
    [...membershipProblems(member, departmentIds), ...leadershipProblems(member, userIds)].map(
      ({ path, message }) => ({
        path: ['members', index, ...path],
        message: `${member.userId}: ${message}`,
      }),
    ),
  ),
]

const membershipProblems = (member: Member, known: ReadonlySet<number>): Problem[] => {
  const { departments, mainDepartment, order } = member
  return [
    ...departments.flatMap((id, at) =>
      known.has(id)
        ? []
        : [{ path: ['departments', at], message: `there is no department ${id} (部门)` }],
    ),
    ...(departments.includes(mainDepartment)
      ? []
      : [
          {
            path: ['mainDepartment'],
            message: `main department ${mainDepartment} (主部门) is not one of the departments`,
          },
        ]),
    ...(order.length === departments.length
      ? []
      : [{ path: ['order'], message: 'order must have one number for each department' }]),
  ]
}

const leadershipProblems = (member: Member, userIds: ReadonlySet<string>): Problem[] => [
  ...member.leaderOf.flatMap((id, at) =>
    member.departments.includes(id)
      ? []
      : [{ path: ['leaderOf', at], message: `leads department ${id} without being in it` }],
  ),
  ...member.directLeaders.flatMap((userId, at) =>
    userIds.has(userId.toLowerCase())
      ? []
      : [{ path: ['directLeaders', at], message: `there is no leader ${userId} (直属上级)` }],
  ),
]
