import { setTimeout } from 'node:timers/promises'
import { createAccessTokenCache } from '../access-token/access-token'
import { createDirectory } from '../directory/directory'
import { createSessions } from '../session/sessions'
import { createMemoryStore } from '../store/memory-store'
import { isRefusal } from '../wecom/errors'
import { createWecom } from '../wecom/wecom'
import type { Runtime } from './serve'

// WeCom's words for "this app may not read department names": no right, not authorised.
const namesForbidden = [60011, 48002, 60031]

/** Puts together what the functions that talk to WeCom share. */
export const createBackend = ({ config, clock, log }: Runtime) => {
  const { corpId, agentId, corpSecret, corpName, profileFields, roles } = config
  const wecom = createWecom({
    baseUrl: config.wecomApiBase,
    sleep: (ms) => setTimeout(ms),
    random: Math.random,
    now: () => clock.now(),
    onExchange: (exchange) => log({ event: 'upstream', ...exchange }),
  })
  const accessToken = createAccessTokenCache({
    fetch: () => wecom.gettoken(corpId, corpSecret),
    clock,
  })
  const directory = createDirectory({
    readMember: (userId) => accessToken.use((token) => wecom.user.get(token, userId)),
    readDepartments: () =>
      accessToken.use((token) =>
        wecom.department.list(token).catch((error: unknown) => {
          if (!isRefusal(error, ...namesForbidden)) throw error
          return wecom.department.simplelist(token)
        }),
      ),
    store: createMemoryStore(clock),
    keyPrefix: `directory:${corpId}:${agentId}`,
    trimming: { corpId, fields: profileFields, roles, ...(corpName && { corpName }) },
    clock,
  })
  const sessions = createSessions({
    ring: config.sessionKeys,
    corpId,
    agentId,
    lifeSeconds: config.sessionSeconds,
    clock,
  })
  return { wecom, accessToken, directory, sessions }
}
