import { createHash } from 'node:crypto'
import type { Store } from '../store/store'
import type { Seal } from '../store/seal'

/** What became of a single-use code: an outcome, or the news that it was used before. */
export type Use<T> = { outcome: T } | 'used'

export interface SingleUse {
  /**
   * Runs the work for a code once, over all instances. Who brings the same code while the work goes
   * on shares its outcome; who brings it later is told that it was used.
   *
   * @param work Gives failures as outcomes too, in JSON; what it throws is a fault of ours.
   */
  run<T>(code: string, work: () => Promise<T>): Promise<Use<T>>
}

export interface SingleUseOptions {
  store: Store
  /** An outcome holds a session: it lies in the store only sealed, and only for seconds. */
  seal: Seal
  /** Begins the keys in the store. */
  keyPrefix: string
  /** How long the work may take, in ms; followers wait no longer. */
  budgetMs: number
  /** What is left of the time for the call under way, in ms. */
  remainingMs(): number
  /** Ms from any beginning; never goes back. */
  monotonic(): number
  sleep(ms: number): Promise<void>
}

// As long as WeCom's own codes live: https://developer.work.weixin.qq.com/document/path/91506
const rememberedMs = 5 * 60_000
const pollMs = 40

interface Marker {
  state: 'pending' | 'done'
}

/**
 * Lets a code be exchanged once, whatever arrives twice: a double tap, a platform that retries, two
 * instances. Of the code itself only a hash is ever kept.
 */
export const createSingleUse = (options: SingleUseOptions): SingleUse => {
  const flights = new Map<string, Promise<Use<unknown>>>()
  const usedHere = createMemory(options.monotonic)

  return {
    run: <T>(code: string, work: () => Promise<T>) => {
      const hash = createHash('sha256').update(code).digest('base64url')
      const flying = flights.get(hash)
      if (flying) return flying as Promise<Use<T>>
      if (usedHere.has(hash)) return Promise.resolve('used')
      const flight = lead(options, hash, work).finally(() => {
        flights.delete(hash)
        usedHere.add(hash)
      })
      flights.set(hash, flight)
      return flight
    },
  }
}

const lead = async <T>(
  options: SingleUseOptions,
  hash: string,
  work: () => Promise<T>,
): Promise<Use<T>> => {
  const { store, seal, keyPrefix, budgetMs } = options
  const markerKey = `${keyPrefix}:code:${hash}`
  const outcomeKey = `${markerKey}:outcome`
  const mark = (state: Marker['state']): Marker => ({ state })

  // With the store away, this process still uses each code once.
  const isFirst = await store.insert(markerKey, mark('pending'), rememberedMs).catch(() => true)
  if (!isFirst) return follow<T>(options, markerKey, outcomeKey, hash)

  const outcome = await work()
  const sealed = seal.seal(JSON.stringify(outcome), hash)
  // The outcome comes before the mark: a follower that reads `done` must find it.
  await store
    .put(outcomeKey, sealed, budgetMs)
    .then(() => store.put(markerKey, mark('done'), rememberedMs))
    .catch(() => undefined)
  return { outcome }
}

const follow = async <T>(
  { store, seal, budgetMs, remainingMs, monotonic, sleep }: SingleUseOptions,
  markerKey: string,
  outcomeKey: string,
  hash: string,
): Promise<Use<T>> => {
  const until = monotonic() + Math.min(budgetMs, remainingMs())
  const isPending = async () => {
    const marker = (await store.get(markerKey))?.value as Marker | undefined
    return marker?.state === 'pending'
  }
  const readOutcome = async (): Promise<T | undefined> => {
    const sealed = (await store.get(outcomeKey))?.value
    const text = typeof sealed === 'string' ? seal.open(sealed, hash) : undefined
    return text === undefined ? undefined : (JSON.parse(text) as T)
  }

  try {
    // Done before it was asked for: a replay, not a double tap. The outcome tells it too, where the
    // leader did not get to write the mark.
    if (!(await isPending()) || (await readOutcome()) !== undefined) return 'used'
    while (monotonic() < until) {
      const outcome = await readOutcome()
      if (outcome !== undefined) return { outcome }
      if (!(await isPending())) {
        const late = await readOutcome()
        return late === undefined ? 'used' : { outcome: late }
      }
      await sleep(pollMs)
    }
  } catch {
    // Without the store nobody can tell what the leader got.
  }
  // The leader is gone with the code half used: the phone gets a new one.
  return 'used'
}

/** Remembers hashes for as long as codes live, and no more than the last ten thousand. */
const createMemory = (monotonic: () => number) => {
  const until = new Map<string, number>()
  const capacity = 10_000
  return {
    has: (hash: string) => (until.get(hash) ?? -Infinity) > monotonic(),
    add: (hash: string) => {
      until.delete(hash)
      until.set(hash, monotonic() + rememberedMs)
      const [oldest] = until.keys()
      if (until.size > capacity && oldest !== undefined) until.delete(oldest)
    },
  }
}
