const dayMs = 24 * 60 * 60_000

/** Functions are deployed one by one: within this time after a rotation all must have the new ring. */
export const deployWithinMs = dayMs

/**
 * The keys of a ring that something may still be waiting for. A key is done with when the one after it
 * has been at work for so long that all it left behind has run out.
 *
 * @param beginsAt Epoch seconds: when a key goes to work.
 */
export const stillNeeded = <K>(
  ring: readonly K[],
  beginsAt: (key: K) => number,
  { now, outlivesMs }: { now: number; outlivesMs: number },
): K[] => {
  const oldestFirst = [...ring].sort((a, b) => beginsAt(a) - beginsAt(b))
  return oldestFirst.filter((_, place) => {
    const next = oldestFirst[place + 1]
    return !next || beginsAt(next) * 1000 + outlivesMs > now
  })
}
