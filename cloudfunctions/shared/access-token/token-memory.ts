import type { Surroundings } from './options'

/** Which token: the same one that gettoken gives again later is another version. */
export interface Version {
  fingerprint: string
  generation: number
}

export interface Token extends Version {
  accessToken: string
  /** Epoch ms. */
  diesAt: number
  isReissue: boolean
}

/** The token that this process holds, and the last ones that WeCom rejected. */
export type TokenMemory = ReturnType<typeof createTokenMemory>

// Late answers may be about a token before the last, or one that another process got by itself.
const rememberedRejections = 8

/** @returns What a warm process needs, without any I/O. */
export const createTokenMemory = ({ clock, monotonic, random, timings }: Surroundings) => {
  let held: Token | undefined
  let refreshAt = Infinity
  // By fingerprint, the highest generation that was rejected, and when.
  const rejected = new Map<string, { generation: number; at: number }>()

  // A rejection of anything older than this says nothing about it.
  const isRejected = ({ fingerprint, generation }: Version): boolean =>
    generation <= (rejected.get(fingerprint)?.generation ?? -Infinity)
  // Used to its last second: while WeCom answers gettoken with the same token, a margin would turn
  // the last minutes of each token into a storm.
  const isUsable = (token: Version & { diesAt: number }): boolean =>
    clock.now() < token.diesAt && !isRejected(token)
  const usable = (): Token | undefined => (held && isUsable(held) ? held : undefined)

  return {
    isUsable,
    isRejected,
    usable,
    isDue: (): boolean => clock.now() >= refreshAt,
    /** Keeps the token, unless a newer one is here already. Gives the one that is kept. */
    keep(token: Token): Token {
      const current = usable()
      if (current && current.generation > token.generation) return current
      const { aheadMs, aheadJitterMs } = timings
      held = token
      refreshAt = token.isReissue ? token.diesAt : token.diesAt - aheadMs - random() * aheadJitterMs
      return token
    },
    /** After a try to refresh ahead: the next one comes no sooner than a quarter of what is left. */
    postpone(): void {
      const left = (held?.diesAt ?? 0) - clock.now()
      const postponed = clock.now() + Math.max(timings.aheadRetryMs, left / 4)
      refreshAt = Math.max(refreshAt, postponed)
    },
    reject({ fingerprint, generation }: Version): void {
      const highest = Math.max(generation, rejected.get(fingerprint)?.generation ?? 0)
      rejected.delete(fingerprint)
      rejected.set(fingerprint, { generation: highest, at: monotonic() })
      const [oldest] = rejected.keys()
      if (rejected.size > rememberedRejections && oldest !== undefined) rejected.delete(oldest)
    },
    /** So recently that not even the longest hold lies between. */
    wasJustRejected(fingerprint: string): boolean {
      const { at = -Infinity } = rejected.get(fingerprint) ?? {}
      return monotonic() - at <= 2 * timings.backoffMaxMs
    },
    /** The highest that this process knows of. */
    generation: (): number =>
      Math.max(
        held?.generation ?? 0,
        ...[...rejected.values()].map(({ generation }) => generation),
      ),
  }
}
