import { randomBytes } from 'node:crypto'
import type { Session } from '../../../typings/api'
import type { LiveSession } from '../employees/employee-record'
import type { Clock } from '../runtime/clock'
import type { Caller } from './session-gate'
import type { Door, SessionTokens } from './session-token'

export interface SessionsOptions {
  tokens: SessionTokens
  /** From one renewal to the next. */
  lifeSeconds: number
  /** From the sign-in to the last moment of its last renewal. */
  longestSeconds: number
  clock: Clock
  /** Gives that many random bytes. */
  random?: (bytes: number) => Buffer
}

/** A token, and what the employee's record must say for it to count. */
export interface IssuedSession {
  session: Session
  live: LiveSession
}

export interface Sessions {
  /** A new session. It counts once `live` is written into the record. */
  issue(employee: { userId: string; via: Door }): IssuedSession
  /** The same session for another while; undefined when it already lasts as long as any may. */
  renew(caller: Caller): IssuedSession | undefined
}

const sessionIdBytes = 16

/** Issues sessions (自有登录态), for the functions that hold private keys. */
export const createSessions = ({
  tokens,
  lifeSeconds,
  longestSeconds,
  clock,
  random = randomBytes,
}: SessionsOptions): Sessions => {
  // Tokens count in seconds, and so does everything that must agree with them.
  const wholeSeconds = (ms: number) => Math.floor(ms / 1000) * 1000
  const endOf = (startedAt: number) => wholeSeconds(startedAt) + longestSeconds * 1000
  const sign = (userId: string, { sessionId, via, startedAt }: Omit<LiveSession, 'expiresAt'>) => {
    const issuedAt = wholeSeconds(clock.now())
    const expiresAt = Math.min(issuedAt + lifeSeconds * 1000, endOf(startedAt))
    return {
      session: {
        token: tokens.sign({ userId, via, sessionId }, { issuedAt, expiresAt }),
        expiresAt,
        lifeSeconds: (expiresAt - issuedAt) / 1000,
      },
      live: { sessionId, via, startedAt, expiresAt },
    }
  }

  return {
    issue({ userId, via }) {
      const sessionId = random(sessionIdBytes).toString('base64url')
      return sign(userId, { sessionId, via, startedAt: clock.now() })
    },
    renew({ holder, record }) {
      const live = record.sessions.find(({ sessionId }) => sessionId === holder.sessionId)
      return live && live.expiresAt < endOf(live.startedAt) ? sign(record.userId, live) : undefined
    },
  }
}
