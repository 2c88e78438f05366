// A simulator on a free port, a clock that only the test moves, and plain fetch as the client.
import {
  createSimulator,
  seedCompany,
  type Simulator,
  type SimulatorOptions,
} from '../../../simulator/wecom/wecom'

export const corpId = 'ww5eed000000000001'
export const otherCorpId = 'ww5eed000000000002'
export const agentId = 1000002
export const secret = 'invented-secret-of-the-badge-app-0000000002'

/** 2026-03-02 09:00 in Beijing. */
export const startOfTest = Date.parse('2026-03-02T09:00:00+08:00')

export interface WireReply {
  errcode: number
  errmsg: string
  [key: string]: unknown
}

export interface Running extends Simulator {
  url: string
  api(path: string, query?: Record<string, string>): Promise<WireReply>
  /** The same by POST; text goes as it is, anything else as JSON. */
  post(path: string, body: unknown, query?: Record<string, string>): Promise<WireReply>
  accessToken(): Promise<string>
  /** api and post with a good token of the badge app. */
  read(path: string, query?: Record<string, string>): Promise<WireReply>
  send(path: string, body: unknown): Promise<WireReply>
  /** One call of jscode2session with a good token and, unless given, a fresh code of 张三. */
  exchange(query?: Record<string, string>): Promise<WireReply>
  close(): Promise<void>
}

export const company = () => structuredClone(seedCompany())

export const start = async (options: SimulatorOptions = {}): Promise<Running> => {
  const clock = { now: () => startOfTest }
  const simulator = createSimulator({ clock, ...options })
  const { url, close } = await simulator.listen()

  const api: Running['api'] = async (path, query = {}) => {
    const response = await fetch(`${url}/cgi-bin/${path}?${new URLSearchParams(query)}`)
    return (await response.json()) as WireReply
  }
  const post: Running['post'] = async (path, body, query = {}) => {
    const response = await fetch(`${url}/cgi-bin/${path}?${new URLSearchParams(query)}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return (await response.json()) as WireReply
  }
  const accessToken = async () => {
    const reply = await api('gettoken', { corpid: corpId, corpsecret: secret })
    return String(reply['access_token'])
  }
  const read: Running['read'] = async (path, query = {}) =>
    api(path, { access_token: await accessToken(), ...query })
  const send: Running['send'] = async (path, body) =>
    post(path, body, { access_token: await accessToken() })
  const exchange: Running['exchange'] = async (query = {}) =>
    api('miniprogram/jscode2session', {
      access_token: await accessToken(),
      js_code: query['js_code'] ?? simulator.issueCode({ platform: 'wecom', userId: 'zhangsan' }),
      grant_type: 'authorization_code',
      ...query,
    })
  return { ...simulator, url, api, post, accessToken, read, send, exchange, close }
}
