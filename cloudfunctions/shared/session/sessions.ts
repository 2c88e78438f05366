import { randomBytes } from 'node:crypto'
import type { Session } from '../../../typings/api'
import type { Clock } from '../runtime/clock'
import { createJwsVerifier, signJws } from './jws'
import type { KeyRing } from './key-ring'

/** By which way an employee came in. */
export type Door = 'wecom-miniprogram'

/** What a session proves. */
export interface SessionHolder {
  userId: string
  corpId: string
  agentId: number
  via: Door
  sessionId: string
}

/** Why a token is no session: for our log, never for whoever sent it. */
export type SessionRefusal = 'absent' | 'notOurs' | 'odd' | 'otherApp' | 'notYet' | 'expired'

export type Verdict = { holder: SessionHolder } | { refusal: SessionRefusal }

export interface SessionsOptions {
  ring: KeyRing
  corpId: string
  agentId: number
  lifeSeconds: number
  clock: Clock
  /** Gives that many random bytes. */
  random?: (bytes: number) => Buffer
}

export interface Sessions {
  issue(employee: { userId: string; via: Door }): Session
  verify(token: string | undefined): Verdict
}

const typ = 'gongpai-session+jwt'
const issuer = 'gongpai'
const audience = 'gongpai'

// Machines of one cloud agree to well under this.
const leewaySeconds = 30
const sessionIdBytes = 16

/**
 * Issues and verifies sessions (自有登录态): signed with Ed25519, bound to corp, app and door, so that
 * functions that hold only public keys can verify and can't mint.
 */
export const createSessions = ({
  ring,
  corpId,
  agentId,
  lifeSeconds,
  clock,
  random = randomBytes,
}: SessionsOptions): Sessions => {
  const verifyJws = createJwsVerifier(typ, ring)
  const nowSeconds = () => Math.floor(clock.now() / 1000)

  return {
    issue({ userId, via }) {
      const issuedAt = nowSeconds()
      const key = ring.signingAt(issuedAt)
      if (!key) throw new Error('SESSION_KEYS has no private key whose signsFrom has come')
      const claims = {
        iss: issuer,
        aud: audience,
        sub: userId,
        cid: corpId,
        aid: agentId,
        via,
        sid: random(sessionIdBytes).toString('base64url'),
        iat: issuedAt,
        exp: issuedAt + lifeSeconds,
      }
      return { token: signJws(typ, key, claims), expiresAt: claims.exp * 1000, lifeSeconds }
    },

    verify(token) {
      if (!token) return { refusal: 'absent' }
      const claims = verifyJws(token)
      if (!claims) return { refusal: 'notOurs' }
      const session = readSession(claims)
      if (!session) return { refusal: 'odd' }
      if (session.holder.corpId !== corpId || session.holder.agentId !== agentId) {
        return { refusal: 'otherApp' }
      }
      if (session.issuedAt > nowSeconds() + leewaySeconds) return { refusal: 'notYet' }
      if (session.expiresAt <= nowSeconds() - leewaySeconds) return { refusal: 'expired' }
      return { holder: session.holder }
    },
  }
}

interface SignedSession {
  holder: SessionHolder
  /** Epoch seconds, both. */
  issuedAt: number
  expiresAt: number
}

const isText = (value: unknown, shape: RegExp): value is string =>
  typeof value === 'string' && shape.test(value)
const isPositive = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0

const readSession = (claims: Record<string, unknown>): SignedSession | undefined => {
  const { iss, aud, sub, cid, aid, via, sid, iat, exp } = claims
  if (iss !== issuer || aud !== audience || via !== 'wecom-miniprogram') return undefined
  if (!isText(sub, /^[\w.@-]{1,64}$/) || !isText(cid, /^[\w-]{1,64}$/)) return undefined
  if (!isText(sid, /^[\w-]{22}$/)) return undefined
  if (!isPositive(aid) || !isPositive(iat) || !isPositive(exp)) return undefined
  return {
    holder: { userId: sub, corpId: cid, agentId: aid, via, sessionId: sid },
    issuedAt: iat,
    expiresAt: exp,
  }
}
