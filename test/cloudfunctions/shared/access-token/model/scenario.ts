import fc from 'fast-check'

export type FaultKind =
  | 'storeAway'
  | 'storeHangs'
  | 'storeSlow'
  | 'answersLost'
  | 'gettokenBusy'
  | 'gettokenHangs'
  | 'gettokenOdd'
  | 'secretWrong'
  | 'rejectsAll'
  // The rest happen at a moment, and have no length.
  | 'invalidate'
  | 'crash'
  | 'killNextHolder'

/** Something that goes wrong. Times are ms from the beginning. */
export interface Fault {
  kind: FaultKind
  at: number
  length: number
  instance: number
}

/** That many callers of one instance at one moment. */
export interface Herd {
  at: number
  instance: number
  callers: number
  /** The callers' own deadline, in ms. */
  budgetMs?: number
}

export interface Scenario {
  seed: number
  /** gettoken always gives a new token and ends the old one; WeCom's own does not, others do. */
  rotates: boolean
  /** How far each instance's clock is off, in ms. Their number is the number of instances. */
  skews: number[]
  herds: Herd[]
  faults: Fault[]
  /** How long the scenario is, in ms. */
  lengthMs: number
  /** With `secretWrong`: what WeCom says. */
  errcode?: number
  /** The first holder is frozen so long after it took the lease, for so long. In ms. */
  firstHolderFreezes?: { afterMs: number; ms: number }
}

/** A life of a token in the model; the scenarios last somewhat longer. */
export const tokenLifeMs = 300_000

const second = 1000

const herd = (max: number) =>
  fc.record({
    at: fc.nat(max),
    instance: fc.nat(7),
    callers: fc.integer({ min: 1, max: 12 }),
  })

/** Single callers all over the time, and now and then many in several instances at once. */
export const herds = (max = 350 * second): fc.Arbitrary<Herd[]> =>
  fc
    .tuple(
      fc.array(herd(max), { minLength: 1, maxLength: 25 }),
      fc.array(fc.record({ at: fc.nat(max), instance: fc.nat(7) }), { maxLength: 6 }),
    )
    .map(([single, everywhere]) => [
      ...single,
      ...everywhere.flatMap(({ at, instance }) => herdsAt(at, 4, 12, instance)),
    ])

/** The same number of callers in several instances at one moment. */
export const herdsAt = (at: number, instances: number, callers: number, first = 0): Herd[] =>
  Array.from({ length: instances }, (_, n) => ({ at, instance: first + n, callers }))

/** One caller after the other, each in the next instance. */
export const steady = (from: number, until: number, everyMs: number): Herd[] =>
  Array.from({ length: Math.floor((until - from) / everyMs) }, (_, n) => ({
    at: from + n * everyMs,
    instance: n,
    callers: 1,
  }))

export const skews = (withinMs: number, minLength = 1): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: -withinMs, max: withinMs }), { minLength, maxLength: 6 })

export const fault = (...kinds: FaultKind[]): fc.Arbitrary<Fault> =>
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.nat(300 * second),
    length: fc.integer({ min: 100, max: 40 * second }),
    instance: fc.nat(7),
  })

/** A fault from the beginning to the end. */
export const always = (kind: FaultKind): Fault => ({
  kind,
  at: 0,
  length: 1000 * second,
  instance: 0,
})

/** Clocks that are nearly right: what instances of a cloud have. */
export const rightClocks = 2 * second

export const scenario = (
  given: Partial<{ [Field in keyof Scenario]: fc.Arbitrary<Scenario[Field]> }>,
): fc.Arbitrary<Scenario> =>
  fc.record({
    seed: fc.nat(),
    rotates: fc.boolean(),
    skews: skews(rightClocks),
    herds: herds(),
    faults: fc.constant<Fault[]>([]),
    lengthMs: fc.constant(400 * second),
    ...given,
  } as {
    [Field in keyof Required<Scenario>]: fc.Arbitrary<Scenario[Field]>
  }) as fc.Arbitrary<Scenario>
