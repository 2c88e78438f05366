/** Whatever the order in which events arrive, and however often: what comes of them is the same, and true. */
import fc from 'fast-check'
import { createPeople, eventsOf, type Truth } from '../../support/people-and-truth'

const secondMs = 1000
const truth = fc.constantFrom<Truth>('gone', 1, 2, 7)

test('any order and 1 to 100 copies of the events end in what WeCom says', async () => {
  const history = fc.record({ a: truth, b: truth, c: truth }).chain((of) => {
    const truths = new Map(Object.entries(of))
    const told = [...truths].flatMap(([userId, is]) => eventsOf(userId, is))
    const copies = fc.array(fc.constantFrom(...told), { maxLength: 100 - told.length })
    const order = copies.chain((more) => {
      const all = [...told, ...more]
      return fc.shuffledSubarray(all, { minLength: all.length })
    })
    return fc.record({ truths: fc.constant(truths), order })
  })
  await fc.assert(
    fc.asyncProperty(history, async ({ truths, order }) => {
      const { clock, hear, outcome } = await createPeople(truths)
      const now = clock.now()
      for (const [n, change] of order.entries()) await hear(change, now - (n % 3) * secondMs)
      expect(await outcome()).toEqual(truths)
    }),
    { numRuns: 200 },
  )
})

test('all at once end in the same', async () => {
  const truths = new Map<string, Truth>(Object.entries({ a: 'gone', b: 7, c: 2 }))
  const { clock, hear, outcome } = await createPeople(truths)
  const told = [...truths].flatMap(([userId, is]) => eventsOf(userId, is))
  await Promise.all(
    [...told, ...told, ...told.reverse()].map((change) => hear(change, clock.now())),
  )
  expect(await outcome()).toEqual(truths)
})

test('a departure that nobody can ask about any more is believed', async () => {
  const truths = new Map<string, Truth>([['a', 'gone']])
  const { clock, hear, outcome, setSilent } = await createPeople(truths)
  setSilent(true)
  // Older than what WeCom said at the sign-in; asked again, it does not say so.
  await hear({ kind: 'departed', userId: 'a', reason: 'unsubscribed' }, clock.now() - 60 * secondMs)
  expect(await outcome()).toEqual(truths)
})
