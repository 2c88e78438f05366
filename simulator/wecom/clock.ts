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

/** `onMove` hears when it was set. */
export const createMovableClock = (
  behind: Clock,
  onMove: () => void = () => undefined,
): MovableClock => {
  let ahead = 0
  const put = (ms: number) => {
    ahead = ms
    onMove()
  }
  return {
    now: () => behind.now() + ahead,
    advance: (seconds) => put(ahead + seconds * 1000),
    set: (now) => put(now - behind.now()),
    reset: () => put(0),
    aheadMs: () => ahead,
  }
}
