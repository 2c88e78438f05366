import {
  createAccessTokenCache,
  type AccessTokenCache,
} from '../../../../cloudfunctions/shared/access-token/access-token'
import type { TokenEvent } from '../../../../cloudfunctions/shared/access-token/events'
import type { AccessTokenOptions } from '../../../../cloudfunctions/shared/access-token/options'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import { createSeal, newSealKey, readSealRing } from '../../../../cloudfunctions/shared/store/seal'
import type { Store } from '../../../../cloudfunctions/shared/store/store'
import { WecomError } from '../../../../cloudfunctions/shared/wecom/errors'
import { createVirtualTime } from './model/virtual-time'

export const key = 'access-token:test'

export const refused = (errcode: number, path = '/cgi-bin/user/get') =>
  new WecomError({ failure: 'refused', path, errcode })

/** A call that gives back the token that it was given. */
export const echo = async (accessToken: string) => accessToken

/** A store, a WeCom that gives token-1, token-2 …, and as many processes as a test wants. */
export const createRig = () => {
  const time = createVirtualTime()
  const clock = { now: time.now }
  const engine = createMemoryStore(clock)
  const events: TokenEvent[] = []
  let operations = 0
  let gettokens = 0
  let give = async (nth: number) => ({ accessToken: `token-${nth}`, expiresInSeconds: 7200 })

  const count =
    <P extends unknown[], R>(operation: (...parameters: P) => R) =>
    (...parameters: P): R => {
      operations++
      return operation(...parameters)
    }
  const store: Store = {
    ...engine,
    get: count(engine.get),
    insert: count(engine.insert),
    cas: count(engine.cas),
  }
  const newSeal = () => createSeal(readSealRing(JSON.stringify([newSealKey(0)])), clock)
  const seal = newSeal()

  const process = (options: Partial<AccessTokenOptions> = {}): AccessTokenCache =>
    createAccessTokenCache({
      fetch: () => give(++gettokens),
      store,
      seal,
      key,
      clock,
      monotonic: time.now,
      sleep: (ms, signal) => time.sleep(ms, undefined, signal),
      random: () => 0.5,
      onEvent: (event) => void events.push(event),
      ...options,
    })

  return {
    time,
    engine,
    events,
    process,
    newSeal,
    operations: () => operations,
    gettokens: () => gettokens,
    /** What gettoken does from now on. */
    gettoken: (answer: typeof give) => void (give = answer),
    /** Lets time pass until the promise is settled. */
    async during<T>(work: Promise<T>): Promise<T> {
      let isSettled = false
      const settle = () => void (isSettled = true)
      work.then(settle, settle)
      for (let tries = 0; !isSettled && tries < 1000; tries++) await time.pass(100)
      if (!isSettled) throw new Error('it never ended')
      return work
    },
  }
}
