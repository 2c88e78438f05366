import type { PhoneSetup } from '../../setup'
import type { BeginReport } from '../report'
import { call, callbackOnly, CallFailure, type Options } from './call'

/**
 * Asks the stand-in for the code that the client would get. `wecom` codes are exchanged with
 * WeCom, `wechat` codes with WeChat: wx.login gives the latter inside WeCom too.
 */
export function clientLogin(setup: PhoneSetup, platform: 'wecom' | 'wechat') {
  return async (): Promise<{ code: string }> => {
    const response = await fetch(`${setup.wecomBase}/_sim/client/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        platform,
        userId: setup.as,
        ...(setup.corp === '' ? {} : { corpId: setup.corp }),
      }),
    }).catch(() => {
      throw new CallFailure('the WeCom simulator cannot be reached')
    })
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>
    if (typeof answer.code !== 'string') throw new CallFailure('the WeCom simulator gave no code')
    return { code: answer.code }
  }
}

/** wx.login and wx.checkSession. */
export function loginCalls(setup: PhoneSetup, begin: BeginReport) {
  let signedIn = false
  const login = clientLogin(setup, 'wechat')
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

const NOT_SIMULATED = [
  'getEnterpriseUserInfo',
  'getMobile',
  'getEmail',
  'getAvatar',
  'getQrCode',
  'selectEnterpriseContact',
  'openEnterpriseChat',
  'openUserProfile',
]

/**
 * wx.qy: callbacks only, for nothing official says that these calls return promises.
 * https://developer.work.weixin.qq.com/document/path/91506
 */
export function qyCalls(
  setup: PhoneSetup,
  begin: BeginReport,
  canIUse: (schema: string) => boolean,
) {
  let signedIn = false
  const login = clientLogin(setup, 'wecom')
  const qyCall = (name: string, run: (options: Options) => unknown) =>
    callbackOnly(`qy.${name}`, (options) =>
      reported(begin, `wx.qy.${name}`, async () => run(options)),
    )
  return {
    canIUse,
    login: qyCall('login', async () => {
      const answer = await login()
      signedIn = true
      return answer
    }),
    // A real client succeeds only once the server has exchanged the code; this one cannot see that.
    checkSession: qyCall('checkSession', () => {
      if (!signedIn) throw new CallFailure('no session or expired')
      return { expireIn: 7200 }
    }),
    getSystemInfo: qyCall('getSystemInfo', () => ({ version: '4.1.36' })),
    getContext: qyCall('getContext', () => ({ entry: 'normal' })),
    ...Object.fromEntries(
      NOT_SIMULATED.map((name) => [
        name,
        qyCall(name, () => {
          throw new CallFailure('not simulated')
        }),
      ]),
    ),
  }
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
