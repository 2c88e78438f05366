import fc from 'fast-check'
import { atMost, closestGettokens, ensure, nobodyFails } from './property'
import type { Property } from './property'
import { fault, herdsAt, scenario, skews, steady, type Fault, type Scenario } from './scenario'
import { timings } from './simulation'

const invalidations = fc.array(fault('invalidate'), { minLength: 1, maxLength: 4 })

/** The least time between two moments at which the token ended early. */
const closest = (faults: Fault[]): number => {
  const moments = faults.map(({ at }) => at).sort((a, b) => a - b)
  return Math.min(...moments.map((at, n) => at - (moments[n - 1] ?? -Infinity)))
}

/** How many tokens live and die in a scenario, without those that are ended early. */
const lives = 2
const minutesOfSkew = 90_000
const hoursOfSkew = 3 * 3_600_000

/** The store and WeCom do what they should; tokens end early, clocks differ, callers have deadlines. */
export const withoutFaults: Property[] = [
  {
    promise: 'nobody fails, and there are never two gettokens at once',
    scenarios: scenario({}),
    check(outcome, { rotates }) {
      nobodyFails(outcome)
      atMost(outcome.mostGettokensAtOnce, 1, 'gettokens at once')
      atMost(outcome.gettokens.length, rotates ? 6 : 8, 'gettokens')
      ensure(outcome.count('storeAway') + outcome.count('waitedLong') === 0, 'somebody went alone')
    },
  },
  {
    promise: 'gettoken is only called with the lease in the store',
    scenarios: scenario({ faults: invalidations }),
    check({ gettokens }) {
      const without = gettokens.find(({ hasLease }) => !hasLease)
      ensure(!without, 'gettoken without a lease', without)
    },
  },
  {
    promise: 'a token that ends early costs one gettoken, and nobody fails',
    scenarios: scenario({ rotates: fc.constant(false), faults: invalidations }).map((given) => ({
      ...given,
      herds: [...given.herds, ...given.faults.flatMap(({ at }) => herdsAt(at + 50, 4, 10))],
    })),
    check(outcome, { faults }) {
      if (closest(faults) > 2000) nobodyFails(outcome)
      // Before each end of a life two more: one ahead of time, and one in the last moment.
      atMost(outcome.gettokens.length, 1 + faults.length + 3 * lives, 'gettokens')
    },
  },
  {
    promise: 'two gettokens are never closer than their spacing, whoever calls',
    scenarios: scenario({ faults: invalidations, skews: skews(minutesOfSkew) }),
    check: (outcome) =>
      ensure(closestGettokens(outcome) >= timings.spacingMs, 'too close', outcome.gettokens),
  },
  {
    promise: 'with clocks 90 s off nobody fails and no lease is taken from who holds it',
    scenarios: scenario({ rotates: fc.constant(false), skews: skews(minutesOfSkew, 2) }),
    check(outcome, { skews: { length } }) {
      nobodyFails(outcome)
      atMost(outcome.mostGettokensAtOnce, 1, 'gettokens at once')
      atMost(outcome.gettokens.length, 8 + 2 * length, 'gettokens')
      ensure(outcome.count('leaseLost') === 0, 'a lease was lost')
    },
  },
  {
    promise: 'with clocks 3 h off nobody fails and there is no storm',
    scenarios: scenario({ rotates: fc.constant(false), skews: skews(hoursOfSkew) }),
    check(outcome, { skews: { length } }) {
      nobodyFails(outcome)
      atMost(outcome.gettokens.length, 10 + 6 * length, 'gettokens')
    },
  },
  {
    promise: 'a herd in one instance costs one flight, however large it is',
    scenarios: fc
      .record({
        seed: fc.nat(),
        rotates: fc.boolean(),
        at: fc.nat(290_000),
        callers: fc.integer({ min: 20, max: 200 }),
      })
      .map(({ at, callers, ...rest }) => ({
        ...rest,
        skews: [0],
        faults: [],
        herds: herdsAt(at, 1, callers),
        lengthMs: 295_000,
      })),
    check(outcome) {
      nobodyFails(outcome)
      atMost(outcome.gettokens.length, 1, 'gettokens')
      // Look, take the lease, look whether it is still there, save.
      atMost(outcome.storeOperations, 4, 'operations of the store')
    },
  },
  {
    promise: 'before its end one instance replaces the token, and nobody waits for it',
    scenarios: fc
      .record({ seed: fc.nat(), rotates: fc.boolean(), skews: skews(2000, 3) })
      .map((given): Scenario => {
        const { length } = given.skews
        const herds = [...herdsAt(0, length, 1), ...steady(1000, 295_000, 700)]
        return { ...given, faults: [], herds, lengthMs: 296_000 }
      }),
    check(outcome) {
      nobodyFails(outcome)
      ensure(outcome.gettokens.length === 2, 'not one more gettoken', outcome.gettokens)
      const slow = outcome.uses.filter(({ at, ms = Infinity }) => at > 5000 && ms > 200)
      // The one that replaced it.
      atMost(slow.length, 1, 'slow uses')
    },
  },
  {
    promise: 'no caller waits longer than its own deadline allows',
    scenarios: scenario({
      faults: fc.array(fault('invalidate', 'storeHangs', 'gettokenHangs', 'answersLost'), {
        minLength: 1,
        maxLength: 5,
      }),
    }).map((given) => ({
      ...given,
      herds: given.herds.map((herd, n) => ({ ...herd, budgetMs: 100 + ((n * 397) % 6000) })),
    })),
    check({ uses }) {
      // Its own four calls take time as well.
      const calls = 4 * 30
      const late = uses.find(({ ms = Infinity, budgetMs = 0 }) => ms > budgetMs + calls)
      ensure(!late, 'later than the deadline', late)
    },
  },
]
