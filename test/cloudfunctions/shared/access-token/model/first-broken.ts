// Plays the schedules until the first promise is broken, says which and exits with 1.
import { properties } from './properties'
import { prove } from './property'

const runs = Number(process.argv[2])
const seed = 90313

const main = async (): Promise<void> => {
  for (const property of properties) {
    const { failure } = await prove(property, { runs, seed, shrinks: false })
    if (failure === undefined) continue
    console.log(property.promise)
    process.exit(1)
  }
}

void main()
