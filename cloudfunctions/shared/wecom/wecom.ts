import { WecomError } from './errors'
import { departmentGet, departmentList, departmentSimplelist } from './endpoints/department'
import { gettoken } from './endpoints/gettoken'
import { jscode2session } from './endpoints/miniprogram-jscode2session'
import { userGet } from './endpoints/user-get'
import { getuserinfo } from './endpoints/user-getuserinfo'
import type { Call } from './call'
import { openReply } from './reply'
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
  /** For one exchange, in ms. */
  timeoutMs: number
  /** Epoch ms. */
  now: () => number
  onExchange?: (exchange: Exchange) => void
}

export type Wecom = ReturnType<typeof createWecom>

/**
 * A client of WeCom's server API; methods follow the API's paths. It keeps no token and retries
 * nothing: that is the business of `access-token`.
 */
export const createWecom = ({ baseUrl, timeoutMs, now, onExchange }: WecomOptions) => {
  const send = createTransport({ baseUrl, timeoutMs })

  const call: Call = async (path, query, read) => {
    const startedAt = now()
    const report = (outcome: Pick<Exchange, 'errcode' | 'failure'>) =>
      onExchange?.({ path, ms: now() - startedAt, ...outcome })
    try {
      const result = read(openReply(await send(path, query), path))
      report({ errcode: 0 })
      return result
    } catch (error) {
      if (error instanceof WecomError) {
        report({
          failure: error.failure,
          ...(error.errcode !== undefined && { errcode: error.errcode }),
        })
      }
      throw error
    }
  }

  return {
    gettoken: gettoken(call),
    miniprogram: { jscode2session: jscode2session(call) },
    user: { get: userGet(call), getuserinfo: getuserinfo(call) },
    department: {
      list: departmentList(call),
      simplelist: departmentSimplelist(call),
      get: departmentGet(call),
    },
  }
}
