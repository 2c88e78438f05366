import type { ContactCallback, Corp } from '../company/company'
import { departmentChanges } from './department-changes'
import type { CallbackEvent } from './event'
import { memberChanges } from './member-changes'
import { tagChanges } from './tag-changes'

/** What contact events speak of, as it stood at one moment. */
export type Contacts = Pick<Corp, 'members' | 'departments' | 'tags'>

export type Profile = ContactCallback['profile']

/** Keeps the lists as they are: an edit puts others in their place, and never touches what is in them. */
export const contactsOf = ({ members, departments, tags }: Corp): Contacts => ({
  members,
  departments,
  tags,
})

/**
 * The change_contact events that lead from one state of the contacts to the next: departments appear
 * before the people in them and vanish after them.
 * https://developer.work.weixin.qq.com/document/path/90970
 */
export const contactChanges = (
  before: Contacts,
  after: Contacts,
  profile: Profile,
): CallbackEvent[] => {
  const departments = departmentChanges(before.departments, after.departments, profile)
  return [
    ...departments.appeared,
    ...memberChanges(before.members, after.members, profile),
    ...departments.vanished,
    ...tagChanges(before.tags, after.tags),
  ]
}
