import type { Call } from './call'
import { agentGet } from './endpoints/agent-get'
import { authGetuserdetail } from './endpoints/auth-getuserdetail'
import { authGetuserinfo } from './endpoints/auth-getuserinfo'
import { departmentGet } from './endpoints/department-get'
import { departmentList } from './endpoints/department-list'
import { departmentSimplelist } from './endpoints/department-simplelist'
import { getJsapiTicket } from './endpoints/get-jsapi-ticket'
import { gettoken } from './endpoints/gettoken'
import { jscode2session } from './endpoints/miniprogram-jscode2session'
import { tagGet } from './endpoints/tag-get'
import { tagList } from './endpoints/tag-list'
import { ticketGet } from './endpoints/ticket-get'
import { userGet } from './endpoints/user-get'
import { userGetuserid } from './endpoints/user-getuserid'
import { userGetuserinfo } from './endpoints/user-getuserinfo'
import { WecomError } from './errors'
import { openReply } from './reply'
import { isSafeToRepeat, withRetries } from './retry'
import { createTransport } from './transport'

/** What became of one exchange: enough for a log line, nothing secret. */
export interface Exchange {
  path: string
  ms: number
  /** 0 when all is well; absent when WeCom did not get to answer. */
  errcode?: number
  failure?: WecomError['failure']
}

export interface WecomOptions {
  /** `https://qyapi.weixin.qq.com`, a private WeCom, a relay, or the simulator. */
  baseUrl: string
  /** A forward proxy, `http://[user:password@]host:port`. */
  proxy?: string
  /** What is left of the time for the whole sign-in, in ms. By default each call has 6 s. */
  remainingMs?: () => number
  /** For one try, in ms. */
  perTryMs?: number
  /** Waits for ms. */
  sleep: (ms: number) => Promise<unknown>
  /** From 0 to 1. */
  random: () => number
  /** Epoch ms. */
  now: () => number
  /** Told of every try. */
  onExchange?: (exchange: Exchange) => void
}

export type Wecom = ReturnType<typeof createWecom>

const budgetOfOneCallMs = 6000

/**
 * A client of WeCom's server API; methods follow the API's paths. It keeps no token: that is the
 * business of `access-token`. What is safe to repeat is repeated inside the time that is left.
 */
export const createWecom = (options: WecomOptions) => {
  const { baseUrl, proxy, remainingMs, perTryMs = 3000, sleep, random, now, onExchange } = options
  const send = createTransport({ baseUrl, ...(proxy && { proxy }) })

  const call: Call = ({ kind, path, query, body, read }) => {
    const exchange = async (timeoutMs: number, tryNumber: number) => {
      const startedAt = now()
      const report = (outcome: Pick<Exchange, 'errcode' | 'failure'>) =>
        onExchange?.({ path, ms: now() - startedAt, ...outcome })
      // Whatever broke one kept connection may have broken them all.
      const connection = kind === 'read' && tryNumber === 1 ? 'kept' : 'fresh'
      try {
        const reply = await send({ path, query, timeoutMs, connection, ...(body && { body }) })
        const result = read(openReply(reply, path))
        report({ errcode: 0 })
        return result
      } catch (error) {
        if (error instanceof WecomError) {
          const { failure, errcode } = error
          report({ failure, ...(errcode !== undefined && { errcode }) })
        }
        throw error
      }
    }
    const endsAt = now() + budgetOfOneCallMs
    return withRetries({
      attempt: exchange,
      isSafeToRepeat: isSafeToRepeat[kind],
      remainingMs: remainingMs ?? (() => endsAt - now()),
      perTryMs,
      sleep,
      random,
    })
  }

  return {
    gettoken: gettoken(call),
    miniprogram: { jscode2session: jscode2session(call) },
    auth: { getuserinfo: authGetuserinfo(call), getuserdetail: authGetuserdetail(call) },
    user: {
      get: userGet(call),
      getuserid: userGetuserid(call),
      getuserinfo: userGetuserinfo(call),
    },
    department: {
      list: departmentList(call),
      simplelist: departmentSimplelist(call),
      get: departmentGet(call),
    },
    tag: { get: tagGet(call), list: tagList(call) },
    agent: { get: agentGet(call) },
    getJsapiTicket: getJsapiTicket(call),
    ticket: { get: ticketGet(call) },
  }
}
