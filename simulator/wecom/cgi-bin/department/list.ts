import type { World } from '../../state/world'
import type { Endpoint } from '../endpoint'
import { listedDepartments, wireDepartment } from './department'

/**
 * GET /cgi-bin/department/list 获取部门列表.
 * https://developer.work.weixin.qq.com/document/path/90208
 */
export const listDepartments =
  (world: Pick<World, 'choices'>): Endpoint =>
  ({ query }, caller) => ({
    department: listedDepartments(query, caller, world).map((one) =>
      wireDepartment(one, caller.corp),
    ),
  })
