import type { Call } from '../call'
import { readDepartment, type Department } from './department'

/**
 * GET /cgi-bin/department/get: one department, as an object and not as a list.
 * https://developer.work.weixin.qq.com/document/path/95351
 */
export const departmentGet =
  (call: Call) =>
  (accessToken: string, departmentId: number): Promise<Department> =>
    call({
      kind: 'read',
      path: '/cgi-bin/department/get',
      query: { access_token: accessToken, id: String(departmentId) },
      read: (reply) => readDepartment(reply.object('department')),
    })
