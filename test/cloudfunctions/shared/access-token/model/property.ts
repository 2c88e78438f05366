import fc from 'fast-check'
import type { Scenario } from './scenario'
import { simulate, type Outcome } from './simulation'

/** A promise that the cache keeps in every scenario of a kind. */
export interface Property {
  promise: string
  scenarios: fc.Arbitrary<Scenario>
  /** Throws when the promise is broken. */
  check(outcome: Outcome, scenario: Scenario): void
}

export interface Verdict {
  runs: number
  /** What was broken, and the shortest scenario that shows it; undefined when the promise was kept. */
  failure?: string
}

export interface Effort {
  runs: number
  /** Omitted: another one each time. */
  seed?: number
  /** Look for the shortest scenario, or be content with the first. */
  shrinks: boolean
}

// The shortest scenario may take very long to find.
const longestMs = 120_000

/** Plays that many scenarios. */
export const prove = async (
  { scenarios, check }: Property,
  { runs, seed, shrinks }: Effort,
): Promise<Verdict> => {
  const details = await fc.check(
    fc.asyncProperty(scenarios, async (scenario) => check(await simulate(scenario), scenario)),
    {
      numRuns: runs,
      endOnFailure: !shrinks,
      interruptAfterTimeLimit: longestMs,
      ...(seed !== undefined && { seed }),
    },
  )
  if (!details.failed) return { runs: details.numRuns }
  const { errorInstance } = details
  const reason = errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
  const shortest = JSON.stringify(details.counterexample).slice(0, 2000)
  return { runs: details.numRuns, failure: `${reason}\nseed ${details.seed}: ${shortest}` }
}

/** Says what is wrong in terms of what was found. */
export const ensure = (isKept: boolean, broken: string, found?: unknown): void => {
  if (!isKept) throw new Error(`${broken}: ${describe(found)}`)
}

const describe = (found: unknown): string =>
  JSON.stringify(found, (_, value: unknown) => (value instanceof Error ? String(value) : value))

export const nobodyFails = ({ failed }: Outcome): void =>
  ensure(failed.length === 0, 'somebody failed', failed[0])

export const everybodyEnds = ({ uses }: Outcome): void => {
  const hanging = uses.find(({ ms }) => ms === undefined)
  ensure(!hanging, 'a use never ended', hanging)
}

export const nobodyWaitsLonger = (outcome: Outcome, ms: number): void => {
  everybodyEnds(outcome)
  const late = outcome.uses.find((use) => (use.ms ?? 0) > ms)
  ensure(!late, `somebody waited longer than ${ms} ms`, late)
}

export const atMost = (count: number, most: number, what: string): void =>
  ensure(count <= most, `more than ${most} ${what}`, count)

/** Ms between two gettokens that follow each other, the least of all. */
export const closestGettokens = ({ gettokens }: Outcome): number =>
  gettokens.reduce((least, { at }, n) => {
    const before = gettokens[n - 1]
    return before ? Math.min(least, at - before.at) : least
  }, Infinity)

export const allRecover = ({ probes }: Outcome, withinMinutes: 0 | 1): void => {
  const failed = probes[withinMinutes]?.find(({ ms, error }) => ms === undefined || error)
  ensure(!failed, 'somebody did not recover', failed)
}
