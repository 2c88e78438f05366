import type { Call } from '../call'
import type { Reader } from '../reader'

/** 应用, as the app itself may read it: what setup checks compare with the configuration. */
export interface Agent {
  agentId: number
  name: string
  isDisabled: boolean
  /** 可见范围: who sees the app, and of whom it may ask. */
  visibleRange: { userIds: string[]; departmentIds: number[]; tagIds: number[] }
  /** 可信域名, when one is set. */
  redirectDomain?: string
  /** 应用主页, when one is set. */
  homeUrl?: string
}

/**
 * GET /cgi-bin/agent/get. 301002 when the token belongs to another app.
 * https://developer.work.weixin.qq.com/document/path/90227
 */
export const agentGet =
  (call: Call) =>
  (accessToken: string, agentId: number): Promise<Agent> =>
    call({
      kind: 'read',
      path: '/cgi-bin/agent/get',
      query: { access_token: accessToken, agentid: String(agentId) },
      read: readAgent,
    })

const readAgent = (reply: Reader): Agent => {
  const users = reply.optionalObject('allow_userinfos')?.objects('user') ?? []
  const redirectDomain = reply.optionalText('redirect_domain')
  const homeUrl = reply.optionalText('home_url')
  return {
    agentId: reply.integer('agentid'),
    name: reply.text('name'),
    isDisabled: reply.optionalInteger('close') === 1,
    visibleRange: {
      userIds: users.map((user) => user.text('userid')),
      departmentIds: reply.optionalObject('allow_partys')?.integers('partyid') ?? [],
      tagIds: reply.optionalObject('allow_tags')?.integers('tagid') ?? [],
    },
    ...(redirectDomain && { redirectDomain }),
    ...(homeUrl && { homeUrl }),
  }
}
