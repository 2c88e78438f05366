/** Where the simulator reads the time, in epoch ms. Tests pass one that they move by hand. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that can be set while it runs on. */
export interface MovableClock extends Clock {
  advance(seconds: number): void
  /** Epoch ms. */
  set(now: number): void
  /** Back to the time of the clock behind it. */
  reset(): void
  /** How far it is ahead of the clock behind it. */
  aheadMs(): number
}

export const createMovableClock = (behind: Clock): MovableClock => {
  let ahead = 0
  return {
    now: () => behind.now() + ahead,
    advance: (seconds) => void (ahead += seconds * 1000),
    set: (now) => void (ahead = now - behind.now()),
    reset: () => void (ahead = 0),
    aheadMs: () => ahead,
  }
}
