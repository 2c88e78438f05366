import type { Check } from '../check'
import { department } from '../replies'
import { withToken } from '../given'

/** 部门. */
export const departmentChecks: readonly Check[] = [
  {
    holds: 'the departments that the app may see are told by their ids',
    path: 'department/simplelist',
    query: withToken,
    reply: { department_id: [{ id: 'number', parentid: 'number', order: 'number' }] },
    gives: { departmentId: ['department_id', 'id'] },
  },
  {
    holds: 'and with their names',
    path: 'department/list',
    query: withToken,
    reply: { department: [department] },
  },
  {
    holds: 'one department comes as an object',
    path: 'department/get',
    query: { ...withToken, id: '$departmentId' },
    reply: { department },
  },
  {
    holds: 'a department that is not there is refused',
    path: 'department/get',
    query: { ...withToken, id: '987654321' },
    errcode: 60123,
    errmsg: 'invalid party id',
  },
  {
    holds: 'members can\u2019t be asked of a department that is not there',
    path: 'user/simplelist',
    query: { ...withToken, department_id: '987654321' },
    errcode: 60123,
    errmsg: 'invalid party id',
  },
]
