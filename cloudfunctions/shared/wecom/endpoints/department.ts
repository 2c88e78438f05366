import type { Call } from '../call'
import type { Reader } from '../reader'

/** 部门. */
export interface Department {
  id: number
  /** Absent where WeCom tells ids only. */
  name?: string
  /** 上级部门; 0 above the root, whose id is 1. */
  parentId: number
}

const readDepartment = (reply: Reader): Department => {
  const name = reply.optionalText('name')
  return {
    id: reply.integer('id'),
    parentId: reply.integer('parentid'),
    ...(name !== undefined && { name }),
  }
}

/**
 * GET /cgi-bin/department/list: every department that the app may see, with names.
 * https://developer.work.weixin.qq.com/document/path/90208
 */
export const departmentList =
  (call: Call) =>
  (accessToken: string): Promise<Department[]> =>
    call('/cgi-bin/department/list', { access_token: accessToken }, (reply) =>
      reply.objects('department').map(readDepartment),
    )

/**
 * GET /cgi-bin/department/simplelist: ids and parents only, open to apps that may not read names.
 * https://developer.work.weixin.qq.com/document/path/95350
 */
export const departmentSimplelist =
  (call: Call) =>
  (accessToken: string): Promise<Department[]> =>
    call('/cgi-bin/department/simplelist', { access_token: accessToken }, (reply) =>
      reply.objects('department_id').map(readDepartment),
    )

/**
 * GET /cgi-bin/department/get: one department, as an object and not as a list.
 * https://developer.work.weixin.qq.com/document/path/95351
 */
export const departmentGet =
  (call: Call) =>
  (accessToken: string, departmentId: number): Promise<Department> =>
    call(
      '/cgi-bin/department/get',
      { access_token: accessToken, id: String(departmentId) },
      (reply) => readDepartment(reply.object('department')),
    )
