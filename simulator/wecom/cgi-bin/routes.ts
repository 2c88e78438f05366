import type { World } from '../state/world'
import { getAgent } from './agent/get'
import { authGetuserdetail } from './auth/getuserdetail'
import { authGetuserinfo } from './auth/getuserinfo'
import { openUserIdToUserId } from './batch/openuserid_to_userid'
import type { ContactSyncRight } from './contact-sync-right'
import { getDepartment } from './department/get'
import { listDepartments } from './department/list'
import { simplelistDepartments } from './department/simplelist'
import type { Caller, Endpoint } from './endpoint'
import { getApiDomainIp } from './get_api_domain_ip'
import { getJsapiTicket } from './get_jsapi_ticket'
import { getCallbackIp } from './getcallbackip'
import { gettoken } from './gettoken'
import { jscode2session } from './miniprogram/jscode2session'
import { serviceJscode2session } from './service/miniprogram/jscode2session'
import { getTag } from './tag/get'
import { listTags } from './tag/list'
import { getTicket } from './ticket/get'
import { convertToOpenId } from './user/convert_to_openid'
import { convertToUserId } from './user/convert_to_userid'
import { getUser } from './user/get'
import { getUserIdByEmail } from './user/get_userid_by_email'
import { getUserId } from './user/getuserid'
import { userGetuserdetail } from './user/getuserdetail'
import { userGetuserinfo } from './user/getuserinfo'
import { listUsers } from './user/list'
import { listUserIds } from './user/list_id'
import { simplelistUsers } from './user/simplelist'

/** An API path: `open` ones need no access_token; it counts in the query only, for POST too. */
export type Route = {
  method: 'GET' | 'POST'
  /** Calls that succeed are not limited. */
  limitsRefusalsOnly?: true
} & (
  | { access: 'open'; answer: Endpoint<Caller> }
  | { access: 'token'; answer: Endpoint; contactSync: ContactSyncRight }
)

const get = (answer: Endpoint, contactSync: ContactSyncRight = 'yes'): Route => ({
  method: 'GET',
  access: 'token',
  answer,
  contactSync,
})
const post = (answer: Endpoint, contactSync: ContactSyncRight = 'yes'): Route => ({
  ...get(answer, contactSync),
  method: 'POST',
})
const open = (answer: Endpoint<Caller>): Route => ({ method: 'GET', access: 'open', answer })

/** Every API path. What is not here is answered as not simulated. */
export const createRoutes = (world: World): Map<string, Route> =>
  new Map<string, Route>([
    ['/cgi-bin/gettoken', open(gettoken(world))],
    ['/cgi-bin/miniprogram/jscode2session', get(jscode2session(world))],
    ['/cgi-bin/service/miniprogram/jscode2session', open(serviceJscode2session)],
    ['/cgi-bin/auth/getuserinfo', { ...get(authGetuserinfo(world)), limitsRefusalsOnly: true }],
    ['/cgi-bin/auth/getuserdetail', post(authGetuserdetail(world), 'no')],
    ['/cgi-bin/user/getuserinfo', { ...get(userGetuserinfo(world)), limitsRefusalsOnly: true }],
    ['/cgi-bin/user/getuserdetail', post(userGetuserdetail(world), 'no')],
    ['/cgi-bin/user/get', get(getUser(world), 'older')],
    ['/cgi-bin/user/simplelist', get(simplelistUsers(world), 'older')],
    ['/cgi-bin/user/list', get(listUsers(world), 'older')],
    ['/cgi-bin/user/list_id', post(listUserIds, 'only')],
    ['/cgi-bin/user/getuserid', post(getUserId(world))],
    ['/cgi-bin/user/get_userid_by_email', post(getUserIdByEmail(world))],
    ['/cgi-bin/user/convert_to_openid', post(convertToOpenId(world))],
    ['/cgi-bin/user/convert_to_userid', post(convertToUserId(world))],
    ['/cgi-bin/batch/openuserid_to_userid', post(openUserIdToUserId(world), 'no')],
    ['/cgi-bin/department/list', get(listDepartments(world), 'older')],
    ['/cgi-bin/department/simplelist', get(simplelistDepartments(world))],
    ['/cgi-bin/department/get', get(getDepartment(world), 'older')],
    ['/cgi-bin/tag/get', get(getTag)],
    ['/cgi-bin/tag/list', get(listTags)],
    ['/cgi-bin/agent/get', get(getAgent, 'no')],
    ['/cgi-bin/get_jsapi_ticket', get(getJsapiTicket(world), 'no')],
    ['/cgi-bin/ticket/get', get(getTicket(world), 'no')],
    ['/cgi-bin/get_api_domain_ip', get(getApiDomainIp)],
    ['/cgi-bin/getcallbackip', get(getCallbackIp)],
  ])
