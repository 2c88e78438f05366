import { createHash } from 'node:crypto'
import type { Store } from '../store/store'

/** What WeCom has told us before: it repeats what was not answered in time, and anybody may replay. */
export interface HandledEvents {
  /**
   * Carries an event out unless that was done before. What failed counts as never heard: each event is
   * carried out at least once, and doing so twice must be harmless.
   *
   * @throws StoreError, or what the effect throws
   */
  handle(message: string, effect: () => Promise<void>): Promise<'carriedOut' | 'hadBefore'>
}

export interface HandledEventsOptions {
  store: Pick<Store, 'get' | 'put'>
  /** Corp and app. */
  keyPrefix: string
}

// Ten minutes is how far the times of two acceptable copies can be apart.
const rememberedMs = 60 * 60_000

/**
 * Tells events apart by their decrypted text, because a copy may be encrypted anew. The mark is made
 * after the effect, not before: a mark that outlives a crash would lose the event, and with it the end
 * of somebody's sessions. Copies that arrive together at one instance share one effect.
 */
export const createHandledEvents = ({ store, keyPrefix }: HandledEventsOptions): HandledEvents => {
  const underWay = new Map<string, Promise<'carriedOut' | 'hadBefore'>>()

  const carryOut = async (key: string, effect: () => Promise<void>) => {
    if (await store.get(key)) return 'hadBefore' as const
    await effect()
    // Without the mark a copy is carried out again, which is harmless.
    await store.put(key, 1, rememberedMs).catch(() => undefined)
    return 'carriedOut' as const
  }

  return {
    handle(message, effect) {
      const key = `${keyPrefix}:event:${createHash('sha256').update(message).digest('hex')}`
      const running = underWay.get(key)
      if (running) return running
      const handling = carryOut(key, effect).finally(() => underWay.delete(key))
      underWay.set(key, handling)
      return handling
    },
  }
}
