/** Chance that comes again with the same seed. */
export interface Draw {
  /** A whole number from 0 up to, and without, this one. */
  below(limit: number): number
  oneOf<T>(list: readonly T[]): T
  bytes(count: number): Buffer
}

/** @param seed Any whole number. */
export const createDraw = (seed: number): Draw => {
  let state = seed >>> 0
  // splitmix32: a step by the golden ratio, then two rounds of mixing.
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit)

  return {
    below,
    oneOf: (list) => list[below(list.length)] as (typeof list)[number],
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => below(256))),
  }
}
