import { setTimeout as sleep } from 'node:timers/promises'
import { createAccessTokenCache } from './access-token/access-token'
import { fingerprint, tokenKey } from './access-token/fingerprint'
import { createDirectory } from './directory/directory'
import { createUpstreamHold } from './limits/upstream-hold'
import { createSessions } from './session/sessions'
import { createSingleUse } from './single-use/single-use'
import { createImpatientStore } from './store/impatient-store'
import { createSeal } from './store/seal'
import { callForbidden, notVisible } from './wecom/catalogue/groups'
import { isRefusal } from './wecom/errors'
import { createWecom, type Exchange } from './wecom/wecom'
import { callBudgetMs } from './runtime/serve'
import type { Runtime } from './runtime/serve-function'

// WeCom's words for "this app may not read department names": no right, not authorised.
const namesForbidden = [...notVisible, ...callForbidden]

/** Puts together what the functions that talk to WeCom share. */
export const createBackend = ({ config, clock, log, remainingMs, openStore }: Runtime) => {
  const { corpId, agentId, corpSecret, corpName, wecomApiBase, wecomProxy } = config
  const monotonic = () => performance.now()
  const shared = openStore(config.store)
  const store = createImpatientStore(shared, { remainingMs, monotonic })
  const seal = createSeal(config.sealRing, clock)
  const keyPrefix = `${corpId}:${agentId}`
  const wait = (ms: number) => sleep(ms)

  const wecomOptions = {
    baseUrl: wecomApiBase,
    ...(wecomProxy && { proxy: wecomProxy }),
    sleep: wait,
    random: Math.random,
    now: () => clock.now(),
    onExchange: (exchange: Exchange) => log({ event: 'upstream', ...exchange }),
  }
  const wecom = createWecom({ ...wecomOptions, remainingMs })
  // What many wait for must not end with the time of the one who happened to ask first.
  const wecomForAll = createWecom(wecomOptions)
  const hold = createUpstreamHold({
    store,
    keyPrefix,
    clock,
    onHold: (held) => log({ event: 'held', ...held }),
  })
  const cache = createAccessTokenCache({
    fetch: () => hold.guard('/cgi-bin/gettoken', () => wecomForAll.gettoken(corpId, corpSecret)),
    // It has limits of its own for the store.
    store: shared,
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
      ask('/cgi-bin/department/list', (token) => wecomForAll.department.list(token)).catch(
        (error: unknown) => {
          if (!isRefusal(error, ...namesForbidden)) throw error
          return ask('/cgi-bin/department/simplelist', wecomForAll.department.simplelist)
        },
      ),
    readTag: (tagId) => ask('/cgi-bin/tag/get', (token) => wecomForAll.tag.get(token, tagId)),
    onTagRefused: (tagId, { errcode }) => log({ event: 'tagRefused', tagId, errcode }),
    store,
    sleep: wait,
    // What was trimmed by other rules is not shown under these.
    keyPrefix: `${keyPrefix}:directory:${fingerprint(JSON.stringify([[...config.profileFields], config.roles]))}`,
    trimming: {
      corpId,
      fields: config.profileFields,
      ...(corpName && { corpName }),
    },
    rules: config.roles,
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
    budgetMs: callBudgetMs,
    remainingMs,
    monotonic,
    sleep: wait,
  })
  return { wecom, ask, directory, sessions, singleUse }
}
