import { WecomError } from '../../../../cloudfunctions/shared/wecom/errors'
import { isSafeToRepeat, withRetries } from '../../../../cloudfunctions/shared/wecom/retry'
import { createTestClock } from '../../../support/clock'

const path = '/cgi-bin/user/get'
const errors = {
  notSent: new WecomError({ failure: 'notSent', path }),
  noAnswer: new WecomError({ failure: 'noAnswer', path }),
  oddReply: new WecomError({ failure: 'oddReply', path, field: '*' }),
  busy: new WecomError({ failure: 'refused', path, errcode: -1 }),
  frequency: new WecomError({ failure: 'refused', path, errcode: 45009 }),
  refused: new WecomError({ failure: 'refused', path, errcode: 40029 }),
}

interface Scene {
  /** What each try ends in; the last one again and again. */
  outcomes: (Error | 'done')[]
  budgetMs?: number
  /** How long each try takes. */
  tryTakesMs?: number
  random?: number
}

/** Plays a scene on a clock that only moves when somebody waits. */
const play = async ({ outcomes, budgetMs = 6000, tryTakesMs = 10, random = 1 }: Scene) => {
  const clock = createTestClock()
  const startedAt = clock.now()
  const tries: { at: number; timeoutMs: number; tryNumber: number }[] = []
  const result = await withRetries({
    attempt: async (timeoutMs, tryNumber) => {
      tries.push({ at: clock.now() - startedAt, timeoutMs, tryNumber })
      clock.advance(Math.min(timeoutMs, tryTakesMs))
      const outcome = outcomes[Math.min(tries.length, outcomes.length) - 1] ?? 'done'
      if (outcome instanceof Error) throw outcome
      return outcome
    },
    isSafeToRepeat: isSafeToRepeat.read,
    remainingMs: () => startedAt + budgetMs - clock.now(),
    perTryMs: 3000,
    sleep: async (ms) => clock.advance(ms),
    random: () => random,
  }).catch((error: unknown) => error)
  return { result, tries, tookMs: clock.now() - startedAt }
}

test('what works at once is tried once', async () => {
  const { result, tries } = await play({ outcomes: ['done'] })
  expect(result).toBe('done')
  expect(tries).toEqual([{ at: 0, timeoutMs: 3000, tryNumber: 1 }])
})

test('waits grow, and are shorter for the lucky', async () => {
  const outcomes = [errors.noAnswer, errors.busy, errors.notSent, 'done' as const]
  const slow = await play({ outcomes, random: 1 })
  const fast = await play({ outcomes, random: 0 })
  expect(slow.tries.map(({ at }) => at)).toEqual([0, 110, 320, 730])
  expect(fast.tries.map(({ at }) => at)).toEqual([0, 60, 170, 380])
  expect([slow.result, fast.result]).toEqual(['done', 'done'])
})

test('four tries are the most, and the last error is the one that is told', async () => {
  const { result, tries } = await play({ outcomes: [errors.busy, errors.noAnswer] })
  expect(tries).toHaveLength(4)
  expect(result).toBe(errors.noAnswer)
})

test('no try begins, and nobody waits, beyond the time that is left', async () => {
  const { result, tries, tookMs } = await play({
    outcomes: [errors.noAnswer],
    budgetMs: 4000,
    tryTakesMs: 9000,
  })
  expect(tries).toEqual([
    { at: 0, timeoutMs: 3000, tryNumber: 1 },
    { at: 3100, timeoutMs: 900, tryNumber: 2 },
  ])
  expect(tookMs).toBe(4000)
  expect(result).toBe(errors.noAnswer)
})

test('with no time left there is one try, without time, which the transport turns away', async () => {
  const { tries } = await play({ outcomes: [errors.notSent], budgetMs: -5 })
  expect(tries).toEqual([{ at: 0, timeoutMs: 0, tryNumber: 1 }])
})

test('an error of our own is never repeated', async () => {
  const fault = new TypeError('a fault')
  const { result, tries } = await play({ outcomes: [fault] })
  expect(result).toBe(fault)
  expect(tries).toHaveLength(1)
})

test.each([
  ['notSent', true, true],
  ['noAnswer', true, false],
  ['busy', true, false],
  ['oddReply', false, false],
  ['frequency', false, false],
  ['refused', false, false],
] as const)(
  'after %s a read is repeated: %s, a call that must happen once: %s',
  (name, read, once) => {
    expect(isSafeToRepeat.read(errors[name])).toBe(read)
    expect(isSafeToRepeat.once(errors[name])).toBe(once)
  },
)
