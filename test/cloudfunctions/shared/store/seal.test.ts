import {
  createSeal,
  newSealKey,
  readSealRing,
  type SealKey,
} from '../../../../cloudfunctions/shared/store/seal'
import { createSealRing } from '../../../../scripts/seal-ring'
import { createTestClock } from '../../../support/clock'

const clock = createTestClock()
const keyFrom = (kid: string, sealsFrom: number): SealKey => ({
  ...newSealKey(clock.now()),
  kid,
  sealsFrom,
})
const sealOf = (...keys: SealKey[]) => createSeal(readSealRing(JSON.stringify(keys)), clock)
const nowSeconds = clock.now() / 1000
const old = keyFrom('old', nowSeconds - 1000)
const current = keyFrom('current', nowSeconds - 10)
const future = keyFrom('future', nowSeconds + 10)
const text = 'an access token 令牌'

test('what was sealed opens in its place', () => {
  const seal = sealOf(current)
  expect(seal.open(seal.seal(text, 'here'), 'here')).toBe(text)
  expect(seal.open(seal.seal('', 'here'), 'here')).toBe('')
})

test('it opens in no other place', () => {
  const seal = sealOf(current)
  expect(seal.open(seal.seal(text, 'here'), 'there')).toBeUndefined()
})

test('the sealed form shows nothing of the text and is never twice the same', () => {
  const seal = sealOf(current)
  const sealed = seal.seal(text, 'here')
  expect(sealed).toMatch(/^g1\.current\.[\w-]+$/)
  expect(sealed).not.toContain(Buffer.from(text).toString('base64url').slice(0, 8))
  expect(seal.seal(text, 'here')).not.toBe(sealed)
})

test('the newest key that has begun seals, wherever it stands in the ring', () => {
  for (const keys of [
    [old, current, future],
    [future, current, old],
  ])
    expect(sealOf(...keys).seal(text, '')).toMatch(/^g1\.current\./)
})

test('every key of the ring opens, begun or not', () => {
  const seal = sealOf(old, current, future)
  for (const key of [old, current, future])
    expect(seal.open(sealOf(key).seal(text, ''), '')).toBe(text)
})

test('a key that left the ring opens nothing', () => {
  expect(sealOf(current).open(sealOf(old).seal(text, ''), '')).toBeUndefined()
})

test('another key under the same kid opens nothing', () => {
  const other = keyFrom('current', nowSeconds)
  expect(sealOf(other).open(sealOf(current).seal(text, ''), '')).toBeUndefined()
})

test('with no key begun yet, the first to begin seals', () => {
  expect(sealOf(keyFrom('later', nowSeconds + 99), future).seal(text, '')).toMatch(/^g1\.future\./)
})

test('a change of any one character makes it unreadable', () => {
  const seal = sealOf(current)
  const sealed = seal.seal(text, 'here')
  const changed = [...sealed].map((character, at) => {
    const other = character === 'A' ? 'Q' : 'A'
    return sealed.slice(0, at) + other + sealed.slice(at + 1)
  })
  // The last character of base64url may carry bits that say nothing: then the bytes are the same.
  const meaningful = changed.filter(
    (candidate) => !Buffer.from(candidate, 'base64url').equals(Buffer.from(sealed, 'base64url')),
  )
  expect(meaningful.length).toBeGreaterThan(sealed.length - 2)
  for (const candidate of meaningful) expect(seal.open(candidate, 'here')).toBeUndefined()
})

test.each([
  '',
  'g1',
  'g1.current',
  'g1.current.',
  'g1.current.AAAA',
  'g2.current.AAAA',
  '...',
  '{}',
])('what was never sealed, such as "%s", opens to nothing', (sealed) => {
  expect(sealOf(current).open(sealed, '')).toBeUndefined()
})

test('a part cut off or put on makes it unreadable', () => {
  const seal = sealOf(current)
  const sealed = seal.seal(text, '')
  expect(seal.open(sealed.slice(0, -4), '')).toBeUndefined()
  expect(seal.open(`${sealed}.`, '')).toBeUndefined()
  expect(seal.open(sealed.replace('g1', 'g2'), '')).toBeUndefined()
})

test('a fresh ring is one key that seals at once', () => {
  const ring = createSealRing(clock.now())
  expect(ring).toHaveLength(1)
  expect(Buffer.from(ring[0]?.k ?? '', 'base64url')).toHaveLength(32)
  expect(sealOf(...ring).seal(text, '')).toContain(ring[0]?.kid)
})

test.each([
  ['nothing', ''],
  ['no list', '{}'],
  ['an empty list', '[]'],
  ['null in the list', '[null]'],
  ['a short key', JSON.stringify([{ ...current, k: current.k.slice(1) }])],
  ['a key with a foreign character', JSON.stringify([{ ...current, k: `+${current.k.slice(1)}` }])],
  ['a kid with a dot', JSON.stringify([{ ...current, kid: 'a.b' }])],
  ['no beginning', JSON.stringify([{ ...current, sealsFrom: undefined }])],
  ['the same kid twice', JSON.stringify([current, current])],
])('a ring of %s is refused in words that quote no key', (_, json) => {
  expect(() => readSealRing(json)).toThrow(/key|JSON/)
  const message = (() => {
    try {
      return String(readSealRing(json))
    } catch (error) {
      return String(error)
    }
  })()
  expect(message).not.toContain(current.k.slice(1))
})
