import type { IncomingHttpHeaders } from 'node:http'
import { text } from 'node:stream/consumers'
import { startUpstream, type Upstream } from '../support/upstream'

/** Somebody's company: none of this may ever be shown. */
export const theirs = {
  corpId: 'wwabcdef0123456789',
  secret: 'Zk3-theirSecret_9QmP0000000000000000000000',
  agentId: '1000077',
  token: 'tHeirT0ken-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  userId: 'zhaoliu',
  name: '赵六',
  mobile: '13912345678',
  mail: 'zhaoliu@their-company.cn',
  department: '战略投资部',
  tag: '高管',
  ticket: 'sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl',
  address: '203.0.113.77',
}

export interface OtherAnswer {
  status: number
  headers: IncomingHttpHeaders
  reply: Record<string, unknown> | string
}

/** Changes an answer on its way out: the differences that a test plants. */
export type Spoil = (answer: OtherAnswer, query: URLSearchParams) => void

/** What every answer has around it, by the one log of a real one that was published. */
const answer = (errcode: number, errmsg: string, payload: object = {}): OtherAnswer => ({
  status: 200,
  headers: {
    'content-type': 'application/json; charset=UTF-8',
    'error-code': `${errcode}`,
    'error-msg': 'see errmsg',
  },
  reply: { errcode, errmsg, ...payload },
})
const refuse = (errcode: number, text: string): OtherAnswer => {
  const hint = `1777424699${'445593820321132'}`
  const more = `https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
  return answer(
    errcode,
    `${text}, hint: [${hint}], from ip: ${theirs.address}, more info at ${more}`,
  )
}

const department = {
  id: 7,
  name: theirs.department,
  name_en: '',
  department_leader: [theirs.userId],
  parentid: 1,
  order: 100000000,
}
// The keys of a reply that a member of a new app got, as its developer published it.
const member = {
  isleader: 0,
  is_leader_in_dept: [0],
  telephone: '',
  hide_mobile: 0,
  direct_leader: [],
  userid: theirs.userId,
  enable: 1,
  name: theirs.name,
  extattr: { attrs: [{ type: 0, name: '手机', text: { value: theirs.mobile } }] },
  alias: '',
  position: 'IT',
  department: [7],
  external_profile: { external_attr: [], external_corp_name: '' },
  status: 1,
  order: [0],
}

// The sample of https://developer.work.weixin.qq.com/document/path/90227, with their values.
const agent = {
  agentid: Number(theirs.agentId),
  name: '差旅',
  square_logo_url: 'https://wework.qpic.cn/invented/0',
  description: '',
  allow_userinfos: { user: [{ userid: theirs.userId }] },
  allow_partys: { partyid: [7] },
  close: 0,
  redirect_domain: 'travel.their-company.cn',
  report_location_flag: 0,
  isreportenter: 0,
  home_url: '',
}

type Answering = (query: URLSearchParams, body: string) => OtherAnswer

/** Behind the token. */
const behind =
  (answering: Answering): Answering =>
  (query, body) => {
    const token = query.get('access_token')
    if (!token) return refuse(41001, 'access_token missing')
    return token === theirs.token ? answering(query, body) : refuse(40014, 'invalid access_token')
  }

const answers: Record<string, Answering> = {
  gettoken: (query) => {
    const [corpId, secret] = [query.get('corpid'), query.get('corpsecret')]
    if (!corpId) return refuse(41002, 'corpid missing')
    if (!secret) return refuse(41004, 'corpsecret missing')
    if (corpId !== theirs.corpId) return refuse(40013, 'invalid corpid')
    return secret === theirs.secret
      ? answer(0, 'ok', { access_token: theirs.token, expires_in: 7200 })
      : refuse(40001, 'invalid credential')
  },
  'department/simplelist': behind(() =>
    answer(0, 'ok', { department_id: [{ id: 7, parentid: 1, order: 100000000 }] }),
  ),
  'department/list': behind(() => answer(0, 'ok', { department: [department] })),
  'department/get': behind((query) =>
    query.get('id') === '7' ? answer(0, 'ok', { department }) : refuse(60123, 'invalid party id'),
  ),
  'user/get': behind((query) => {
    const userId = query.get('userid')
    if (!userId) return refuse(41009, 'userid missing')
    return userId === theirs.userId
      ? answer(0, 'ok', structuredClone(member))
      : refuse(60111, 'userid not found')
  }),
  'user/simplelist': behind((query) => {
    if (!query.get('department_id')) return refuse(41019, 'department missing')
    const { userid, name, department } = member
    return query.get('department_id') === '7'
      ? answer(0, 'ok', { userlist: [{ userid, name, department }] })
      : refuse(60123, 'invalid party id')
  }),
  'user/list': behind(() => answer(0, 'ok', { userlist: [member, member] })),
  'miniprogram/jscode2session': behind(() => refuse(40029, 'invalid code')),
  'auth/getuserinfo': behind((query) =>
    query.get('code') ? refuse(40029, 'invalid code') : refuse(41008, 'code missing'),
  ),
  'user/getuserinfo': behind(() => refuse(40029, 'invalid code')),
  'auth/getuserdetail': behind((_query, body) =>
    body.includes('user_ticket')
      ? refuse(84015, 'invalid user_ticket')
      : refuse(84090, 'user_ticket missing'),
  ),
  'agent/get': behind((query) =>
    query.get('agentid') === theirs.agentId
      ? answer(0, 'ok', structuredClone(agent))
      : refuse(40056, 'invalid agentid'),
  ),
  'tag/list': behind(() => answer(0, 'ok', { taglist: [{ tagid: 3, tagname: theirs.tag }] })),
  'tag/get': behind((query) =>
    query.get('tagid') === '3'
      ? answer(0, 'ok', { tagname: theirs.tag, userlist: [], partylist: [7] })
      : refuse(40068, 'invalid tagid'),
  ),
  get_jsapi_ticket: behind(() => answer(0, 'ok', { ticket: theirs.ticket, expires_in: 7200 })),
  'ticket/get': behind(() => answer(0, 'ok', { ticket: theirs.ticket, expires_in: 7200 })),
  get_api_domain_ip: behind(() => answer(0, 'ok', { ip_list: ['198.51.100.0/24'] })),
  getcallbackip: behind(() => answer(0, 'ok', { ip_list: ['198.51.100.1'] })),
}

/** A second WeCom, written from the documents alone: it shares nothing with the simulator. */
export const startOtherWecom = async (spoils: Record<string, Spoil> = {}): Promise<Upstream> => {
  const upstream = await startUpstream()
  for (const [path, answering] of Object.entries(answers)) {
    upstream.answer(`/cgi-bin/${path}`, async ({ query }, response) => {
      const given = answering(query, await text(response.req))
      spoils[path]?.(given, query)
      const { status, headers, reply } = given
      response.writeHead(status, headers)
      response.end(typeof reply === 'string' ? reply : JSON.stringify(reply))
    })
  }
  return upstream
}
