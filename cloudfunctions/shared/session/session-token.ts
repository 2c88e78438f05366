import type { Clock } from '../runtime/clock'
import {
  corpIdShape,
  isPositive,
  isText,
  issuer,
  leewaySeconds,
  ownAudience,
  sessionIdShape,
  userIdShape,
} from './claims'
import { createJwsVerifier, signJws } from './jws'
import type { KeyRing } from './key-ring'

/** By which way an employee came in. */
export type Door = 'wecom-miniprogram' | 'web'

/** What a session proves. */
export interface SessionHolder {
  userId: string
  corpId: string
  agentId: number
  via: Door
  sessionId: string
}

/** Why a token is not one that we signed and that is still good: for our log, never for its sender. */
export type TokenRefusal =
  'absent' | 'notOurs' | 'odd' | 'otherCorp' | 'otherApp' | 'notYet' | 'expired'

export interface SessionTokensOptions {
  ring: KeyRing
  corpId: string
  agentId: number
  clock: Clock
}

export interface SessionTokens {
  /** @param life Epoch ms, both. @throws Error when no key of the ring may sign */
  sign(holder: Pick<SessionHolder, 'userId' | 'via' | 'sessionId'>, life: Life): string
  /** What stands in a token, as long as it is one of ours, for this corp and app, and has not run out. */
  read(token: string | undefined): { holder: SessionHolder } | { refusal: TokenRefusal }
}

/** Epoch ms, both. */
export interface Life {
  issuedAt: number
  expiresAt: number
}

const typ = 'gongpai-session+jwt'
const doors: readonly unknown[] = ['wecom-miniprogram', 'web'] satisfies Door[]

// SESSION_MINUTES and SESSION_HOURS allow no more: a token that claims it was made by mistake.
const longestLifeSeconds = 86_400

/**
 * Signs and reads the tokens of sessions: Ed25519, bound to corp, app and door, so that functions
 * that hold only public keys can verify and can't mint.
 */
export const createSessionTokens = ({
  ring,
  corpId,
  agentId,
  clock,
}: SessionTokensOptions): SessionTokens => {
  const verifyJws = createJwsVerifier(typ, ring)
  const nowSeconds = () => Math.floor(clock.now() / 1000)

  return {
    sign({ userId, via, sessionId }, { issuedAt, expiresAt }) {
      const key = ring.signingAt(nowSeconds())
      if (!key) throw new Error('the ring has no private key')
      return signJws(typ, key, {
        iss: issuer,
        aud: ownAudience,
        sub: userId,
        cid: corpId,
        aid: agentId,
        via,
        sid: sessionId,
        iat: Math.floor(issuedAt / 1000),
        exp: Math.floor(expiresAt / 1000),
      })
    },

    read(token) {
      if (!token) return { refusal: 'absent' }
      const claims = verifyJws(token)
      if (!claims) return { refusal: 'notOurs' }
      const session = readSession(claims)
      if (!session) return { refusal: 'odd' }
      const { holder, issuedAt, expiresAt } = session
      if (holder.corpId !== corpId) return { refusal: 'otherCorp' }
      if (holder.agentId !== agentId) return { refusal: 'otherApp' }
      if (issuedAt > nowSeconds() + leewaySeconds) return { refusal: 'notYet' }
      if (expiresAt <= nowSeconds() - leewaySeconds) return { refusal: 'expired' }
      return { holder }
    },
  }
}

interface SignedSession {
  holder: SessionHolder
  /** Epoch seconds, both. */
  issuedAt: number
  expiresAt: number
}

const isDoor = (value: unknown): value is Door => doors.includes(value)

const readSession = (claims: Record<string, unknown>): SignedSession | undefined => {
  const { iss, aud, sub, cid, aid, via, sid, iat, exp } = claims
  if (iss !== issuer || aud !== ownAudience || !isDoor(via)) return undefined
  if (!isText(sub, userIdShape) || !isText(cid, corpIdShape)) return undefined
  if (!isText(sid, sessionIdShape)) return undefined
  if (!isPositive(aid) || !isPositive(iat) || !isPositive(exp)) return undefined
  if (exp <= iat || exp - iat > longestLifeSeconds) return undefined
  return {
    holder: { userId: sub, corpId: cid, agentId: aid, via, sessionId: sid },
    issuedAt: iat,
    expiresAt: exp,
  }
}
