import { viewOf } from '../../state/visibility'
import { fault } from '../../wire/fault'
import type { Endpoint } from '../endpoint'
import { visibleDepartment, wireDepartment } from './department'

/**
 * GET /cgi-bin/department/get 获取单个部门详情: one object, not a list.
 * https://developer.work.weixin.qq.com/document/path/95351
 */
export const getDepartment: Endpoint = ({ query }, { corp, app }) => {
  const id = query.get('id')
  if (!id) throw fault(41019, 'no id in the query string')
  const view = viewOf(corp, app.visibleRange)
  return { department: wireDepartment(visibleDepartment(id, corp, view), corp) }
}
