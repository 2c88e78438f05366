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
  /** The same session for another while; undefined when it is too old and WeCom has to be asked again. */
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
  const sign = (userId: string, { sessionId, via, startedAt }: Omit<LiveSession, 'expiresAt'>) => {
    // Tokens count in seconds, and so does everything that must agree with them.
    const issuedAt = Math.floor(clock.now() / 1000) * 1000
    const endsAt = Math.floor(startedAt / 1000) * 1000 + longestSeconds * 1000
    const expiresAt = Math.min(issuedAt + lifeSeconds * 1000, endsAt)
    if (expiresAt <= issuedAt) return undefined
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
      const issued = sign(userId, { sessionId, via, startedAt: clock.now() })
      if (!issued) throw new Error('a session that ends before it begins')
      return issued
    },
    renew({ holder, record }) {
      const live = record.sessions.find(({ sessionId }) => sessionId === holder.sessionId)
      return live && sign(record.userId, live)
    },
  }
}
