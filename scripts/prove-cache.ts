// npm run prove:cache [-- RUNS [SEED]]: plays RUNS random schedules for each promise of the shared
// access token, on a virtual clock. With a seed the same ones again.
import { properties } from '../test/cloudfunctions/shared/access-token/model/properties'
import { prove } from '../test/cloudfunctions/shared/access-token/model/property'

const [runs = 1250, seed] = process.argv.slice(2).map(Number)

const main = async (): Promise<void> => {
  const begunAt = performance.now()
  let played = 0
  for (const property of properties) {
    const startedAt = performance.now()
    const verdict = await prove(property, {
      runs,
      shrinks: true,
      ...(seed !== undefined && { seed }),
    })
    played += verdict.runs
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    console.log(
      `${verdict.failure ? '✗' : '✓'} ${property.promise} (${verdict.runs}, ${seconds} s)`,
    )
    if (verdict.failure) {
      console.log(verdict.failure)
      process.exitCode = 1
    }
  }
  const seconds = ((performance.now() - begunAt) / 1000).toFixed(0)
  console.log(`${played} schedules of ${properties.length} promises in ${seconds} s`)
}

void main()
