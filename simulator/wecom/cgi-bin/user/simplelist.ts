import { viewOf } from '../../state/visibility'
import type { World } from '../../state/world'
import type { Endpoint } from '../endpoint'
import { membersOfDepartment } from './members-of-department'

/**
 * GET /cgi-bin/user/simplelist 获取部门成员: userid, name and the departments that the app sees.
 * https://developer.work.weixin.qq.com/document/path/90200
 */
export const simplelistUsers =
  (world: Pick<World, 'choices' | 'limits'>): Endpoint =>
  ({ query }, { corp, app }) => {
    const view = viewOf(corp, app.visibleRange)
    return {
      userlist: membersOfDepartment(query, { corp, app }, world).map(
        ({ userId, name, departments }) => ({
          userid: userId,
          name,
          department: departments.filter(view.includesDepartment),
        }),
      ),
    }
  }
