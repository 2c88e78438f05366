import {
  readTokenDocument,
  type Span,
  type TokenDocument,
} from '../../../../../cloudfunctions/shared/access-token/token-document'
import { createMemoryStore } from '../../../../../cloudfunctions/shared/store/memory-store'
import type { Store } from '../../../../../cloudfunctions/shared/store/store'
import type { World } from './world'

export interface SimulatedStore {
  /** The store as one instance reaches it. */
  reachedBy(instance: number): Store
  operations(): number
  holdsLease(instance: number): boolean
}

/** Sees every write, in the order in which they came to be. */
interface Observer {
  written(instance: number, before: TokenDocument | undefined, after: TokenDocument): void
}

// Beyond this difference of clocks nobody promises that only one lease lives.
const toleratedSkewMs = 180_000

// How the ids of an instance's leases begin.
const ownerOf = (instance: number) => `instance-${instance}.`

/** Holds each write against what must always be true. */
const createObserver = ({ time, scenario, violations }: World): Observer => {
  const isTolerated = Math.max(...scenario.skews) - Math.min(...scenario.skews) <= toleratedSkewMs
  let leaseBegunAt = 0

  const observeLease = (instance: number, before: Span | null | undefined, after: Span | null) => {
    if (!after || after.id === before?.id) return
    // Who has a lease may take a new one instead.
    const isForeign = before && !before.id.startsWith(ownerOf(instance))
    if (isForeign && isTolerated && time.now() - leaseBegunAt < before.ms)
      violations.push('two leases live at once')
    leaseBegunAt = time.now()
  }
  return {
    written(instance, before, after) {
      if (!after.lease && !before?.lease?.id.startsWith(ownerOf(instance)))
        violations.push('somebody settled a lease that was not its own')
      if (before && after.generation < before.generation) violations.push('a generation went back')
      const isReplaced = JSON.stringify(after.token) !== JSON.stringify(before?.token ?? null)
      if (isReplaced && after.generation <= (before?.generation ?? 0))
        violations.push('a token was replaced without a new generation')
      if (JSON.stringify(after).includes('token-')) violations.push('a token lies in the open')
      observeLease(instance, before?.lease, after.lease)
    },
  }
}

/** @param key The one document that is watched. */
export const createSimulatedStore = (
  world: World,
  key: string,
  onLease: (instance: number) => void,
): SimulatedStore => {
  const { time, isNow, around, random } = world
  const engine = createMemoryStore({ now: time.now })
  const observer = createObserver(world)
  let operations = 0
  let document: TokenDocument | undefined

  const reach = async (instance: number) => {
    operations++
    await time.sleep(around(isNow('storeSlow') ? 700 : 10), instance)
    if (isNow('storeAway')) throw new Error('the store is away')
    if (isNow('storeHangs')) await new Promise(() => undefined)
  }
  const answer = async <T>(instance: number, result: T, isWrite: boolean): Promise<T> => {
    await time.sleep(around(5), instance)
    if (isWrite && isNow('answersLost') && random() < 0.5) throw new Error('no answer')
    return result
  }
  const observe = (instance: number, value: unknown) => {
    const after = readTokenDocument(JSON.parse(JSON.stringify(value)))
    if (!after) throw new Error('what was written is no document')
    const isNewLease = after.lease !== null && after.lease.id !== document?.lease?.id
    observer.written(instance, document, after)
    document = after
    if (isNewLease) onLease(instance)
  }

  const notUsed = () => Promise.reject(new Error('the cache has no use for this'))

  return {
    operations: () => operations,
    holdsLease: (instance) => document?.lease?.id.startsWith(ownerOf(instance)) ?? false,
    reachedBy: (instance) => ({
      async get(wanted) {
        await reach(instance)
        return answer(instance, await engine.get(wanted), false)
      },
      async insert(wanted, value, ttlMs) {
        await reach(instance)
        const isWritten = await engine.insert(wanted, value, ttlMs)
        if (isWritten && wanted === key) observe(instance, value)
        return answer(instance, isWritten, true)
      },
      async cas(wanted, rev, value, ttlMs) {
        await reach(instance)
        const isWritten = await engine.cas(wanted, rev, value, ttlMs)
        if (isWritten && wanted === key) observe(instance, value)
        return answer(instance, isWritten, true)
      },
      put: notUsed,
      del: notUsed,
      scan: notUsed,
      removeExpired: notUsed,
    }),
  }
}
