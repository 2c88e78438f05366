import { viewOf } from '../../state/visibility'
import type { World } from '../../state/world'
import type { Endpoint } from '../endpoint'
import { wireMember } from './member'
import { visibleMember } from './visible-member'

/**
 * GET /cgi-bin/user/get 读取成员. Case does not count in the userid; the stored spelling is answered.
 * https://developer.work.weixin.qq.com/document/path/90196
 */
export const getUser =
  (world: Pick<World, 'choices' | 'corps'>): Endpoint =>
  ({ query }, { corp, app }) => {
    const member = visibleMember(query.get('userid'), { corp, app }, world)
    return wireMember(member, { corp, app, view: viewOf(corp, app.visibleRange) })
  }
