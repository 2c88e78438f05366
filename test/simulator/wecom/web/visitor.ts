// Somebody with a browser: keeps cookies, follows nothing by itself, and says what they were shown.
import { agentId, corpId, type Running } from '../running'

export const wecomUserAgent =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/14F89 wxwork/4.1.6 MicroMessenger/7.0.1'
export const wechatUserAgent = 'Mozilla/5.0 (iPhone) MicroMessenger/8.0.1'
export const desktopUserAgent = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0'

export const callback = 'http://127.0.0.1:8787/web/callback'

export interface Shown {
  status: number
  location: string | null
  text: string
  /** Of the address that was led to; undefined where none was. */
  code: string | undefined
  state: string | undefined
}

export interface Visitor {
  get(path: string, query?: Record<string, string | undefined>): Promise<Shown>
  /** Sends a form of the page at this address. */
  post(
    path: string,
    query: Record<string, string | undefined>,
    form: [string, string][],
    headers?: Record<string, string>,
  ): Promise<Shown>
  /** Becomes this person in the simulated WeCom. */
  become(name: string): Promise<Visitor>
  /** The authorize page with a good link; undefined takes a parameter away. */
  authorize(changes?: Record<string, string | undefined>): Promise<Shown>
  /** Answers the consent page of the same link. */
  decide(
    decision: 'allow' | 'refuse',
    fields?: string[],
    changes?: Record<string, string | undefined>,
  ): Promise<Shown>
}

export const authorizePath = '/connect/oauth2/authorize'

export const goodLink = {
  appid: corpId,
  redirect_uri: callback,
  response_type: 'code',
  scope: 'snsapi_base',
  state: 'state123',
  agentid: String(agentId),
}

export const createVisitor = (wecom: Running, userAgent = wecomUserAgent): Visitor => {
  let cookie = ''
  const send = async (
    path: string,
    query: Record<string, string | undefined>,
    init: RequestInit = {},
  ): Promise<Shown> => {
    const given = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]))
    const address = given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
    const response = await fetch(wecom.url + address, {
      redirect: 'manual',
      ...init,
      headers: { 'User-Agent': userAgent, Cookie: cookie, ...init.headers },
    })
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    const location = response.headers.get('location')
    const led = new URL(location ?? 'http://nowhere', wecom.url).searchParams
    return {
      status: response.status,
      location,
      text: await response.text(),
      code: led.get('code') ?? undefined,
      state: led.get('state') ?? undefined,
    }
  }

  const visitor: Visitor = {
    get: (path, query = {}) => send(path, query),
    post: (path, query, form, headers = {}) =>
      send(path, query, { method: 'POST', body: new URLSearchParams(form), headers }),
    become: async (name) => {
      const { status } = await visitor.get('/_sim/open', { as: name })
      if (status !== 302) throw new Error(`nobody is ${name}`)
      return visitor
    },
    authorize: (changes = {}) => visitor.get(authorizePath, { ...goodLink, ...changes }),
    decide: (decision, fields = [], changes = {}) =>
      visitor.post(authorizePath, { ...goodLink, scope: 'snsapi_privateinfo', ...changes }, [
        ['decision', decision],
        ...fields.map((field): [string, string] => ['field', field]),
      ]),
  }
  return visitor
}
