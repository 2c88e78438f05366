import type { Check } from './check'
import { department, member } from './replies'

const withToken = { access_token: '$token' }

/**
 * Everything that is asked, in this order. Lookups by mobile number or mail address are left out on
 * purpose: enough wrong ones close them for a day.
 */
export const checks: readonly Check[] = [
  {
    holds: 'a secret fetches a token',
    path: 'gettoken',
    query: { corpid: '$corpId', corpsecret: '$secret' },
    reply: { access_token: 'text', expires_in: 'number' },
    gives: { token: ['access_token'] },
  },
  {
    holds: 'a corp id must be given',
    path: 'gettoken',
    query: { corpsecret: '$secret' },
    errcode: 41002,
    errmsg: 'corpid missing',
  },
  {
    holds: 'a secret must be given',
    path: 'gettoken',
    query: { corpid: '$corpId' },
    errcode: 41004,
    errmsg: 'corpsecret missing',
  },
  {
    holds: 'a corp id that no corp has is refused',
    path: 'gettoken',
    query: { corpid: 'ww0000000000000000', corpsecret: '$secret' },
    errcode: 40013,
    errmsg: 'invalid corpid',
  },
  {
    holds: 'a call without a token is refused',
    path: 'user/get',
    query: { userid: 'nobody' },
    errcode: 41001,
    errmsg: 'access_token missing',
  },
  {
    holds: 'a token that was never issued is refused',
    path: 'user/get',
    query: { access_token: 'never-issued', userid: 'nobody' },
    errcode: 40014,
    errmsg: 'invalid access_token',
  },
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
  {
    holds: 'a js_code that was never issued is refused',
    path: 'miniprogram/jscode2session',
    query: { ...withToken, js_code: 'never-issued', grant_type: 'authorization_code' },
    errcode: 40029,
    errmsg: 'invalid code',
  },
]
