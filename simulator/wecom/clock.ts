/** Where the simulator reads the time, in epoch ms. Tests pass one that they move by hand. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }
