import { isRefusal } from '../wecom/errors'
import type { AccessToken } from '../wecom/endpoints/gettoken'
import type { Clock } from '../runtime/clock'

/** Hands the app's access_token to calls, and keeps everybody else from ever seeing it. */
export interface AccessTokenCache {
  /**
   * Runs one call with the token. When WeCom rejects the token itself, the token is replaced and the
   * call is run once more: such a refusal comes before anything is carried out.
   *
   * @throws whatever the call throws, or WecomError from gettoken
   */
  use<T>(call: (accessToken: string) => Promise<T>): Promise<T>
}

export interface AccessTokenOptions {
  /** One gettoken for the one app that this cache serves. */
  fetch: () => Promise<AccessToken>
  clock: Clock
}

interface Held {
  accessToken: string
  diesAt: number
}

// https://developer.work.weixin.qq.com/document/path/90313: 40014 invalid, 42001 expired.
const tokenRejected = [40014, 42001]

/**
 * The token in this process's memory. Callers that need a new one at the same time share one
 * gettoken. It is used until it dies: while WeCom answers gettoken with the same token, a margin would
 * turn the last minutes of each token into a storm.
 */
export const createAccessTokenCache = ({ fetch, clock }: AccessTokenOptions): AccessTokenCache => {
  let held: Held | undefined
  let fetching: Promise<Held> | undefined

  const fetchOnce = (): Promise<Held> => {
    fetching ??= fetch()
      .then(({ accessToken, expiresInSeconds }) => {
        held = { accessToken, diesAt: clock.now() + expiresInSeconds * 1000 }
        return held
      })
      .finally(() => {
        fetching = undefined
      })
    return fetching
  }

  const take = async (rejected?: Held): Promise<Held> => {
    const isUsable = held && held !== rejected && held.diesAt > clock.now()
    return held && isUsable ? held : fetchOnce()
  }

  return {
    async use(call) {
      const first = await take()
      try {
        return await call(first.accessToken)
      } catch (error) {
        if (!isRefusal(error, ...tokenRejected)) throw error
        // Only this very token is given up: a late loser never throws away a fresh one.
        const second = await take(first)
        return call(second.accessToken)
      }
    },
  }
}
