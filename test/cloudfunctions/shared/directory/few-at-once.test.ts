import fc from 'fast-check'
import { fewAtOnce } from '../../../../cloudfunctions/shared/directory/few-at-once'

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve))

test('results come in the order of the items, and never are more under way than may be', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 20 }),
      fc.integer({ min: 1, max: 6 }),
      async (items, atOnce) => {
        let underWay = 0
        let most = 0
        const results = await fewAtOnce(atOnce, items, async (turns) => {
          most = Math.max(most, ++underWay)
          for (let turn = 0; turn < turns; turn++) await nextTurn()
          underWay--
          return turns * 2
        })
        expect(results).toEqual(items.map((turns) => turns * 2))
        expect(most).toBe(Math.min(atOnce, items.length))
      },
    ),
    { numRuns: 50 },
  )
})

test('after a failure nothing more is begun', async () => {
  const begun: number[] = []
  const work = async (item: number) => {
    begun.push(item)
    await nextTurn()
    if (item === 1) throw new Error('no')
  }
  await expect(fewAtOnce(2, [0, 1, 2, 3, 4], work)).rejects.toThrow('no')
  await nextTurn()
  await nextTurn()
  expect(begun).toEqual([0, 1, 2])
})
