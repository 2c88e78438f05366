import type { BeginReport } from '../report'
import type { Dialogs } from '../shell/dialogs'
import { call, callbackOnly, CallFailure } from './call'
import { askAsClient, type ClientLine, type Platform } from './client'
import { privateDataCalls } from './private-data'

/**
 * Asks the stand-in for the code that the client would get. `wecom` codes are exchanged with
 * WeCom, `wechat` codes with WeChat: wx.login gives the latter inside WeCom too.
 */
export function clientLogin(line: ClientLine, platform: Platform) {
  return async (): Promise<{ code: string }> => {
    const { code } = await askAsClient(line, 'login', { platform })
    if (typeof code !== 'string') throw new CallFailure('the WeCom simulator gave no code')
    return { code }
  }
}

/** wx.login and wx.checkSession. */
export function loginCalls(line: ClientLine, begin: BeginReport) {
  let signedIn = false
  const login = clientLogin(line, 'wechat')
  return {
    login: call('login', async () => {
      const answer = await reported(begin, 'wx.login', login)
      signedIn = true
      return answer
    }),
    checkSession: call('checkSession', () => {
      if (!signedIn) throw new CallFailure('session is expired')
    }),
  }
}

const NOT_SIMULATED = ['selectEnterpriseContact', 'openEnterpriseChat', 'openUserProfile']

/**
 * wx.qy: callbacks only, for nothing official says that these calls return promises.
 * https://developer.work.weixin.qq.com/document/path/91506
 */
export function qyCalls(
  line: ClientLine,
  begin: BeginReport,
  dialogs: Pick<Dialogs, 'askPermission'>,
  canIUse: (schema: string) => boolean,
) {
  const runs: Record<string, () => unknown> = {
    login: clientLogin(line, 'wecom'),
    // It succeeds only once the server has exchanged the code, and so do those that give something of the person.
    checkSession: () => askAsClient(line, 'check-session', { platform: 'wecom' }),
    ...privateDataCalls(line, dialogs),
    getSystemInfo: () => ({ version: '4.1.36' }),
    getContext: () => ({ entry: 'normal' }),
    ...Object.fromEntries(NOT_SIMULATED.map((name) => [name, notSimulated])),
  }
  const calls = Object.entries(runs).map(([name, run]) => [
    name,
    callbackOnly(`qy.${name}`, () => reported(begin, `wx.qy.${name}`, async () => run())),
  ])
  return { canIUse, ...(Object.fromEntries(calls) as Record<string, unknown>) }
}

function notSimulated(): never {
  throw new CallFailure('not simulated')
}

async function reported<Answer>(
  begin: BeginReport,
  name: string,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const end = begin(name)
  try {
    const answer = await run()
    end('ok')
    return answer
  } catch (error) {
    end(error instanceof Error ? error.message : 'fail')
    throw error
  }
}
