import { completeMember, type MemberDraft } from '../company/complete'
import type { Corp, Member } from '../company/company'
import type { World } from '../state/world'
import { inPlaceOf, shaped, type Commit } from './commit'
import { corpOf, memberOf } from './find'
import { patched, type Patch } from './patch'
import { EditRefused } from './refused'

/** userid and name; the rest has the defaults of a company file. */
export type NewMember = Pick<Member, 'userId' | 'name'> & Partial<Member>

/** Edits of members (成员); without `corpId`, of our own corp. */
export interface MemberEdits {
  addMember(member: NewMember, corpId?: string): Member
  /**
   * New departments alone: the first becomes the main one; who led a department that they are still
   * in leads it on, in the same place of its list. null takes an optional field away.
   */
  editMember(userId: string, changes: Patch<Omit<Member, 'userId'>>, corpId?: string): Member
  /** A new userid, for the member and wherever the corp names them; WeCom allows it once. */
  renameMember(userId: string, newUserId: string, corpId?: string): Member
  /** Deletes a member from the contacts (通讯录), and from wherever the corp names them. */
  removeMember(userId: string, corpId?: string): void
}

export const createMemberEdits = (
  { corps }: Pick<World, 'corps'>,
  commit: Commit,
): MemberEdits => ({
  addMember: (member, corpId) => {
    const corp = corpOf(corps, corpId)
    const added = whole(structuredClone(member))
    commit(corp, { members: [...corp.members, added] })
    return structuredClone(added)
  },
  editMember: (userId, changes, corpId) => {
    const corp = corpOf(corps, corpId)
    const before = memberOf(corp, userId)
    const after = whole(patched(moved(before, changes), changes))
    if (after.userId !== before.userId) throw new EditRefused('invalid', 'a userId stays')
    commit(corp, { members: inPlaceOf(corp.members, before, after) })
    return structuredClone(after)
  },
  renameMember: (userId, newUserId, corpId) => {
    const corp = corpOf(corps, corpId)
    const isTheirs = sameUserId(memberOf(corp, userId).userId)
    const renamed = withUserIds(corp, (ids) =>
      ids.some(isTheirs) ? ids.map((id) => (isTheirs(id) ? newUserId : id)) : ids,
    )
    const members = renamed.members.map((one) =>
      isTheirs(one.userId) ? whole({ ...one, userId: newUserId }) : one,
    )
    commit(corp, { ...renamed, members })
    return structuredClone(memberOf(corp, newUserId))
  },
  removeMember: (userId, corpId) => {
    const corp = corpOf(corps, corpId)
    commit(corp, without(corp, memberOf(corp, userId)))
  },
})

const whole = (draft: unknown): Member => completeMember(shaped<MemberDraft>('member', draft))

/** The member after a move: what they were in the departments that they left is over. */
const moved = (member: Member, { departments }: Patch<Member>): Partial<Member> => {
  if (!Array.isArray(departments)) return member
  const { mainDepartment: _main, ...rest } = member
  const orderIn = new Map(member.departments.map((id, at) => [id, member.order[at] ?? 0]))
  return {
    ...rest,
    order: departments.map((id) => orderIn.get(id) ?? 0),
    leaderOf: member.leaderOf.filter((id) => departments.includes(id)),
  }
}

type Naming = Pick<Corp, 'members' | 'tags' | 'apps' | 'visitors'>

const sameUserId = (userId: string) => (other: string) =>
  userId.toLowerCase() === other.toLowerCase()

const without = (corp: Corp, gone: Member): Naming => {
  const isGone = sameUserId(gone.userId)
  const left = withUserIds(corp, (ids) =>
    ids.some(isGone) ? ids.filter((id) => !isGone(id)) : ids,
  )
  return { ...left, members: left.members.filter(({ userId }) => !isGone(userId)) }
}

/** The corp with `change` made to every list in which it names members. */
const withUserIds = (corp: Corp, change: (userIds: string[]) => string[]): Naming => ({
  members: corp.members.map((member) => {
    const directLeaders = change(member.directLeaders)
    return directLeaders === member.directLeaders ? member : { ...member, directLeaders }
  }),
  tags: corp.tags.map((tag) => ({ ...tag, members: change(tag.members) })),
  apps: corp.apps.map((app) => ({
    ...app,
    visibleRange: { ...app.visibleRange, members: change(app.visibleRange.members) },
  })),
  visitors: corp.visitors.map((visitor) => ({ ...visitor, followers: change(visitor.followers) })),
})
