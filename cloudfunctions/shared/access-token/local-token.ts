import { WecomError } from '../wecom/errors'
import { AccessTokenError } from './access-token-error'
import { holdAfterFailure } from './holds'
import type { Surroundings } from './options'
import { failureOf, fetchToken, type Fetched } from './renewal'
import type { Token, TokenMemory } from './token-memory'

/** A token for this process alone, while the store is away: seldom, and never in a storm. */
export type LocalToken = () => Promise<Token>

export const createLocalToken = (surroundings: Surroundings, memory: TokenMemory): LocalToken => {
  const { clock, monotonic, onEvent, sleep, timings } = surroundings
  let nextAt = -Infinity
  let failures = 0
  let lastError: unknown

  const waitForTurn = async (): Promise<void> => {
    const leftMs = nextAt - monotonic()
    if (leftMs <= 0) return
    if (lastError !== undefined) throw heldBack(lastError, leftMs)
    // A token that this process got a moment ago is worth nothing any more: this one waits.
    await sleep(leftMs)
  }
  const noteFailure = (error: unknown): void => {
    const { ms } = holdAfterFailure(error, failures, timings)
    const holdMs = Math.max(ms, timings.localIntervalMs)
    failures++
    lastError = error
    nextAt = monotonic() + holdMs
    onEvent({ event: 'fetchFailed', ...failureOf(error), holdMs })
  }
  const noteSuccess = ({ diesAt }: Fetched): void => {
    failures = 0
    lastError = undefined
    // One that was about to die may be replaced as soon as it is dead.
    const life = Math.max(timings.spacingMs, diesAt - clock.now())
    nextAt = monotonic() + Math.min(life, timings.localIntervalMs)
    onEvent({ event: 'fetched', isShared: false })
  }

  /** @throws AccessTokenError, or what gettoken throws */
  return async () => {
    await waitForTurn()
    const kept = memory.usable()
    if (kept) return kept
    let fetched: Fetched
    try {
      fetched = await fetchToken(surroundings)
    } catch (error) {
      noteFailure(error)
      throw error
    }
    noteSuccess(fetched)
    return memory.keep({ ...fetched, generation: memory.generation() + 1, isReissue: false })
  }
}

const heldBack = (error: unknown, retryAfterMs: number) =>
  new AccessTokenError({
    shortage: 'holding',
    retryAfterMs,
    ...(error instanceof WecomError && { failure: error.failure, errcode: error.errcode ?? null }),
  })
