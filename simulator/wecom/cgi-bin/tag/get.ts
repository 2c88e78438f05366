import { findMember } from '../../state/lookup'
import { viewOf } from '../../state/visibility'
import { fault } from '../../wire/fault'
import type { Endpoint } from '../endpoint'

/**
 * GET /cgi-bin/tag/get 获取标签成员: any app may ask, and is told of whom it sees. The people of the
 * departments in partylist are not repeated in userlist.
 * https://developer.work.weixin.qq.com/document/path/90213
 */
export const getTag: Endpoint = ({ query }, { corp, app }) => {
  const id = query.get('tagid')
  if (!id) throw fault(41017, 'no tagid in the query string')
  const tag = corp.tags.find((one) => String(one.id) === id)
  if (!tag) throw fault(40068, `${corp.name} has no tag (标签) with this id`)
  const view = viewOf(corp, app.visibleRange)
  return {
    tagname: tag.name,
    userlist: tag.members
      .map((userId) => findMember(corp, userId))
      .filter((member) => member !== undefined)
      .filter(view.includesMember)
      .map(({ userId, name }) => ({ userid: userId, name })),
    partylist: tag.departments.filter(view.includesDepartment),
  }
}
