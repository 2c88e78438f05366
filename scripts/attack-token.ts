// npm run attack:token [-- COUNT [SEED]]: brings forged session tokens before our verifier, a million if
// not told otherwise, and every fortieth before jose 6 as well. One that is accepted means exit 1.
import { borderlineByJose, compareWithJose, goodByJose } from '../test/attacks/token/agreement'
import { attack } from '../test/attacks/token/assault'
import { createDraw } from '../test/attacks/token/draw'
import { accepts, issue } from '../test/attacks/token/target'

const [count = 1_000_000, seed = Date.now() % 2 ** 32] = process.argv.slice(2).map(Number)
const oneIn = 40

const say = (isGood: boolean, words: string) => {
  console.log(`${isGood ? '✓' : '✗'} ${words}`)
  if (!isGood) process.exitCode = 1
}

const sample: string[] = []
let seen = 0
const startedAt = performance.now()
const { tried, triedOf, accepted } = attack(accepts, {
  count,
  seed,
  onForgery: ({ token }) => {
    if (seen++ % oneIn === 0) sample.push(token)
  },
})
const seconds = (performance.now() - startedAt) / 1000

for (const [kind, times] of triedOf) console.log(`  ${String(times).padStart(8)}  ${kind}`)
say(
  accepted.length === 0,
  `${tried} forgeries, ${accepted.length} accepted, in ${seconds.toFixed(0)} s (seed ${seed})`,
)
for (const { kind, token } of accepted.slice(0, 5)) console.log(`  ${kind}: ${token.slice(0, 600)}`)

const forged = compareWithJose(accepts, sample)
say(
  forged.onlyOurs.length === 0,
  `jose takes ${forged.joseAccepts} of ${forged.compared} forgeries, and each that we take`,
)
const issued = compareWithJose(accepts, Array.from({ length: 2_000 }, issue))
say(issued.bothAccept === issued.compared, `jose takes ${issued.bothAccept} of 2000 that we issue`)
const good = goodByJose(createDraw(seed), 2_000).filter(accepts).length
say(good === 2_000, `we take ${good} of 2000 that jose signs by our rules`)
const border = compareWithJose(accepts, borderlineByJose(createDraw(seed), 10_000))
say(
  border.onlyOurs.length === 0,
  `of ${border.compared} that are good or just not, jose takes ${border.joseAccepts}, and of these we take ${border.bothAccept}`,
)
