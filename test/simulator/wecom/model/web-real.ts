// The same operations done to a simulator over HTTP, by somebody with a browser and by a back-end.
import http from 'node:http'
import { createSimulator, loadCompany, type Simulator } from '../../../../simulator/wecom/wecom'
import type { Domain, Who, WebOperation, WebSeen } from './web-model'

const company = loadCompany(
  `
corpId: ww5eed00000000000a
name: 甲公司
apps:
  - agentId: 1
    name: 甲
    secret: invented-secret-a-1
    visibleRange: { members: [ann] }
    trustedDomains: [one.example, both.example]
    privateFields: [mobile, email]
  - agentId: 2
    name: 乙
    secret: invented-secret-a-2
    visibleRange: { members: [ann, dan] }
    trustedDomains: [two.example, both.example]
    privateFields: [mobile]
departments: [{ id: 1, name: 甲 }]
members: [{ userId: ann, name: 安 }, { userId: dan, name: 丹 }]
visitors: [{ id: vic, name: 维 }]
otherCorps:
  - { corpId: ww5eed00000000000b, name: 乙公司, members: [{ userId: eve, name: 伊 }] }
  - { corpId: ww5eed00000000000c, name: 丙公司, linked: true, members: [{ userId: hal, name: 哈 }] }
`,
  'web-model.yaml',
)

interface Answer {
  location: string | undefined
  cookie: string
  text: string
}

export const createWebReal = (
  url: string,
  agent: http.Agent,
): { simulator: Simulator; apply(operation: WebOperation): Promise<WebSeen> } => {
  let now = Date.parse('2026-03-02T09:00:00+08:00')
  const simulator = createSimulator({ company, clock: { now: () => now } })
  const codes: string[] = []
  const tickets: string[] = []
  const cookies = new Map<Who, string>()

  const send = (path: string, body?: string, cookie = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const method = body === undefined ? 'GET' : 'POST'
      const headers = { Cookie: cookie, 'User-Agent': 'wxwork/4 MicroMessenger/7' }
      http
        .request(url + path, { method, agent, headers }, (response) => {
          let text = ''
          response.setEncoding('utf8').on('data', (chunk) => (text += chunk))
          response.on('end', () => {
            const [given = ''] = response.headers['set-cookie'] ?? []
            const [pair = ''] = given.split(';')
            resolve({ location: response.headers.location, cookie: pair, text })
          })
        })
        .on('error', reject)
        .end(body)
    })

  const api = async (path: string, app: number, query: Record<string, string>, body?: string) => {
    const corpsecret = `invented-secret-a-${app}`
    const got = await send(
      `/cgi-bin/gettoken?${new URLSearchParams({ corpid: company.corpId, corpsecret })}`,
    )
    const { access_token } = JSON.parse(got.text) as { access_token: string }
    const reply = await send(
      `/cgi-bin/${path}?${new URLSearchParams({ access_token, ...query })}`,
      body,
    )
    return JSON.parse(reply.text) as { errcode: number } & Record<string, string>
  }

  /** The cookie of a phone that was this person's from the first day. */
  const phoneOf = async (who: Who): Promise<string> => {
    const kept = cookies.get(who) ?? (await send(`/_sim/open?as=${who}`)).cookie
    cookies.set(who, kept)
    return kept
  }

  const visit = async (
    link: { who: Who; app: number | 'none'; domain: Domain; scope: 'base' | 'private' },
    form?: string,
  ): Promise<WebSeen> => {
    const query = new URLSearchParams({
      appid: company.corpId,
      redirect_uri: `https://${link.domain}/callback`,
      response_type: 'code',
      scope: link.scope === 'base' ? 'snsapi_base' : 'snsapi_privateinfo',
      state: 'abc',
      ...(link.app !== 'none' && { agentid: String(link.app) }),
    })
    const cookie = await phoneOf(link.who)
    const { location, text } = await send(`/connect/oauth2/authorize?${query}`, form, cookie)
    const code = location === undefined ? null : new URL(location, url).searchParams.get('code')
    if (code === null) return text.includes('<section class="fault">') ? 'error page' : 'question'
    codes.push(code)
    return { code: codes.length - 1 }
  }

  const apply = async (operation: WebOperation): Promise<WebSeen> => {
    switch (operation.do) {
      case 'link':
        return visit(operation)
      case 'allow': {
        const ticked = operation.fields.map((field) => ['field', field])
        const form = new URLSearchParams([['decision', 'allow'], ...ticked])
        return visit({ ...operation, scope: 'private' }, form.toString())
      }
      case 'exchange': {
        const code = codes[operation.code] ?? 'never-issued'
        const reply = await api('auth/getuserinfo', operation.app, { code })
        if (reply.errcode !== 0) return { errcode: reply.errcode }
        const { userid, openid, user_ticket: ticket } = reply
        if (ticket !== undefined) tickets.push(ticket)
        const is = userid ?? (openid ? 'openid' : 'nobody')
        return { errcode: 0, is, ticket: ticket === undefined ? undefined : tickets.length - 1 }
      }
      case 'detail': {
        const body = JSON.stringify({ user_ticket: tickets[operation.ticket] ?? 'never-issued' })
        const reply = await api('auth/getuserdetail', operation.app, {}, body)
        if (reply.errcode !== 0) return { errcode: reply.errcode }
        return { errcode: 0, mobile: 'mobile' in reply, email: 'email' in reply }
      }
      case 'advance':
        now += operation.seconds * 1000
        return 'done'
      case 'show': {
        const { app: agentId, who, visible } = operation
        const isThere = simulator.company().members.some(({ userId }) => userId === who)
        if (isThere && visible) simulator.showMember(who, { agentId })
        if (isThere && !visible) simulator.hideMember(who, { agentId })
        return 'done'
      }
      case 'remove':
        await phoneOf(operation.who)
        if (simulator.company().members.some(({ userId }) => userId === operation.who)) {
          simulator.removeMember(operation.who)
        }
        return 'done'
    }
  }
  return { simulator, apply }
}
