/** Whatever goes wrong with whichever call: nothing that it was given can be found in its error. */
import { inspect } from 'node:util'
import type { WecomError } from '../../../../cloudfunctions/shared/wecom/errors'
import type { Wecom } from '../../../../cloudfunctions/shared/wecom/wecom'
import { startProxy } from '../../../support/proxy'
import { startUpstream, type Upstream } from '../../../support/upstream'
import { createTestClient, failureOf } from './client'

const corpSecret = 'SECRET-of-the-app-0001'
const accessToken = 'ACCESS-TOKEN-0002'
const jsCode = 'JSCODE-of-the-phone-0003'
const authCode = 'AUTHCODE-of-the-page-0004'
const userTicket = 'USER-TICKET-0005'
const mobile = '13912345678'
const sessionKey = 'kJtdi6RF+Dv67QkbLlPGjw=='
const otherToken = 'ANOTHER-TOKEN-0006'
const jsapiTicket = 'JSAPI-TICKET-0007'
const proxyPassword = 'PROXY-PASSWORD-0008'
const given = { corpSecret, accessToken, jsCode, authCode, userTicket, mobile, proxyPassword }
const secrets = [...Object.values(given), sessionKey, otherToken, jsapiTicket].flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64'),
])

const calls: Record<string, (wecom: Wecom) => Promise<unknown>> = {
  gettoken: (wecom) => wecom.gettoken('ww1', corpSecret),
  'miniprogram/jscode2session': (wecom) => wecom.miniprogram.jscode2session(accessToken, jsCode),
  'auth/getuserinfo': (wecom) => wecom.auth.getuserinfo(accessToken, authCode),
  'auth/getuserdetail': (wecom) => wecom.auth.getuserdetail(accessToken, userTicket),
  'user/get': (wecom) => wecom.user.get(accessToken, 'lisi'),
  'user/getuserid': (wecom) => wecom.user.getuserid(accessToken, mobile),
  'user/getuserinfo': (wecom) => wecom.user.getuserinfo(accessToken, authCode, 1),
  'department/list': (wecom) => wecom.department.list(accessToken),
  'department/simplelist': (wecom) => wecom.department.simplelist(accessToken),
  'department/get': (wecom) => wecom.department.get(accessToken, 1),
  'tag/get': (wecom) => wecom.tag.get(accessToken, 1),
  'tag/list': (wecom) => wecom.tag.list(accessToken),
  'agent/get': (wecom) => wecom.agent.get(accessToken, 1),
  get_jsapi_ticket: (wecom) => wecom.getJsapiTicket(accessToken),
  'ticket/get': (wecom) => wecom.ticket.get(accessToken),
}

// What a reply may hold, all at once; every call finds something wrong in it.
const wholeReply = {
  errcode: 0,
  errmsg: `ok ${accessToken}`,
  access_token: otherToken,
  expires_in: otherToken,
  corpid: 'ww1',
  userid: [sessionKey],
  UserId: 7,
  session_key: sessionKey,
  mobile,
  status: mobile,
  ticket: jsapiTicket,
  department: mobile,
  department_id: mobile,
  tagname: 1,
  taglist: mobile,
  agentid: mobile,
}

type Provocation = Parameters<Upstream['answer']>[1]
const provocations: Record<string, Provocation> = {
  'a refusal that quotes what it was asked': {
    errcode: 40029,
    errmsg: `invalid ${Object.values(given).join(' ')}, from ip: 203.0.113.7, more info at x`,
  },
  'an errcode that is text': { errcode: accessToken, errmsg: 'x' },
  'fields of the wrong type': wholeReply,
  'a list': [accessToken, sessionKey],
  'a page that is no JSON': `<html>${Object.values(given).join(' ')} ${sessionKey}</html>`,
  'JSON that breaks off': JSON.stringify(wholeReply).slice(0, -9),
  'another status': (_, response) => void response.writeHead(502).end(JSON.stringify(wholeReply)),
  'an answer that is not HTTP': (_, { socket }) => void socket?.end(`${accessToken} ${sessionKey}`),
  'a broken connection': (_, { socket }) => void socket?.destroy(),
  silence: () => undefined,
}

let upstream: Upstream
beforeEach(async () => {
  upstream = await startUpstream()
})
afterEach(() => upstream.close())

const expectSilent = (error: WecomError) => {
  const links: unknown[] = []
  for (let link: unknown = error; link !== undefined; link = (link as Error).cause) links.push(link)
  const printed = [
    ...links.map((link) => inspect(link, { depth: Infinity, showHidden: true, getters: true })),
    error.message,
    error.stack,
    String(error),
    JSON.stringify(error),
    JSON.stringify(error, Object.getOwnPropertyNames(error)),
  ].join('\n')
  for (const secret of secrets) expect(printed).not.toContain(secret)
  expect(printed).toContain('WecomError')
}

describe.each(Object.entries(calls))('%s', (name, call) => {
  test.each(Object.entries(provocations))('keeps quiet after %s', async (_, provocation) => {
    upstream.answer(`/cgi-bin/${name}`, provocation)
    const told: unknown[] = []
    const wecom = createTestClient({
      baseUrl: upstream.url,
      perTryMs: provocation === provocations.silence ? 40 : 1000,
      onExchange: (exchange) => told.push(exchange),
    })
    expectSilent(await failureOf(call(wecom)))
    expect(told.length).toBeGreaterThan(0)
    for (const secret of secrets) expect(JSON.stringify(told)).not.toContain(secret)
  })

  test('keeps quiet when nobody listens', async () => {
    const { url } = upstream
    await upstream.close()
    expectSilent(await failureOf(call(createTestClient({ baseUrl: url }))))
    upstream = await startUpstream()
  })

  test.each(['http://', 'https://'])(
    'keeps quiet about the proxy that turns %s away',
    async (scheme) => {
      const proxy = await startProxy({ refuseWith: 407 })
      const wecom = createTestClient({
        baseUrl: upstream.url.replace('http://', scheme),
        proxy: proxy.url.replace('//', `//user:${proxyPassword}@`),
      })
      expectSilent(await failureOf(call(wecom)).finally(() => proxy.close()))
      expect(proxy.authorizations[0]).toBe(
        `Basic ${Buffer.from(`user:${proxyPassword}`).toString('base64')}`,
      )
    },
  )
})
