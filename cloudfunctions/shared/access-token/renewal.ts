import { gettokenTimedOut } from './access-token-error'
import { fingerprint } from './fingerprint'
import { holdAfterFailure, holdAfterStubbornness, holdAfterSuccess, type HoldLength } from './holds'
import { holdIdOf, type Lease, type Leases } from './lease'
import type { Surroundings } from './options'
import type { SharedDocument } from './shared-document'
import type { Hold, TokenDocument } from './token-document'
import type { Token, TokenMemory } from './token-memory'
import type { Watch } from './watch'
import { WecomError } from '../wecom/errors'

export interface RenewalParts {
  surroundings: Surroundings
  memory: TokenMemory
  shared: SharedDocument
  leases: Leases
  watch: Watch
}

/** What one gettoken gave. */
export type Fetched = Pick<Token, 'accessToken' | 'fingerprint' | 'diesAt'>

/**
 * One gettoken inside its time limit.
 *
 * @throws what `fetch` throws, or WecomError `noAnswer`
 */
export const fetchToken = async (surroundings: Surroundings): Promise<Fetched> => {
  const { fetch, clock, limit, timings } = surroundings
  // From before the question: rather die early than late.
  const askedAt = clock.now()
  const reply = await limit(fetch(), timings.fetchTimeoutMs, gettokenTimedOut)
  const { accessToken, expiresInSeconds } = reply
  const diesAt = askedAt + expiresInSeconds * 1000
  return { accessToken, fingerprint: fingerprint(accessToken), diesAt }
}

/** The part of an event that tells what went wrong, and nothing secret. */
export const failureOf = (error: unknown) =>
  error instanceof WecomError
    ? {
        failure: error.failure,
        ...(error.errcode !== undefined && { errcode: error.errcode }),
      }
    : {}

/** Fetches a token under a lease, and lets everybody have it. */
export const createRenewal = (parts: RenewalParts) => {
  const { surroundings, memory, shared, leases, watch } = parts
  const { clock, onEvent, timings } = surroundings

  const holdFrom = (lease: Lease, length: HoldLength): Hold => ({
    id: holdIdOf(lease),
    until: clock.now() + length.ms,
    ...length,
  })

  const giveUp = async (lease: Lease, error: unknown): Promise<void> => {
    let holdMs = 0
    const settled = await leases
      .settle(lease, (current) => {
        const length = holdAfterFailure(error, current.failures, timings)
        holdMs = length.ms
        const failures = current.failures + 1
        return { ...current, lease: null, failures, hold: holdFrom(lease, length) }
      })
      // The lease ends by itself.
      .catch(() => undefined)
    if (settled?.kind === 'saved') watch.begin(holdIdOf(lease))
    onEvent({ event: 'fetchFailed', ...failureOf(error), holdMs })
  }

  const publish =
    (lease: Lease, fetched: Fetched) =>
    (current: TokenDocument): TokenDocument => {
      const isStubborn = memory.wasJustRejected(fetched.fingerprint)
      const { accessToken, ...rest } = fetched
      return {
        ...current,
        generation: Math.max(current.generation, memory.generation()) + 1,
        token: {
          ...rest,
          sealed: shared.sealed(accessToken),
          isReissue: isStubborn || current.token?.fingerprint === fetched.fingerprint,
        },
        lease: null,
        hold: holdFrom(
          lease,
          isStubborn ? holdAfterStubbornness(current.failures, timings) : holdAfterSuccess(timings),
        ),
        failures: isStubborn ? current.failures + 1 : 0,
      }
    }

  // Whoever waits for the token is served, even if it could not be saved.
  const ownToken = (fetched: Fetched): Token => ({
    ...fetched,
    generation: memory.generation() + 1,
    isReissue: false,
  })

  const save = async (lease: Lease, fetched: Fetched): Promise<Token> => {
    const settled = await leases
      .settle(lease, publish(lease, fetched))
      .catch(() => ({ kind: 'unsaved' }) as const)
    if (settled.kind === 'unsaved') {
      onEvent({ event: 'saveFailed' })
      return ownToken(fetched)
    }
    if (settled.kind === 'lost') {
      onEvent({ event: 'leaseLost' })
      const newer = shared.tokenOf(settled.seen.document)
      return newer && memory.isUsable(newer) ? newer : ownToken(fetched)
    }
    watch.begin(holdIdOf(lease))
    const { generation, token } = settled.document
    onEvent({ event: 'saved', generation })
    return { ...fetched, generation, isReissue: token?.isReissue ?? false }
  }

  /** @throws what gettoken throws; everybody knows of it by then */
  return async (lease: Lease): Promise<Token> => {
    let fetched: Fetched
    try {
      fetched = await fetchToken(surroundings)
    } catch (error) {
      await giveUp(lease, error)
      throw error
    }
    onEvent({ event: 'fetched', isShared: true })
    return memory.keep(await save(lease, fetched))
  }
}

export type Renewal = ReturnType<typeof createRenewal>
