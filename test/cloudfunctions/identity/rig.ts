import type { Employee, Reply, Session, SignInResult } from '../../../typings/api'
import { identity } from '../../../cloudfunctions/identity/define'
import { serveFunction } from '../../../cloudfunctions/shared/runtime/serve-function'
import { createKeyRing } from '../../../scripts/key-ring'
import { createTestClock } from '../../support/clock'
import { call, codeOf } from '../../support/invoke'
import { startUpstream } from '../../support/upstream'
import vectors from '../../vectors/seed-replies.json'

const corpId = 'ww1234567890abcdef'

/** The identity function in this process, with a WeCom that says what a test tells it to. */
export const startIdentity = async (variables: Record<string, string> = {}) => {
  const upstream = await startUpstream()
  const clock = createTestClock()
  const lines: string[] = []
  const member = { ...vectors['user/get ok'], department: [3], main_department: 3 }
  upstream.answer('/cgi-bin/gettoken', vectors['gettoken ok'])
  const exchangeGives = (sessionKey: string) =>
    upstream.answer('/cgi-bin/miniprogram/jscode2session', {
      corpid: corpId,
      userid: 'zhangsan',
      session_key: sessionKey,
    })
  exchangeGives('kJtdi6RF+Dv67QkbLlPGjw==')
  upstream.answer('/cgi-bin/user/get', member)
  upstream.answer('/cgi-bin/department/list', {
    department: [{ id: 3, name: '平台部', parentid: 1 }],
  })
  const main = serveFunction('identity', identity, {
    environment: {
      WECOM_CORP_ID: corpId,
      WECOM_AGENT_ID: '1000002',
      WECOM_CORP_SECRET: 'the-secret-of-the-app',
      WECOM_API_BASE: upstream.url,
      STORE: 'memory',
      SESSION_KEYS: JSON.stringify(createKeyRing(Date.UTC(2026, 0, 1))),
      ...variables,
    },
    clock,
    write: (line) => lines.push(line),
  })
  let codes = 0
  const ask = async <T>(action: string, session?: string, more: object = {}) =>
    (await call(main, { action, ...(session && { session }), ...more })) as Reply<T>
  const signIn = () => ask<SignInResult>('signIn', undefined, { jsCode: `CODE-${++codes}` })

  return {
    clock,
    lines,
    signIn,
    ask,
    /** A session that was just begun. */
    async enter(): Promise<string> {
      const reply = await signIn()
      if (!reply.ok) throw new Error(reply.error.code)
      return reply.data.session.token
    },
    /** Its code, or the new session. */
    async renew(session: string): Promise<Session | string> {
      const reply = await ask<{ session: Session }>('renew', session)
      return reply.ok ? reply.data.session : codeOf(reply)
    },
    profile: async (session: string) =>
      codeOf(await ask<{ employee: Employee }>('profile', session)),
    /** What WeCom says of the member from now on, over what it said. */
    tellMember: (changed: object) =>
      upstream.answer('/cgi-bin/user/get', { ...member, ...changed }),
    /** Of every sign-in from now on. */
    exchangeGives,
    refuseMember: (errcode: number) =>
      upstream.answer('/cgi-bin/user/get', { errcode, errmsg: 'no' }),
    upstreamCalls: (path: string) => upstream.seen.filter((seen) => seen.path === path).length,
    allUpstreamCalls: () => upstream.seen.length,
    close: () => upstream.close(),
  }
}

export type IdentityRig = Awaited<ReturnType<typeof startIdentity>>
