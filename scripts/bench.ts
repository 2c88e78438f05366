// npm run bench [-- NAME …]: we beside something else, each pair measured in this one run.
import { largeCompanyBench } from '../bench/large-company/large-company'
import { sessionBench } from '../bench/session/session'
import { signInBench } from '../bench/sign-in/sign-in'
import { simulatorBench } from '../bench/simulator/simulator'

const benches = [signInBench, sessionBench, largeCompanyBench, simulatorBench]

const run = async () => {
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => !benches.some((bench) => bench.name === name))
  if (unknown) {
    throw new Error(
      `there is no bench "${unknown}", only ${benches.map(({ name }) => name).join(', ')}`,
    )
  }
  for (const { name, heading, rows } of benches) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    console.log(`${name}\n\n| ${heading.join(' | ')} |\n|${'---|'.repeat(heading.length)}`)
    for (const row of await rows()) console.log(`| ${row.join(' | ')} |`)
    console.log('')
  }
}

run().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
