import { viewOf } from '../../state/visibility'
import type { World } from '../../state/world'
import { fault } from '../../wire/fault'
import type { Endpoint } from '../endpoint'
import { visibleDepartment, wireDepartment } from './department'

/**
 * GET /cgi-bin/department/get 获取单个部门详情: one object, not a list.
 * https://developer.work.weixin.qq.com/document/path/95351
 */
export const getDepartment =
  ({ choices }: Pick<World, 'choices'>): Endpoint =>
  ({ query }, { corp, app }) => {
    const id = query.get('id')
    if (!id) throw fault(41019, 'no id in the query string')
    const view = viewOf(corp, app.visibleRange)
    const department = visibleDepartment({ name: 'id', id }, { corp, view, choices })
    return { department: wireDepartment(department, corp) }
  }
