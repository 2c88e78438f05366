import type { Corp } from '../../company/company'
import { findMember } from '../../state/lookup'
import { findPerson, keyOf, type Person } from '../../state/people'
import { externalUserId, openIdTowards } from '../../state/visitor-ids'
import { viewOf } from '../../state/visibility'
import type { World } from '../../state/world'
import { fault } from '../../wire/fault'
import type { AppCaller } from '../endpoint'

/** Who came back from the authorize page or the scan login, as both getuserinfo tell it. */
export type WebVisitor =
  | { person: Person; userId: string; userTicket: string | undefined }
  | { person: Person; openId: string; externalUserId: string | undefined }

/**
 * Spends the code. A member is named even outside the visible range, but has a ticket only inside;
 * people of a linked corp (互联企业) are named with it; all others have an openid, and customers an
 * external_userid if the app sees whose customers they are.
 * https://developer.work.weixin.qq.com/document/path/91023
 */
export const webVisitor = (
  {
    corps,
    codes,
    authCodes,
    userTickets,
  }: Pick<World, 'corps' | 'codes' | 'authCodes' | 'userTickets'>,
  authCode: string | null,
  { corp, app }: Pick<AppCaller, 'corp' | 'app'>,
): WebVisitor => {
  if (!authCode) throw fault(41008, 'no code in the query string')
  if (codes.knows(authCode)) {
    throw fault(40029, 'this is a js_code of a mini program; it goes to jscode2session')
  }
  const { corpId } = corp
  const owner = { corpId, agentId: app.agentId }
  const subject = authCodes.redeem(authCode, {
    ...owner,
    trusts: ({ kind, domain }) =>
      app.trustedDomains.includes(domain) ||
      (kind === 'web-login' && app.loginDomains.includes(domain)),
  })
  const person = findPerson(corps, subject.person)
  if (!person) throw fault(40029, 'whoever this code was issued for has gone')

  const { member } = person
  const view = viewOf(corp, app.visibleRange)
  if (member && person.corp === corp) {
    const { fields } = subject
    const hasTicket = fields !== undefined && view.includesMember(member)
    const userTicket = hasTicket
      ? userTickets.issue({ owner, person: keyOf(person), fields })
      : undefined
    return { person, userId: member.userId, userTicket }
  }
  if (member && person.corp.linked) {
    return { person, userId: `${person.corp.corpId}/${member.userId}`, userTicket: undefined }
  }
  const isCustomer = followersOf(person, corp).some(view.includesMember)
  return {
    person,
    openId: openIdTowards(corpId, keyOf(person)),
    externalUserId: isCustomer ? externalUserId(corpId, keyOf(person)) : undefined,
  }
}

const followersOf = ({ visitor, corp: of }: Person, corp: Corp) =>
  of !== corp || !visitor
    ? []
    : visitor.followers
        .map((userId) => findMember(corp, userId))
        .filter((member) => member !== undefined)
