import type { Check } from '../check'
import { member } from '../replies'
import { withToken } from '../given'

/**
 * 成员. Lookups by mobile number or mail address are left out on purpose: enough wrong ones close them
 * for a day.
 */
export const memberChecks: readonly Check[] = [
  {
    holds: 'the members of a department are told by id and name',
    path: 'user/simplelist',
    query: { ...withToken, department_id: '$departmentId' },
    reply: {
      userlist: [{ userid: 'text', name: 'text', department: ['number'], 'open_userid?': 'text' }],
    },
    gives: { userId: ['userlist', 'userid'] },
  },
  {
    holds: 'or with everything that the app may know',
    path: 'user/list',
    query: { ...withToken, department_id: '$departmentId' },
    reply: { userlist: [member] },
  },
  {
    holds: 'a department must be given',
    path: 'user/simplelist',
    query: withToken,
    errcode: 41019,
    errmsg: 'department missing',
  },
  {
    holds: 'a visible member is told',
    path: 'user/get',
    query: { ...withToken, userid: '$userId' },
    reply: member,
  },
  {
    holds: 'a member that is not there is refused',
    path: 'user/get',
    query: { ...withToken, userid: 'there-is-no-such-member-0' },
    errcode: 60111,
    errmsg: 'userid not found',
  },
  {
    holds: 'a userid must be given',
    path: 'user/get',
    query: withToken,
    errcode: 41009,
    errmsg: 'userid missing',
  },
]
