import type { World } from '../state/world'
import { getDepartment } from './department/get'
import { listDepartments } from './department/list'
import { simplelistDepartments } from './department/simplelist'
import type { Caller, Endpoint } from './endpoint'
import { gettoken } from './gettoken'
import { jscode2session } from './miniprogram/jscode2session'
import { getUser } from './user/get'
import { getUserId } from './user/getuserid'

/** An API path: `open` ones need no access_token; it counts in the query only, for POST too. */
export type Route = { method: 'GET' | 'POST' } & (
  { access: 'open'; answer: Endpoint<Caller> } | { access: 'token'; answer: Endpoint }
)

/** Every simulated API path. What is not here is answered as not simulated. */
export const createRoutes = (world: World): Map<string, Route> =>
  new Map<string, Route>([
    ['/cgi-bin/gettoken', { method: 'GET', access: 'open', answer: gettoken(world) }],
    [
      '/cgi-bin/miniprogram/jscode2session',
      { method: 'GET', access: 'token', answer: jscode2session(world) },
    ],
    ['/cgi-bin/user/get', { method: 'GET', access: 'token', answer: getUser(world) }],
    ['/cgi-bin/user/getuserid', { method: 'POST', access: 'token', answer: getUserId }],
    ['/cgi-bin/department/list', { method: 'GET', access: 'token', answer: listDepartments }],
    [
      '/cgi-bin/department/simplelist',
      { method: 'GET', access: 'token', answer: simplelistDepartments },
    ],
    ['/cgi-bin/department/get', { method: 'GET', access: 'token', answer: getDepartment }],
  ])
