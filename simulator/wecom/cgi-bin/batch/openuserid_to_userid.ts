import type { Corp } from '../../company/company'
import { encryptedUserId } from '../../state/encrypted-user-id'
import { viewOf } from '../../state/visibility'
import type { World } from '../../state/world'
import { fault, missingParameter } from '../../wire/fault'
import { appWithId } from '../agent/app-with-id'
import type { AppCaller, Endpoint } from '../endpoint'

const longestList = 1000

/**
 * POST /cgi-bin/batch/openuserid_to_userid {open_userid_list, source_agentid}: what the app with
 * source_agentid was given in place of userids (`wo…`), as userids. Whoever one of the two apps does
 * not see stays invalid.
 * https://developer.work.weixin.qq.com/document/path/95884
 */
export const openUserIdToUserId =
  ({ choices }: Pick<World, 'choices'>): Endpoint =>
  ({ body }, { corp, app }) => {
    const wanted = body.texts('open_userid_list')
    if (!wanted?.length) throw missingParameter('open_userid_list', choices.missingParameter)
    if (wanted.length > longestList) {
      throw fault(40032, `open_userid_list has more than ${longestList} ids`)
    }
    const source = appWithId(corp, body.integer('source_agentid'))
    const userIds = userIdsByOpenId(corp, app, source)
    return {
      userid_list: wanted.flatMap((openUserId) => {
        const userId = userIds.get(openUserId)
        return userId === undefined ? [] : [{ open_userid: openUserId, userid: userId }]
      }),
      invalid_open_userid_list: wanted.filter((openUserId) => !userIds.has(openUserId)),
    }
  }

const userIdsByOpenId = (corp: Corp, caller: AppCaller['app'], source: AppCaller['app']) => {
  const views = [caller, source].map(({ visibleRange }) => viewOf(corp, visibleRange))
  return new Map(
    corp.members
      .filter((member) => views.every((view) => view.includesMember(member)))
      .map(({ userId }) => [
        encryptedUserId(source.secret, { corpId: corp.corpId, userId }),
        userId,
      ]),
  )
}
