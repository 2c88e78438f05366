// Links, decisions, codes and tickets in any order: the simulator and the model agree on each answer.
import fc from 'fast-check'
import { serveHistories } from './serve-histories'
import { createWebModel, people, type AppId, type Domain, type WebOperation } from './web-model'
import { createWebReal } from './web-real'

const sequences = 400

const served = serveHistories()

const app = fc.constantFrom<AppId>(1, 1, 2)
const domain = fc.constantFrom<Domain>('one.example', 'one.example', 'both.example', 'two.example')
const anyDomain = fc.oneof({ weight: 5, arbitrary: domain }, fc.constant<Domain>('none.example'))
const who = fc.constantFrom(...people, 'ann', 'ann', 'dan')
const ofUs = fc.constantFrom('ann' as const, 'dan' as const)
// Small, so that the same code comes up again and again.
const which = fc.nat({ max: 4 })
const once = <T>(value: T) => fc.constant(value)

const operation: fc.Arbitrary<WebOperation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: once('link' as const),
      who,
      app: fc.oneof({ weight: 4, arbitrary: app }, once('none' as const)),
      domain: anyDomain,
      scope: fc.constantFrom('base' as const, 'private' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: once('allow' as const),
      who,
      app,
      domain,
      fields: fc.subarray(['mobile' as const, 'email' as const]),
    }),
  },
  { weight: 7, arbitrary: fc.record({ do: once('exchange' as const), code: which, app }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: once('detail' as const), ticket: fc.nat({ max: 1 }), app }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: once('advance' as const),
      seconds: fc.constantFrom(1, 299, 300, 1799, 1800, 30 * 86_400 - 1, 30 * 86_400),
    }),
  },
  fc.record({ do: once('show' as const), app, who: ofUs, visible: fc.boolean() }),
  fc.record({ do: once('remove' as const), who: ofUs }),
)

/** One that leads to the ends which chance seldom finds. */
const wholeLife: WebOperation[] = [
  { do: 'allow', who: 'ann', app: 1, domain: 'one.example', fields: ['email'] },
  { do: 'exchange', code: 0, app: 2 },
  { do: 'exchange', code: 0, app: 1 },
  { do: 'detail', ticket: 0, app: 2 },
  { do: 'detail', ticket: 0, app: 1 },
  { do: 'show', app: 1, who: 'ann', visible: false },
  { do: 'detail', ticket: 0, app: 1 },
  { do: 'show', app: 1, who: 'ann', visible: true },
  { do: 'advance', seconds: 1800 },
  { do: 'detail', ticket: 0, app: 1 },
  { do: 'link', who: 'ann', app: 1, domain: 'one.example', scope: 'private' },
  { do: 'advance', seconds: 30 * 86_400 },
  { do: 'link', who: 'ann', app: 1, domain: 'one.example', scope: 'private' },
]

test(`${sequences} random histories of web pages end as the model says`, async () => {
  const reached = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(operation, { minLength: 1, maxLength: 30, size: 'max' }),
      async (history) => {
        const model = createWebModel()
        const real = createWebReal(served.url, served.agent)
        served.simulator = real.simulator
        for (const step of history) {
          const expected = model(step)
          expect([step, await real.apply(step)]).toEqual([step, expected])
          reached.add(typeof expected === 'object' ? Object.keys(expected).join() : expected)
          if (typeof expected === 'object' && 'errcode' in expected) {
            reached.add(String(expected.errcode))
          }
        }
      },
    ),
    { numRuns: sequences, examples: [[wholeLife]] },
  )
  // A model that nothing interesting happens to would agree with anything.
  for (const end of [
    'error page',
    'question',
    'code',
    '40029',
    '50001',
    '84014',
    '84015',
    '60111',
  ]) {
    expect(reached).toContain(end)
  }
}, 60_000)
