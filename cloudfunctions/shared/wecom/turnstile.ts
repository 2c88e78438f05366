/** Lets so many in at once; the others wait in line, first come first served. */
export interface Turnstile {
  /**
   * Calls `enter` now, or when a place is free.
   *
   * @returns `leave`: gives the place back, or the place in the line; more than once is harmless
   */
  pass(enter: () => void): () => void
}

/** @param places How many may be inside at the same time. */
export const createTurnstile = (places: number): Turnstile => {
  const inside = new Set<() => void>()
  const line = new Set<() => void>()

  const admit = (enter: () => void) => {
    line.delete(enter)
    inside.add(enter)
    enter()
  }

  return {
    pass(enter) {
      // A name for this passage alone: the same function may pass several times.
      const passage = () => enter()
      if (inside.size < places) admit(passage)
      else line.add(passage)
      return () => {
        line.delete(passage)
        if (!inside.delete(passage)) return
        const [next] = line
        if (next) admit(next)
      }
    },
  }
}
