import type { Corp, Member } from '../../company/company'
import { encryptedUserId } from '../../state/encrypted-user-id'
import { findMember } from '../../state/lookup'
import { viewOf } from '../../state/visibility'
import type { World } from '../../state/world'
import { fault } from '../../wire/fault'
import type { AppCaller } from '../endpoint'

/** 1 to 64 bytes of these, the first a letter or digit. */
const userIdFormat = /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/

/**
 * The member with this userid, as far as the app may know of them. Case does not count. Throws
 * 41009, 40003, 92002 for the encrypted id of another corp's person, and 60111 for nobody;
 * whoever is outside the visible range is refused as `choices.invisibleMember` says.
 */
export const visibleMember = (
  userId: string | null | undefined,
  { corp, app }: Pick<AppCaller, 'corp' | 'app'>,
  { choices, corps }: Pick<World, 'choices' | 'corps'>,
): Member => {
  if (!userId) throw fault(41009, 'no userid was given')
  if (!userIdFormat.test(userId)) throw fault(40003, 'this cannot be a userid')
  const member = findMember(corp, userId)
  if (!member) {
    const stranger = isOfAnotherCorp(corps, { corp, app, userId })
    if (stranger) throw fault(92002, 'this encrypted userid is of a person in another corp')
    throw fault(60111, `no member of ${corp.name} has this userid`)
  }
  if (!viewOf(corp, app.visibleRange).includesMember(member)) {
    const why = `${member.name} is outside the visible range (可见范围) of ${app.name}`
    throw fault(choices.invisibleMember, why)
  }
  return member
}

const isOfAnotherCorp = (
  corps: Corp[],
  { corp, app, userId }: Pick<AppCaller, 'corp' | 'app'> & { userId: string },
): boolean =>
  corps
    .filter((other) => other !== corp)
    .some(({ corpId, members }) =>
      members.some((person) => encryptedUserId(app.secret, { ...person, corpId }) === userId),
    )
