import type { Clock } from '../clock'
import { dropOldest } from './drop-oldest'

/** Someone at a mini program (小程序) on their phone. */
export interface AtMiniProgram {
  corpId: string
  userId: string
  miniProgramAppId: string
}

/**
 * The sessions of wx.qy, one for each person and mini program. wx.qy.login opens none: the session
 * counts once the back-end has exchanged the code, and a new login shuts the former one until then.
 * https://developer.work.weixin.qq.com/document/path/91508
 */
export interface ClientSessions {
  /** wx.qy.login was called. */
  awaitExchange(person: AtMiniProgram): void
  /** The code was exchanged for this session_key, which replaces the one before. */
  open(person: AtMiniProgram, sessionKey: string): void
  /** undefined before the exchange, after the next login, and when the life is over. */
  current(person: AtMiniProgram): { sessionKey: string; expiresInSeconds: number } | undefined
}

/** No document says how long a session_key lives; this is what was chosen here: three days. */
export const sessionKeyLifeSeconds = 3 * 24 * 3600

/** How many people's sessions are remembered. */
const capacity = 200_000

export const createClientSessions = ({ clock }: { clock: Clock }): ClientSessions => {
  const sessions = new Map<string, { sessionKey: string; expiresAt: number }>()
  const keyOf = ({ corpId, userId, miniProgramAppId }: AtMiniProgram) =>
    `${corpId}/${miniProgramAppId}/${userId.toLowerCase()}`

  return {
    awaitExchange: (person) => void sessions.delete(keyOf(person)),
    open: (person, sessionKey) => {
      dropOldest(sessions, capacity)
      sessions.set(keyOf(person), {
        sessionKey,
        expiresAt: clock.now() + sessionKeyLifeSeconds * 1000,
      })
    },
    current: (person) => {
      const session = sessions.get(keyOf(person))
      const leftMs = session ? session.expiresAt - clock.now() : 0
      return session && leftMs > 0
        ? { sessionKey: session.sessionKey, expiresInSeconds: Math.ceil(leftMs / 1000) }
        : undefined
    },
  }
}
