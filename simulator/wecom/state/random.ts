import { randomBytes } from 'node:crypto'

/** Where the simulator takes its randomness from; a test may pass its own. */
export type Random = (bytes: number) => Buffer

export const systemRandom: Random = (bytes) => randomBytes(bytes)
