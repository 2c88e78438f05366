import type { ContactCallback } from '../company/company'
import type { ContactFields } from './contact-fields'
import type { ContactSnapshot } from './contact-snapshot'
import { contactChangeEvent, type CallbackEvent } from './event'
import { cdata } from './xml'

type Profile = ContactCallback['profile']

// What the short profile still tells, and which changes make it speak at all.
// https://developer.work.weixin.qq.com/document/path/96079
const toldOfMember = ['Department']
const tellsOfMember = ['Department', 'IsLeaderInDept', 'DirectLeader']
const toldOfDepartment = ['ParentId']

/**
 * The change_contact events that lead from one state of the contacts to the next: departments appear
 * before the people in them and vanish after them.
 */
export const contactChanges = (
  before: ContactSnapshot,
  after: ContactSnapshot,
  profile: Profile,
): CallbackEvent[] => {
  const departments = departmentChanges(before, after, profile)
  return [
    ...departments.appeared,
    ...memberChanges(before, after, profile),
    ...departments.vanished,
    ...tagChanges(before, after),
  ]
}

const memberChanges = (
  before: ContactSnapshot,
  after: ContactSnapshot,
  profile: Profile,
): CallbackEvent[] => {
  const vanished = new Map([...before.members].filter(([userId]) => !after.members.has(userId)))
  const changes = [...after.members].flatMap(([userId, to]) => {
    const from = before.members.get(userId)
    if (from) return memberUpdate({ userId, from, to, profile })
    const former = renamedFrom(vanished, to)
    if (former === undefined) return [memberCreation(userId, to, profile)]
    vanished.delete(former)
    return memberUpdate({ userId: former, newUserId: userId, from: to, to, profile })
  })
  const deletions = [...vanished.keys()].map((userId) =>
    contactChangeEvent('delete_user', userId, { UserID: cdata(userId) }),
  )
  return [...changes, ...deletions]
}

/** Who vanished as another appears with all the same fields is one person with a new userid. */
const renamedFrom = (
  vanished: Map<string, ContactFields>,
  fields: ContactFields,
): string | undefined =>
  [...vanished].find(([, former]) => Object.keys(changedFields(former, fields)).length === 0)?.[0]

const memberCreation = (userId: string, fields: ContactFields, profile: Profile): CallbackEvent =>
  contactChangeEvent('create_user', userId, {
    UserID: cdata(userId),
    ...onlySet(profile === 'full' ? fields : picked(fields, toldOfMember)),
  })

/** None where nothing changed that this profile tells of. */
const memberUpdate = (change: {
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
    (profile === 'full' ? Object.keys(changed) : tellsOfMember).some((name) => name in changed)
  if (!isTold) return []
  return [
    contactChangeEvent('update_user', userId, {
      UserID: cdata(userId),
      ...(newUserId !== undefined && { NewUserID: cdata(newUserId) }),
      ...(profile === 'full' ? changed : picked(to, toldOfMember)),
    }),
  ]
}

const departmentChanges = (before: ContactSnapshot, after: ContactSnapshot, profile: Profile) => {
  const appeared = [...after.departments].flatMap(([id, fields]) => {
    const stood = before.departments.get(id)
    if (!stood) {
      const told = profile === 'full' ? fields : picked(fields, toldOfDepartment)
      return [contactChangeEvent('create_party', String(id), { Id: id, ...told })]
    }
    // A new order alone is in no sample.
    const names = profile === 'full' ? ['Name', 'ParentId'] : toldOfDepartment
    const told = picked(changedFields(stood, fields), names)
    return Object.keys(told).length === 0
      ? []
      : [contactChangeEvent('update_party', String(id), { Id: id, ...told })]
  })
  const vanished = [...before.departments.keys()]
    .filter((id) => !after.departments.has(id))
    .reverse() // children before their parents
    .map((id) => contactChangeEvent('delete_party', String(id), { Id: id }))
  return { appeared, vanished }
}

const tagChanges = (before: ContactSnapshot, after: ContactSnapshot): CallbackEvent[] => {
  const nobody = { members: [], departments: [] }
  return [...new Set([...before.tags.keys(), ...after.tags.keys()])].flatMap((id) => {
    const from = before.tags.get(id) ?? nobody
    const to = after.tags.get(id) ?? nobody
    const items = [
      without(to.members, from.members),
      without(from.members, to.members),
      without(to.departments, from.departments),
      without(from.departments, to.departments),
    ].map((ids) => cdata(ids.join(',')))
    if (items.every((item) => item === cdata(''))) return []
    const [AddUserItems = '', DelUserItems = '', AddPartyItems = '', DelPartyItems = ''] = items
    return [
      contactChangeEvent('update_tag', String(id), {
        TagId: id,
        AddUserItems,
        DelUserItems,
        AddPartyItems,
        DelPartyItems,
      }),
    ]
  })
}

const without = <T>(from: T[], others: T[]): T[] => {
  const known = new Set(others)
  return from.filter((one) => !known.has(one))
}

const changedFields = (from: ContactFields, to: ContactFields): ContactFields =>
  Object.fromEntries(Object.entries(to).filter(([name, content]) => from[name] !== content))

const picked = (fields: ContactFields, names: string[]): ContactFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))

const onlySet = (fields: ContactFields): ContactFields =>
  Object.fromEntries(Object.entries(fields).filter(([, content]) => content !== ''))
