import { isRefusal } from '../wecom/errors'
import { createAhead } from './ahead'
import { createLeases } from './lease'
import { createLocalToken } from './local-token'
import { surroundingsOf, type AccessTokenOptions, type Surroundings } from './options'
import { createPatience, type Patience } from './patience'
import { createRenewal } from './renewal'
import { createSharedDocument } from './shared-document'
import { createSharedToken } from './shared-token'
import { createTokenMemory, type Token, type TokenMemory } from './token-memory'
import { createWatch } from './watch'

export interface UseOptions {
  /** What is left of the caller's own deadline, in ms. It never waits longer for a token. */
  remainingMs?: () => number
}

/** Hands the app's access_token to calls, and keeps everybody else from ever seeing it. */
export interface AccessTokenCache {
  /**
   * Runs one call with the token. When WeCom rejects the token itself, the token is replaced and the
   * call is run again: such a refusal comes before anything is carried out.
   *
   * @throws whatever the call throws, WecomError from gettoken, or AccessTokenError
   */
  use<T>(call: (accessToken: string) => Promise<T>, options?: UseOptions): Promise<T>
}

// https://developer.work.weixin.qq.com/document/path/90313: 40014 invalid, 42001 expired.
const tokenRejected = [40014, 42001]

// What is in memory, what is in the store and what is on its way can each be stale once.
const callsAtMost = 4
const flightsAtMost = 3

/**
 * One token for all instances of an app, through one document in their store. A warm process needs no
 * I/O; a process asks once for all its callers; one instance asks WeCom for all processes, under a
 * lease. A rejection names what was rejected, so that a late loser throws away nothing fresh.
 */
export const createAccessTokenCache = (options: AccessTokenOptions): AccessTokenCache => {
  const surroundings = surroundingsOf(options)
  const memory = createTokenMemory(surroundings)
  const source = createSource(surroundings, memory)

  const take = async (patience: Patience): Promise<Token> => {
    const held = memory.usable()
    if (held && memory.isDue() && source.isIdle())
      await patience.spendHalf(() => source.replace(held))
    return memory.usable() ?? patience.spend(source.obtain)
  }

  return {
    async use(call, { remainingMs = () => Infinity } = {}) {
      const patience = createPatience(surroundings, remainingMs)
      for (let calls = 1; ; calls++) {
        const token = await take(patience)
        try {
          return await call(token.accessToken)
        } catch (error) {
          if (!isRefusal(error, ...tokenRejected) || error.errcode === undefined) throw error
          memory.reject(token)
          const { errcode } = error
          surroundings.onEvent({ event: 'rejected', errcode, generation: token.generation })
          if (calls === callsAtMost) throw error
        }
      }
    },
  }
}

/** Where new tokens come from. At most one way to them is under way in this process. */
const createSource = (surroundings: Surroundings, memory: TokenMemory) => {
  const shared = createSharedDocument(surroundings)
  const watch = createWatch(surroundings)
  const leases = createLeases(surroundings, shared)
  const parts = { surroundings, memory, shared, leases, watch }
  const renew = createRenewal(parts)
  const local = createLocalToken(surroundings, memory)
  const sharedToken = createSharedToken({ ...parts, renew, local })
  const ahead = createAhead({ ...parts, renew, sharedToken })

  let flight: Promise<Token> | undefined
  let replacing: Promise<void> | undefined

  const fly = async (): Promise<Token> => {
    await replacing
    const replaced = memory.usable()
    if (replaced) return replaced
    surroundings.onEvent({ event: 'needed' })
    return sharedToken.obtain()
  }

  return {
    isIdle: () => !flight && !replacing,
    replace(held: Token): Promise<void> {
      replacing ??= ahead(held).finally(() => {
        replacing = undefined
      })
      return replacing
    },
    async obtain(): Promise<Token> {
      for (let flights = 1; ; flights++) {
        flight ??= fly().finally(() => {
          flight = undefined
        })
        const token = await flight
        // It may have been rejected while it was on its way to this caller.
        if (!memory.isRejected(token) || flights === flightsAtMost) return token
      }
    },
  }
}
