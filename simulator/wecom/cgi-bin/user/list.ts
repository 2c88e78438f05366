import { viewOf } from '../../state/visibility'
import type { World } from '../../state/world'
import type { Endpoint } from '../endpoint'
import { wireMember } from './member'
import { membersOfDepartment } from './members-of-department'

/**
 * GET /cgi-bin/user/list 获取部门成员详情: each as user/get gives it, under the same rules.
 * https://developer.work.weixin.qq.com/document/path/90201
 */
export const listUsers =
  (world: Pick<World, 'choices' | 'limits'>): Endpoint =>
  ({ query }, { corp, app }) => {
    const view = viewOf(corp, app.visibleRange)
    return {
      userlist: membersOfDepartment(query, { corp, app }, world).map((member) =>
        wireMember(member, { corp, app, view }),
      ),
    }
  }
