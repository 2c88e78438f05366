import type { Corp } from '../../company/company'
import { encryptedUserId } from '../../state/encrypted-user-id'
import { findMember } from '../../state/lookup'
import { viewOf } from '../../state/visibility'
import type { World } from '../../state/world'
import { fault } from '../../wire/fault'
import type { AppCaller, Endpoint } from '../endpoint'
import { wireMember } from './member'

/** 1 to 64 bytes of these, the first a letter or digit. */
const userIdFormat = /^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$/

/**
 * GET /cgi-bin/user/get 读取成员. Case does not count in the userid; the stored spelling is answered.
 * https://developer.work.weixin.qq.com/document/path/90196
 */
export const getUser =
  ({ choices, corps }: Pick<World, 'choices' | 'corps'>): Endpoint =>
  ({ query }, { corp, app }) => {
    const userId = query.get('userid')
    if (!userId) throw fault(41009, 'no userid in the query string')
    if (!userIdFormat.test(userId)) throw fault(40003, 'this cannot be a userid')
    const member = findMember(corp, userId)
    if (!member) {
      const stranger = isOfAnotherCorp(corps, { corp, app, userId })
      if (stranger) throw fault(92002, 'this encrypted userid is of a person in another corp')
      throw fault(60111, `no member of ${corp.name} has this userid`)
    }
    const view = viewOf(corp, app.visibleRange)
    if (!view.includesMember(member)) {
      const why = `${member.name} is outside the visible range (可见范围) of ${app.name}`
      throw fault(choices.invisibleMember, why)
    }
    return wireMember(member, { corp, app, view })
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
