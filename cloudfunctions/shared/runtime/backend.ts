import { setTimeout as sleep } from 'node:timers/promises'
import { createAccessTokenCache } from '../access-token/access-token'
import { tokenKey } from '../access-token/fingerprint'
import { createDirectory } from '../directory/directory'
import { createUpstreamHold } from '../limits/upstream-hold'
import { createSessions } from '../session/sessions'
import { createSingleUse } from '../single-use/single-use'
import { createForgivingStore } from '../store/forgiving-store'
import { openStore } from '../store/open-store'
import { createSeal } from '../store/seal'
import { isRefusal } from '../wecom/errors'
import { createWecom } from '../wecom/wecom'
import type { Runtime } from './serve-function'

// WeCom's words for "this app may not read department names": no right, not authorised.
const namesForbidden = [60011, 48002, 60031]

// As long as a whole sign-in may take: followers of a code wait no longer.
const budgetMs = 6000

/** Puts together what the functions that talk to WeCom share. */
export const createBackend = ({ config, clock, log, remainingMs }: Runtime) => {
  const { corpId, agentId, corpSecret, corpName, wecomApiBase, wecomProxy } = config
  const store = openStore(config.store, clock)
  const seal = createSeal(config.sealRing, clock)
  const keyPrefix = `${corpId}:${agentId}`
  const wait = (ms: number) => sleep(ms)

  const wecom = createWecom({
    baseUrl: wecomApiBase,
    ...(wecomProxy && { proxy: wecomProxy }),
    remainingMs,
    sleep: wait,
    random: Math.random,
    now: () => clock.now(),
    onExchange: (exchange) => log({ event: 'upstream', ...exchange }),
  })
  const hold = createUpstreamHold({
    store,
    keyPrefix,
    clock,
    onHold: (held) => log({ event: 'held', ...held }),
  })
  const cache = createAccessTokenCache({
    fetch: () => hold.guard('/cgi-bin/gettoken', () => wecom.gettoken(corpId, corpSecret)),
    store,
    seal,
    key: tokenKey({ corpId, agentId, apiBase: wecomApiBase, corpSecret }),
    clock,
    onEvent: ({ event }) => log({ event: 'token', what: event }),
  })
  /** Asks one path of WeCom with the app's token, unless that path is over its limit. */
  const ask = <T>(path: string, call: (accessToken: string) => Promise<T>): Promise<T> =>
    hold.guard(path, () => cache.use(call, { remainingMs }))

  const directory = createDirectory({
    readMember: (userId) => ask('/cgi-bin/user/get', (token) => wecom.user.get(token, userId)),
    readDepartments: () =>
      ask('/cgi-bin/department/list', (token) => wecom.department.list(token)).catch(
        (error: unknown) => {
          if (!isRefusal(error, ...namesForbidden)) throw error
          return ask('/cgi-bin/department/simplelist', wecom.department.simplelist)
        },
      ),
    store: createForgivingStore(store),
    keyPrefix: `${keyPrefix}:directory`,
    trimming: {
      corpId,
      fields: config.profileFields,
      roles: config.roles,
      ...(corpName && { corpName }),
    },
    clock,
  })
  const sessions = createSessions({
    ring: config.sessionKeys,
    corpId,
    agentId,
    lifeSeconds: config.sessionSeconds,
    clock,
  })
  const singleUse = createSingleUse({
    store,
    seal,
    keyPrefix,
    budgetMs,
    monotonic: () => performance.now(),
    sleep: wait,
  })
  return { wecom, ask, directory, sessions, singleUse }
}
