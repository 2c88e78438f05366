import { notVisible } from '../wecom/catalogue/groups'
import { isRefusal } from '../wecom/errors'

const memberPath = '/cgi-bin/user/get'
// 40003: no id at all, which is what the id of somebody who was deleted may become.
const gone = [...notVisible, 40003]

/**
 * Whether WeCom said of a member that this app sees no such person. The same words about departments
 * or tags say nothing of the person.
 */
export const saysMemberIsGone = (error: unknown): boolean =>
  isRefusal(error, ...gone) && error.path === memberPath
