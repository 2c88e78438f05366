import type { Store } from '../shared/store/store'

/** One walk past everybody who has a record. */
export interface Round {
  /** Epoch ms. */
  startedAt: number
  /** Epoch ms: of the round before, or of this one when there was none. */
  startedBefore: number
  /** The last id that was passed. */
  after?: string
  isOver: boolean
}

/** Where the walk is, written down: a run that was cut off is gone on with by the next. */
export interface Rounds {
  /** The round under way, a new one if it is time for it, or the last one, which is over. @throws StoreError */
  current(): Promise<Round>
  /** @throws StoreError */
  save(round: Round): Promise<void>
  /** By so much the oldest look at somebody is older than it should be, in ms. */
  behindMs(round: Round): number
}

export interface RoundsOptions {
  store: Store
  key: string
  /** Epoch ms. */
  now(): number
  /** A round begins so long after the one before, in ms. */
  everyMs: number
}

// Who stopped the timer for a month begins anew.
const keptMs = 30 * 24 * 60 * 60_000

export const createRounds = ({ store, key, now, everyMs }: RoundsOptions): Rounds => ({
  async current() {
    const last = readRound((await store.get(key))?.value)
    if (last && (!last.isOver || now() < last.startedAt + everyMs)) return last
    const startedAt = now()
    return { startedAt, startedBefore: last?.startedAt ?? startedAt, isOver: false }
  },
  save: (round) => store.put(key, round, keptMs),
  behindMs({ startedAt, startedBefore, isOver }) {
    // Whom this round has not reached, the one before has looked at.
    const oldest = now() - (isOver ? startedAt : startedBefore)
    return Math.max(0, oldest - everyMs)
  },
})

const readRound = (value: unknown): Round | undefined => {
  const { startedAt, startedBefore, after, isOver } = Object(value) as Record<string, unknown>
  const isRound =
    Number.isSafeInteger(startedAt) &&
    Number.isSafeInteger(startedBefore) &&
    (after === undefined || typeof after === 'string') &&
    typeof isOver === 'boolean'
  return isRound ? (value as Round) : undefined
}
