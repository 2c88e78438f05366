import type { Member } from '../../company/company'
import { viewOf } from '../../state/visibility'
import type { World } from '../../state/world'
import { fault } from '../../wire/fault'
import type { AppCaller } from '../endpoint'

/**
 * Finds a member by a mobile number or a mail address. Throws 46004, for whoever is not visible too,
 * and counts it: too many wrong ones shut these calls to the corp for a day (45009).
 */
export const lookUpMember = (
  isWanted: (member: Member) => boolean,
  { corp, app }: Pick<AppCaller, 'corp' | 'app'>,
  { wrongLookups }: Pick<World, 'wrongLookups'>,
): Member => {
  wrongLookups.admit(corp)
  const member = corp.members.find(isWanted)
  if (member && viewOf(corp, app.visibleRange).includesMember(member)) return member
  wrongLookups.count(corp)
  throw fault(
    46004,
    member
      ? `${member.name} is outside the visible range (可见范围) of ${app.name}`
      : `nobody in ${corp.name} has this number or address`,
  )
}
