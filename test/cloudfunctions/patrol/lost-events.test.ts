/** Events that never come, come late, or come while the store or WeCom is away: in the end all is true. */
import fc from 'fast-check'
import { StoreError } from '../../../cloudfunctions/shared/store/store-error'
import { createPeople, eventsOf, patrolEveryMs, type Truth } from '../../support/people-and-truth'

// https://developer.work.weixin.qq.com/document/path/90930
const triesOfWecom = 4

/** How one event fares; an event of whom nothing is drawn never comes. */
const delivery = fc.record({
  which: fc.nat({ max: 3 }),
  copies: fc.integer({ min: 1, max: 3 }),
  isStoreAwayFor: fc.nat({ max: triesOfWecom + 1 }),
  isWecomSilent: fc.boolean(),
})
const person = fc.record({
  truth: fc.constantFrom<Truth>('gone', 1, 2, 7),
  deliveries: fc.array(delivery, { maxLength: 5 }),
})

test('after one round of the patrol nobody who left is at work, and nobody else was sent away', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 30 }), async (drawn) => {
      const truths = new Map(drawn.map(({ truth }, n) => [`u${n}`, truth]))
      const people = await createPeople(truths)
      const { clock, setAway, setSilent, hear, patrol, outcome } = people
      const tell = async (change: Parameters<typeof hear>[0], awayTries: number) => {
        for (let tries = 1; tries <= triesOfWecom; tries++) {
          setAway(tries <= awayTries)
          const isHeard = await hear(change, clock.now()).then(
            () => true,
            (error: unknown) => {
              if (error instanceof StoreError) return false
              throw error
            },
          )
          if (isHeard) return
        }
      }
      for (const [n, { truth, deliveries }] of drawn.entries()) {
        const told = eventsOf(`u${n}`, truth)
        for (const { which, copies, isStoreAwayFor, isWecomSilent } of deliveries) {
          const change = told[which % told.length]
          setSilent(isWecomSilent)
          for (let copy = 0; change && copy < copies; copy++) await tell(change, isStoreAwayFor)
        }
      }
      setAway(false)
      // A run while WeCom is away must cost nobody anything.
      setSilent(true)
      const silently = await patrol()
      expect(silently).toMatchObject({ revoked: 0, confirmed: 0 })
      setSilent(false)
      clock.advance(patrolEveryMs)
      // A round that was cut off is finished, and another one begun if it is time.
      for (let runs = 0; runs < 4; runs++) {
        await patrol()
        clock.advance(1000)
      }
      expect(await outcome()).toEqual(truths)
    }),
    { numRuns: 300 },
  )
})
