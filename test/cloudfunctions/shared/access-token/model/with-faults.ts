import fc from 'fast-check'
import type { Property } from './property'
import {
  allRecover,
  atMost,
  closestGettokens,
  ensure,
  everybodyEnds,
  nobodyFails,
  nobodyWaitsLonger,
} from './property'
import { always, fault, herds, herdsAt, scenario, skews, steady, tokenLifeMs } from './scenario'
import { isTyped, timings } from './simulation'

const minutesOfSkew = 90_000
const calls = 4 * 30
// Who waited for a lease that nobody knows to be its own would wait longer.
const lessThanLeaseMs = timings.leaseMs - 500
// From the death of a holder to a token: its lease and a gettoken; before it perhaps the spacing.
const takenOverMs = timings.spacingMs + timings.leaseMs + 1000

/** The store is away, hangs or loses answers; WeCom is busy, hangs or says no; instances die. */
export const withFaults: Property[] = [
  {
    promise: 'whatever goes wrong, every use ends in time and with a typed error, and all recover',
    scenarios: scenario({
      faults: fc.array(
        fault(
          ...(['storeAway', 'storeHangs', 'storeSlow', 'answersLost'] as const),
          ...(['gettokenBusy', 'gettokenHangs', 'gettokenOdd', 'secretWrong'] as const),
          ...(['rejectsAll', 'invalidate', 'crash', 'killNextHolder'] as const),
        ),
        { minLength: 1, maxLength: 6 },
      ),
    }),
    check(outcome, { faults }) {
      nobodyWaitsLonger(outcome, timings.waitMaxMs + calls)
      const odd = outcome.failed.find(({ error }) => !isTyped(error))
      ensure(!odd, 'an error of no known type', odd)
      // A wrong secret is held for a minute by whoever learns of it.
      const isHeld = faults.some(({ kind }) => kind === 'secretWrong' || kind === 'killNextHolder')
      allRecover(outcome, isHeld ? 1 : 0)
    },
  },
  {
    promise: 'a holder that dies is replaced within a lease, by one, and nobody fails',
    scenarios: scenario({
      rotates: fc.constant(false),
      skews: skews(minutesOfSkew, 4),
      faults: fc
        .tuple(fc.nat(130_000), fc.nat(130_000))
        .map(([first, second]) =>
          [first, second + 150_000].map((at) => ({ ...always('killNextHolder'), at, length: 0 })),
        ),
    }).map((given) => ({
      ...given,
      herds: [...given.herds, ...given.faults.flatMap(({ at }) => herdsAt(at + 50, 6, 3))],
    })),
    check(outcome, { skews: { length }, faults }) {
      nobodyFails(outcome)
      nobodyWaitsLonger(outcome, takenOverMs)
      atMost(outcome.mostGettokensAtOnce, 1, 'gettokens at once')
      ensure(outcome.count('waitedLong') === 0, 'somebody went alone')
      atMost(outcome.gettokens.length, 8 + 2 * length + 2 * faults.length, 'gettokens')
    },
  },
  {
    promise: 'a holder that freezes and wakes later does no harm',
    scenarios: fc
      .tuple(
        scenario({ herds: herds(250_000), skews: skews(2000, 3) }),
        fc.record({ afterMs: fc.nat(200), ms: fc.integer({ min: 4500, max: 60_000 }) }),
      )
      .map(([given, firstHolderFreezes]) => ({
        ...given,
        firstHolderFreezes,
        herds: [...given.herds, ...herdsAt(1000, 6, 2), ...herdsAt(120_000, 6, 2)],
      })),
    check(outcome) {
      everybodyEnds(outcome)
      const failed = outcome.failed.find(({ at }) => at > 70_000)
      ensure(!failed, 'somebody failed long after', failed)
      atMost(outcome.gettokens.length, 10, 'gettokens')
    },
  },
  {
    promise: 'with half of the answers to writes lost nobody fails and nobody waits for it',
    scenarios: scenario({
      rotates: fc.constant(false),
      faults: fc.constant([always('answersLost')]),
    }),
    check(outcome) {
      nobodyFails(outcome)
      nobodyWaitsLonger(outcome, lessThanLeaseMs)
      atMost(outcome.gettokens.length, 8, 'gettokens')
    },
  },
  {
    promise: 'with a store so slow that some answers come too late nobody fails',
    scenarios: scenario({
      rotates: fc.constant(false),
      faults: fc.constant([always('storeSlow')]),
    }),
    check(outcome, { skews: { length } }) {
      nobodyFails(outcome)
      atMost(outcome.gettokens.length, 8 + 4 * length, 'gettokens')
    },
  },
  {
    promise: 'with the store away nobody fails, at one gettoken for each instance and token',
    scenarios: fc
      .tuple(
        scenario({ rotates: fc.constant(false), herds: herds(250_000) }),
        fc.constantFrom('storeAway' as const, 'storeHangs' as const),
      )
      .map(([given, kind]) => ({ ...given, faults: [always(kind)], lengthMs: 280_000 })),
    check(outcome, { skews: { length } }) {
      nobodyFails(outcome)
      atMost(outcome.gettokens.length, 2 * length, 'gettokens')
    },
  },
  {
    promise: 'with the store and gettoken away each instance tries seldom',
    scenarios: scenario({
      faults: fc.constant([always('storeAway'), always('gettokenBusy')]),
      lengthMs: fc.constant(200_000),
    }).map((given) => ({ ...given, herds: [...given.herds, ...steady(0, 200_000, 1300)] })),
    check(outcome, { skews: { length } }) {
      nobodyWaitsLonger(outcome, timings.waitMaxMs)
      const tries = 200_000 / timings.localIntervalMs
      atMost(outcome.gettokens.length, length * (tries / 1.5 + 1), 'gettokens')
    },
  },
  {
    promise: 'with the store away and a wrong secret each instance tries once a minute',
    scenarios: scenario({
      faults: fc.constant([always('storeAway'), always('secretWrong')]),
    }).map((given) => ({ ...given, herds: [...given.herds, ...steady(0, 400_000, 1700)] })),
    check: ({ gettokens }, { skews: { length }, lengthMs }) =>
      atMost(gettokens.length, length * (lengthMs / timings.firmHoldMs + 1), 'gettokens'),
  },
  {
    promise: 'with a wrong secret there is one gettoken a minute, whatever the load and the clocks',
    scenarios: fc
      .tuple(
        scenario({
          skews: skews(minutesOfSkew),
          faults: fc.constant([always('secretWrong')]),
        }),
        fc.constantFrom(40001, 40013, 40091, 41002, 41004, 45009),
      )
      .map(([given, errcode]) => ({
        ...given,
        errcode,
        herds: [...given.herds, ...steady(0, 400_000, 1700)],
      })),
    check(outcome, { errcode }) {
      ensure(
        closestGettokens(outcome) >= timings.firmHoldMs,
        'sooner than a minute',
        outcome.gettokens,
      )
      const other = outcome.failed.find(
        ({ error }) => !isTyped(error) || Object(error).errcode !== errcode,
      )
      ensure(!other, 'a failure that does not say why', other)
    },
  },
  {
    promise:
      'while WeCom rejects every token there is at most one gettoken a second, then all is well',
    scenarios: fc
      .tuple(
        scenario({ herds: herds(250_000), skews: skews(minutesOfSkew) }),
        fc.record({ at: fc.nat(100_000), length: fc.integer({ min: 1000, max: 60_000 }) }),
      )
      .map(([given, { at, length }]) => ({
        ...given,
        faults: [{ ...always('rejectsAll'), at, length }],
        herds: [...given.herds, ...steady(at, at + length, 450)],
        lengthMs: at + length + timings.backoffMaxMs + 2000,
      })),
    check(outcome, { rotates, faults }) {
      ensure(closestGettokens(outcome) >= timings.spacingMs, 'too close', outcome.gettokens)
      // The same token again and again is asked for less and less often.
      const seconds = (faults[0]?.length ?? 0) / 1000
      atMost(outcome.gettokens.length, rotates ? seconds + 6 : 14, 'gettokens')
      allRecover(outcome, 0)
    },
  },
  {
    promise: 'while a token lives nobody notices that gettoken is away',
    scenarios: fc
      .tuple(
        scenario({ herds: fc.constant(herdsAt(0, 6, 2)), rotates: fc.constant(false) }),
        fc.constantFrom('gettokenBusy' as const, 'gettokenHangs' as const, 'gettokenOdd' as const),
      )
      .map(([given, kind]) => {
        const end = tokenLifeMs - timings.toleratedSkewMs / 20
        return {
          ...given,
          faults: [{ ...always(kind), at: 5000 }],
          herds: [...given.herds, ...steady(1000, end, 500)],
          lengthMs: end,
        }
      }),
    check(outcome) {
      nobodyFails(outcome)
      nobodyWaitsLonger(outcome, timings.waitMaxMs / 2 + calls)
      // Ahead of its end each instance tries now and then, each try holds all of them back.
      atMost(outcome.gettokens.length, 20, 'gettokens')
    },
  },
]
