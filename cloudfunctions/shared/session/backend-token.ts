import type { BackendToken } from '../../../typings/api'
import type { Clock } from '../runtime/clock'
import { isPositive, isText, issuer, leewaySeconds, sessionIdShape, userIdShape } from './claims'
import { createJwsVerifier, signJws } from './jws'
import type { KeyRing } from './key-ring'
import type { SessionHolder } from './session-token'

/** Whose token it is, and from when to when it counts. */
export interface BackendHolder {
  userId: string
  sessionId: string
  /** Epoch seconds, both. */
  issuedAt: number
  expiresAt: number
}

export interface BackendTokensOptions {
  ring: KeyRing
  corpId: string
  clock: Clock
}

export interface BackendTokens {
  /** @throws Error when no key of the ring may sign */
  sign(audience: string, holder: Pick<SessionHolder, 'userId' | 'sessionId'>): BackendToken
  /** Whose token this is; undefined for all but one of ours, for this audience, that has not run out. */
  read(token: string, audience: string): BackendHolder | undefined
}

const typ = 'gongpai-backend+jwt'

/** A back-end that verifies by itself learns of a departure when its token has run out. */
const lifeSeconds = 300

/**
 * Signs and reads the tokens that name an employee to one other back-end. By `typ` and `aud` they are
 * no sessions of ours, nor anything to another back-end. They hold who it is and not what they may do:
 * a name is personal, and a role may be lost within these five minutes.
 */
export const createBackendTokens = ({
  ring,
  corpId,
  clock,
}: BackendTokensOptions): BackendTokens => {
  const verifyJws = createJwsVerifier(typ, ring)
  const nowSeconds = () => Math.floor(clock.now() / 1000)

  return {
    sign(audience, { userId, sessionId }) {
      const issuedAt = nowSeconds()
      const key = ring.signingAt(issuedAt)
      if (!key) throw new Error('the ring has no private key')
      const expiresAt = issuedAt + lifeSeconds
      const token = signJws(typ, key, {
        iss: issuer,
        aud: audience,
        sub: userId,
        cid: corpId,
        sid: sessionId,
        iat: issuedAt,
        exp: expiresAt,
      })
      return { token, expiresAt: expiresAt * 1000, lifeSeconds }
    },

    read(token, audience) {
      const { iss, aud, sub, cid, sid, iat, exp } = verifyJws(token) ?? {}
      if (iss !== issuer || aud !== audience || cid !== corpId) return undefined
      if (!isText(sub, userIdShape) || !isText(sid, sessionIdShape)) return undefined
      if (!isPositive(iat) || !isPositive(exp) || exp - iat !== lifeSeconds) return undefined
      const now = nowSeconds()
      if (iat > now + leewaySeconds || exp <= now) return undefined
      return { userId: sub, sessionId: sid, issuedAt: iat, expiresAt: exp }
    },
  }
}
