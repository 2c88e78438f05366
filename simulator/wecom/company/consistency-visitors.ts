import type { Corp } from './company'
import type { Problem } from './problem'
import type { KnownIds } from './references'
import { repeated } from './repeated'

/** Visitors (非企业成员): ids once, and no member's; followers who exist. */
export const visitorProblems = ({ visitors }: Corp, { userIds }: KnownIds): Problem[] => [
  ...repeated(
    visitors.map(({ id }) => id.toLowerCase()),
    (index) => ['visitors', index, 'id'],
    (id) => `visitor ${id} is defined twice; case does not count`,
  ),
  ...visitors.flatMap(({ id, followers }, index) => [
    ...(userIds.has(id.toLowerCase())
      ? [{ path: ['visitors', index, 'id'], message: `${id} is a member (成员), not a visitor` }]
      : []),
    ...followers.flatMap((userId, at) =>
      userIds.has(userId.toLowerCase())
        ? []
        : [
            {
              path: ['visitors', index, 'followers', at],
              message: `${id}: there is no follower ${userId} (跟进成员)`,
            },
          ],
    ),
  ]),
]
