import { setTimeout as sleep } from 'node:timers/promises'
import { createAccessTokenCache } from '../access-token/access-token'
import { tokenKey } from '../access-token/fingerprint'
import { createUpstreamHold } from '../limits/upstream-hold'
import type { Runtime } from '../runtime/serve-function'
import { createSeal } from '../store/seal'
import { createWecom, type Exchange, type Wecom } from '../wecom/wecom'
import type { Storage } from './storage'

/** WeCom, asked with this app's token. */
export interface Upstream {
  /** Calls that end with the time of the call under way. */
  wecom: Wecom
  /** Calls that many wait for: they must not end with the time of the one who happened to ask first. */
  wecomForAll: Wecom
  /** Asks one path of WeCom with the app's token, unless that path is over its limit. */
  ask<T>(path: string, call: (accessToken: string) => Promise<T>): Promise<T>
  /** Has the token replaced if it is about to end. @throws WecomError */
  keepToken(): Promise<void>
}

export const openUpstream = (
  { config, clock, log, remainingMs }: Runtime<'app' | 'seal' | 'wecom'>,
  { store, patient, keyPrefix }: Storage,
): Upstream => {
  const { corpId, agentId } = config.app
  const { corpSecret, apiBase, proxy } = config.wecom
  const options = {
    baseUrl: apiBase,
    ...(proxy && { proxy }),
    sleep: (ms: number) => sleep(ms),
    random: Math.random,
    now: () => clock.now(),
    onExchange: (exchange: Exchange) => log({ event: 'upstream', ...exchange }),
  }
  const wecomForAll = createWecom(options)
  const hold = createUpstreamHold({
    store,
    keyPrefix,
    clock,
    onHold: (held) => log({ event: 'held', ...held }),
  })
  const cache = createAccessTokenCache({
    fetch: () => hold.guard('/cgi-bin/gettoken', () => wecomForAll.gettoken(corpId, corpSecret)),
    // It has limits of its own for the store.
    store: patient,
    seal: createSeal(config.seal, clock),
    key: tokenKey({ corpId, agentId, apiBase, corpSecret }),
    clock,
    onEvent: ({ event }) => log({ event: 'token', what: event }),
  })

  return {
    wecom: createWecom({ ...options, remainingMs }),
    wecomForAll,
    ask: (path, call) => hold.guard(path, () => cache.use(call, { remainingMs })),
    async keepToken() {
      // The first use brings the token here; by the next it is replaced if it is about to end.
      for (let uses = 0; uses < 2; uses++) await cache.use(async () => undefined, { remainingMs })
    },
  }
}
