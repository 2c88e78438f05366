/**
 * Nobody gets in by a token that we did not issue: forgeries of fourteen kinds, and jose 6 as a second
 * judge. `npm run attack:token` does the same a million times.
 */
import { borderlineByJose, compareWithJose, goodByJose } from './token/agreement'
import { attack } from './token/assault'
import { kinds } from './token/corpus'
import { createDraw } from './token/draw'
import { accepts, issue } from './token/target'
import { soundVerifier, weakVerifiers } from './token/weak-verifiers'

// Other forgeries each day; the day stands in the name of the test that failed.
const seed = Math.floor(Date.now() / 86_400_000)

test(`of 24 000 forgeries of every kind none is accepted (seed ${seed})`, () => {
  const { tried, triedOf, accepted } = attack(accepts, { count: 24_000, seed })
  expect(accepted.slice(0, 3)).toEqual([])
  expect(tried).toBe(24_000)
  expect([...triedOf.keys()].sort()).toEqual(kinds.map(({ name }) => name).sort())
})

describe('the forgeries are worth something', () => {
  test.each(Object.keys(weakVerifiers))('they find a verifier that %s', (mistake) => {
    const weak = weakVerifiers[mistake] ?? soundVerifier
    const { accepted } = attack(weak, { count: 8_000, seed: 1, endsAtFirst: true })
    expect(accepted).toHaveLength(1)
  })

  test('and nothing in one without a mistake', () => {
    expect(attack(soundVerifier, { count: 4_000, seed: 1 }).accepted).toEqual([])
  })
})

describe('jose 6, told our rules,', () => {
  test('accepts every token that we issue', () => {
    const issued = Array.from({ length: 200 }, issue)
    expect(compareWithJose(accepts, issued)).toMatchObject({ compared: 200, bothAccept: 200 })
  })

  test('signs by our rules what we accept', () => {
    expect(goodByJose(createDraw(seed), 200).filter(accepts)).toHaveLength(200)
  })

  test('accepts whatever we accept, of tokens that are good or just not', () => {
    const { bothAccept, onlyOurs } = compareWithJose(
      accepts,
      borderlineByJose(createDraw(seed), 2_000),
    )
    expect(onlyOurs).toEqual([])
    expect(bothAccept).toBeGreaterThan(200)
    expect(bothAccept).toBeLessThan(1_800)
  })
})
