import type { Member } from '../company/company'
import type { Profile } from './contact-changes'
import { changedFields, memberFields, pickedFields, type ContactFields } from './contact-fields'
import { contactChangeEvent, type CallbackEvent } from './event'
import { cdata } from './xml'

// What the short profile still tells, and which changes make it speak at all.
// https://developer.work.weixin.qq.com/document/path/96079
const told = ['Department']
const telling = ['Department', 'IsLeaderInDept', 'DirectLeader']

/** create_user, update_user and delete_user, in this order of who is there now and who is not. */
export const memberChanges = (
  before: Member[],
  after: Member[],
  profile: Profile,
): CallbackEvent[] => {
  if (before === after) return []
  const stood = byUserId(before)
  const stands = byUserId(after)
  const vanished = new Map(
    before
      .filter(({ userId }) => !stands.has(userId))
      .map((member) => [member.userId, memberFields(member)]),
  )
  const changes = after.flatMap((member) => {
    const { userId } = member
    const former = stood.get(userId)
    if (former === member) return []
    const to = memberFields(member)
    if (former) return update({ userId, from: memberFields(former), to, profile })
    const formerId = renamedFrom(vanished, to)
    if (formerId === undefined) return [creation(userId, to, profile)]
    vanished.delete(formerId)
    return update({ userId: formerId, newUserId: userId, from: to, to, profile })
  })
  const deletions = [...vanished.keys()].map((userId) =>
    contactChangeEvent('delete_user', userId, { UserID: cdata(userId) }),
  )
  return [...changes, ...deletions]
}

const byUserId = (members: Member[]): Map<string, Member> =>
  new Map(members.map((member) => [member.userId, member]))

/** Who vanished as another appears with all the same fields is one person with a new userid. */
const renamedFrom = (
  vanished: Map<string, ContactFields>,
  fields: ContactFields,
): string | undefined =>
  [...vanished].find(([, former]) => Object.keys(changedFields(former, fields)).length === 0)?.[0]

const creation = (userId: string, fields: ContactFields, profile: Profile): CallbackEvent =>
  contactChangeEvent('create_user', userId, {
    UserID: cdata(userId),
    ...onlySet(profile === 'full' ? fields : pickedFields(fields, told)),
  })

/** None where nothing changed that this profile tells of. */
const update = (change: {
  userId: string
  newUserId?: string
  from: ContactFields
  to: ContactFields
  profile: Profile
}): CallbackEvent[] => {
  const { userId, newUserId, from, to, profile } = change
  const changed = changedFields(from, to)
  const isTold =
    newUserId !== undefined ||
    (profile === 'full' ? Object.keys(changed) : telling).some((name) => name in changed)
  if (!isTold) return []
  return [
    contactChangeEvent('update_user', userId, {
      UserID: cdata(userId),
      ...(newUserId !== undefined && { NewUserID: cdata(newUserId) }),
      ...(profile === 'full' ? changed : pickedFields(to, told)),
    }),
  ]
}

const onlySet = (fields: ContactFields): ContactFields =>
  Object.fromEntries(Object.entries(fields).filter(([, content]) => content !== ''))
