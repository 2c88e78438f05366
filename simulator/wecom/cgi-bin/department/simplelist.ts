import type { World } from '../../state/world'
import type { Endpoint } from '../endpoint'
import { listedDepartments } from './department'

/**
 * GET /cgi-bin/department/simplelist 获取子部门ID列表: ids, parents and order, no names.
 * https://developer.work.weixin.qq.com/document/path/95350
 */
export const simplelistDepartments =
  (world: Pick<World, 'choices'>): Endpoint =>
  ({ query }, caller) => ({
    department_id: listedDepartments(query, caller, world).map(({ id, parentId, order }) => ({
      id,
      parentid: parentId,
      order,
    })),
  })
