import type { Call } from '../call'
import { readDepartment, type Department } from './department'

/**
 * GET /cgi-bin/department/simplelist: ids and parents only, open to apps that may not read names.
 * https://developer.work.weixin.qq.com/document/path/95350
 */
export const departmentSimplelist =
  (call: Call) =>
  (accessToken: string): Promise<Department[]> =>
    call({
      kind: 'read',
      path: '/cgi-bin/department/simplelist',
      query: { access_token: accessToken },
      read: (reply) => reply.objects('department_id').map(readDepartment),
    })
