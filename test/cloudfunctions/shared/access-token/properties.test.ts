// Random schedules on a virtual clock, the same ones each time. `npm run prove:cache` plays ten times
// as many, and others each time; `npm run prove:mutants` shows that they find faults.
import { properties } from './model/properties'
import { prove } from './model/property'

const runs = 121
const seed = 91039

test.each(properties.map((property) => ({ property, promise: property.promise })))(
  '$promise',
  async ({ property }) => {
    expect(await prove(property, { runs, seed, shrinks: true })).toEqual({ runs })
  },
  // 4 s each where nothing else runs.
  120_000,
)

test('the schedules are at least 2 400', () => {
  expect(properties.length * runs).toBeGreaterThanOrEqual(2400)
})
