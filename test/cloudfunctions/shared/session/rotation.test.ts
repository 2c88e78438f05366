/** Functions are deployed one by one: whatever the order, a rotation logs nobody out. */
import fc from 'fast-check'
import { readKeyRing, type RingKey } from '../../../../cloudfunctions/shared/session/key-ring'
import { createSessionTokens } from '../../../../cloudfunctions/shared/session/session-token'
import { createKeyRing, publicHalves, rotateKeyRing } from '../../../../scripts/key-ring'

const minute = 60_000
const day = 24 * 60 * minute
const start = Date.UTC(2026, 0, 1)
const holder = {
  userId: 'zhangsan',
  via: 'wecom-miniprogram' as const,
  sessionId: 'A'.repeat(22),
}

const functions = ['identity', 'web', 'workbench'] as const
type FunctionName = (typeof functions)[number]

/** A ring, and when each function began to work with it. */
interface Rollout {
  ring: RingKey[]
  rotatedAt: number
  deployedAt: Record<FunctionName, number>
}

const minutes = (max: number) => fc.integer({ min: 0, max }).map((n) => n * minute)
const delay = fc.oneof(minutes(60), minutes(24 * 60 - 1))
const rolloutPlan = fc.record({
  // A ring is only replaced when everybody has it.
  afterTheLast: fc.oneof(minutes(60), minutes(60 * 24 * 60)).map((ms) => ms + day),
  identity: delay,
  web: delay,
  workbench: delay,
})
const visit = fc.record({
  // Around a rotation, where something can go wrong.
  rollout: fc.nat(3),
  after: fc.oneof(
    minutes(72 * 60),
    minutes(60).map((ms) => day - ms),
  ),
  issuer: fc.constantFrom<FunctionName>('identity', 'web'),
  verifier: fc.constantFrom(...functions),
  lifeMs: minutes(24 * 60 - 1).map((ms) => ms + minute),
  age: fc.double({ min: 0, max: 1, noNaN: true }),
  issuerAheadMs: fc.integer({ min: -10_000, max: 10_000 }),
  verifierAheadMs: fc.integer({ min: -10_000, max: 10_000 }),
})
const plan = fc.record({
  rollouts: fc.array(rolloutPlan, { minLength: 1, maxLength: 4 }),
  visits: fc.array(visit, { minLength: 4, maxLength: 8 }),
})
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never

const roll = ({ rollouts }: Plan, rotate: typeof rotateKeyRing): Rollout[] => {
  const deployed = (at: number) => ({ identity: at, web: at, workbench: at })
  const done: Rollout[] = [
    { ring: createKeyRing(start), rotatedAt: start, deployedAt: deployed(start) },
  ]
  let now = start
  for (const { afterTheLast, ...delays } of rollouts) {
    now += afterTheLast
    const { identity, web, workbench } = delays
    done.push({
      ring: rotate(done.at(-1)?.ring ?? [], now),
      rotatedAt: now,
      deployedAt: { identity: now + identity, web: now + web, workbench: now + workbench },
    })
  }
  return done
}

/** What one function signs and reads by at this moment; the workbench holds public halves alone. */
const tokensOf = (done: readonly Rollout[], name: FunctionName, now: number, aheadMs: number) => {
  const ring = done.filter(({ deployedAt }) => deployedAt[name] <= now).at(-1)?.ring ?? []
  const keys = name === 'workbench' ? publicHalves(ring) : ring
  return createSessionTokens({
    ring: readKeyRing(JSON.stringify(keys)),
    corpId: 'ww1',
    agentId: 1,
    clock: { now: () => now + aheadMs },
  })
}

const nobodyIsLoggedOut = (rotate: typeof rotateKeyRing) =>
  fc.property(plan, (given) => {
    const done = roll(given, rotate)
    for (const { rollout, after, issuer, verifier, lifeMs, age, ...skews } of given.visits) {
      const issuedAt = (done[rollout % done.length]?.rotatedAt ?? start) + after
      const ownTime = issuedAt + skews.issuerAheadMs
      const token = tokensOf(done, issuer, issuedAt, skews.issuerAheadMs).sign(holder, {
        issuedAt: ownTime,
        expiresAt: ownTime + lifeMs,
      })
      const seenAt = issuedAt + Math.floor(age * lifeMs)
      const verdict = tokensOf(done, verifier, seenAt, skews.verifierAheadMs).read(token)
      if (!('holder' in verdict)) return false
    }
    return true
  })

test('whatever the order and the time of deployments, every session lives out its life', () => {
  fc.assert(nobodyIsLoggedOut(rotateKeyRing), { numRuns: 250 })
})

test.each([
  [
    'a key that signs at once',
    (ring: readonly RingKey[], now = 0) => [...ring, ...createKeyRing(now)],
  ],
  [
    'an old key that goes as soon as the next one signs',
    (ring: readonly RingKey[], now = 0) => {
      const signing = readKeyRing(JSON.stringify(ring)).signingAt(now / 1000)
      return [...ring.filter(({ kid }) => kid === signing?.kid), ...createKeyRing(now + day)]
    },
  ],
])('the same test notices %s', (_, rotate) => {
  expect(fc.check(nobodyIsLoggedOut(rotate), { numRuns: 2000, seed: 7 }).failed).toBe(true)
})

test('a key that was dropped verifies nothing any more', () => {
  const first = createKeyRing(start)
  const second = rotateKeyRing(first, start)
  const third = rotateKeyRing(second, start + 10 * day)
  const now = start + 10 * day
  const tokensBy = (ring: RingKey[]) =>
    createSessionTokens({
      ring: readKeyRing(JSON.stringify(ring)),
      corpId: 'ww1',
      agentId: 1,
      clock: { now: () => now },
    })
  const token = tokensBy(first).sign(holder, { issuedAt: now, expiresAt: now + minute })
  expect(tokensBy(second).read(token)).toHaveProperty('holder')
  expect(tokensBy(third).read(token)).toEqual({ refusal: 'notOurs' })
})
