import type { Call } from '../call'
import { readDepartment, type Department } from './department'

/**
 * GET /cgi-bin/department/list: every department that the app may see, with names.
 * https://developer.work.weixin.qq.com/document/path/90208
 */
export const departmentList =
  (call: Call) =>
  (accessToken: string): Promise<Department[]> =>
    call({
      kind: 'read',
      path: '/cgi-bin/department/list',
      query: { access_token: accessToken },
      read: (reply) => reply.objects('department').map(readDepartment),
    })
