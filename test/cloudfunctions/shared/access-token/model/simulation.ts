import {
  createAccessTokenCache,
  type AccessTokenCache,
} from '../../../../../cloudfunctions/shared/access-token/access-token'
import type { TokenEvent } from '../../../../../cloudfunctions/shared/access-token/events'
import {
  defaultTimings,
  type Timings,
} from '../../../../../cloudfunctions/shared/access-token/timings'
import {
  createSeal,
  newSealKey,
  readSealRing,
} from '../../../../../cloudfunctions/shared/store/seal'
import { WecomError } from '../../../../../cloudfunctions/shared/wecom/errors'
import type { Scenario } from './scenario'
import { createSimulatedStore } from './simulated-store'
import { createSimulatedWecom, type Gettoken } from './simulated-wecom'
import { createWitness } from './witness'
import { createWorld } from './world'

/** One use of the token, and what became of it. */
export interface Use {
  instance: number
  /** Ms from the beginning. */
  at: number
  budgetMs: number | undefined
  /** How long it took; undefined if it never ended. */
  ms?: number
  /** Undefined if all went well. */
  error?: unknown
}

export interface Outcome {
  uses: Use[]
  failed: Use[]
  /** Uses after the end, by each instance that lives: once at the end and once a minute later. */
  probes: Use[][]
  gettokens: readonly Gettoken[]
  mostGettokensAtOnce: number
  storeOperations: number
  count(event: TokenEvent['event']): number
}

/** Those of real life, but for a token that lives 5 minutes instead of 2 hours. */
export const timings: Timings = {
  ...defaultTimings,
  aheadMs: 60_000,
  aheadJitterMs: 30_000,
  aheadRetryMs: 5000,
}

const key = 'access-token:model'
const seal = createSeal(readSealRing(JSON.stringify([newSealKey(0)])), { now: () => 0 })

/** An error that a caller can make sense of. */
export const isTyped = (error: unknown): boolean => error instanceof WecomError

/**
 * Plays a scenario.
 *
 * @throws Error when something happened that must never happen, whatever goes wrong
 */
export const simulate = async (scenario: Scenario): Promise<Outcome> => {
  const world = createWorld(scenario)
  const { time, violations } = world
  const begunAt = time.now()
  const events = new Map<TokenEvent['event'], number>()
  const uses: Use[] = []
  const instances: AccessTokenCache[] = []
  let killsPending = 0
  let hasFrozen = false

  const living = () => instances.flatMap((_, n) => (time.isAlive(n) ? [n] : []))
  const store = createSimulatedStore(world, key, (instance) => {
    if (killsPending > 0) {
      killsPending--
      time.kill(instance)
    } else if (scenario.firstHolderFreezes && !hasFrozen) {
      hasFrozen = true
      time.freeze(instance, scenario.firstHolderFreezes)
    }
  })
  const wecom = createSimulatedWecom(world, store.holdsLease)

  scenario.skews.forEach((skew, instance) => {
    instances.push(
      createAccessTokenCache({
        fetch: () => wecom.gettoken(instance),
        store: store.reachedBy(instance),
        seal,
        key,
        clock: { now: () => time.now() + skew },
        monotonic: time.now,
        sleep: (ms, signal) => time.sleep(ms, instance, signal),
        random: world.random,
        owner: `instance-${instance}`,
        onEvent: ({ event }) => events.set(event, (events.get(event) ?? 0) + 1),
        timings,
      }),
    )
  })

  const witnesses = instances.map(() => createWitness(world, wecom))
  const callOf = (instance: number) => async (accessToken: string) => {
    const tellRejected = witnesses[instance]?.(accessToken)
    await wecom.call(instance, accessToken).catch((error: unknown) => {
      tellRejected?.()
      throw error
    })
  }
  const use = (instance: number, budgetMs?: number): Use => {
    const startedAt = time.now()
    const current: Use = { instance, at: startedAt - begunAt, budgetMs }
    const remainingMs = () => (budgetMs ?? Infinity) - (time.now() - startedAt)
    instances[instance]
      ?.use(callOf(instance), { remainingMs })
      .catch((error: unknown) => {
        current.error = error
      })
      .finally(() => {
        current.ms = time.now() - startedAt
      })
    return current
  }

  const schedule = () => {
    const herds = scenario.herds.filter(({ at }) => at < scenario.lengthMs)
    for (const { at, instance, callers, budgetMs } of herds) {
      const who = instance % instances.length
      for (let n = 0; n < callers; n++)
        time.after(at, () => time.isAlive(who) && uses.push(use(who, budgetMs)))
    }
    for (const { kind, at, instance } of scenario.faults) {
      // Somebody must stay alive to tell how it went.
      const mayKill = () => living().length - killsPending > 1
      if (kind === 'invalidate') time.after(at, wecom.invalidate)
      if (kind === 'crash')
        time.after(at, () => mayKill() && time.kill(instance % instances.length))
      if (kind === 'killNextHolder')
        time.after(at, () => {
          if (!mayKill()) return
          killsPending = 1
          wecom.invalidate()
        })
    }
  }
  const probe = async (): Promise<Use[]> => {
    killsPending = 0
    const current = living().map((instance) => use(instance))
    await time.pass(61_000)
    return current
  }

  schedule()
  await time.pass(scenario.lengthMs)
  const gettokens = [...wecom.gettokens]
  const storeOperations = store.operations()
  const probes = [await probe(), await probe()]
  if (violations.length > 0) throw new Error(`never: ${[...new Set(violations)].join(', ')}`)

  const ofLiving = uses.filter(({ instance }) => time.isAlive(instance))
  return {
    uses: ofLiving,
    failed: ofLiving.filter(({ error }) => error !== undefined),
    probes,
    gettokens,
    mostGettokensAtOnce: wecom.mostAtOnce(),
    storeOperations,
    count: (event) => events.get(event) ?? 0,
  }
}
