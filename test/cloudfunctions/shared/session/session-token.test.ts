import { generateKeyPairSync } from 'node:crypto'
import { readKeyRing } from '../../../../cloudfunctions/shared/session/key-ring'
import {
  createSessionTokens,
  type Door,
} from '../../../../cloudfunctions/shared/session/session-token'
import { createKeyRing } from '../../../../scripts/key-ring'
import { createTestClock } from '../../../support/clock'

const employee = {
  userId: 'zhangsan',
  via: 'wecom-miniprogram' as Door,
  sessionId: 'A'.repeat(22),
}
const clockOf = createTestClock
const ringJson = (clock = clockOf()) => JSON.stringify(createKeyRing(clock.now()))

const setUp = ({ clock = clockOf(), json = ringJson(clock), corpId = 'ww1', agentId = 1 } = {}) => {
  const tokens = createSessionTokens({ ring: readKeyRing(json), corpId, agentId, clock })
  const issue = (holder = employee) =>
    tokens.sign(holder, { issuedAt: clock.now(), expiresAt: clock.now() + 1_800_000 })
  return { clock, json, tokens, issue, read: tokens.read }
}

test('a session proves who, of which corp and app, by which door', () => {
  const { issue, read } = setUp()
  expect(read(issue())).toEqual({
    holder: { ...employee, corpId: 'ww1', agentId: 1 },
  })
  const onTheWeb = { ...employee, via: 'web' as Door }
  expect(read(issue(onTheWeb))).toMatchObject({ holder: { via: 'web' } })
})

test('a session lives as long as it says, and 30 s of leeway', () => {
  const { issue, read, clock } = setUp()
  const token = issue()
  clock.advance(1_829_000)
  expect(read(token)).toHaveProperty('holder')
  clock.advance(1_000)
  expect(read(token)).toEqual({ refusal: 'expired' })
})

describe('what is no session of ours is refused, with its reason for the log', () => {
  test('absent', () => {
    const { read } = setUp()
    expect(read(undefined)).toEqual({ refusal: 'absent' })
    expect(read('')).toEqual({ refusal: 'absent' })
  })

  test('signed by a foreign key, even under our kid', () => {
    const { read, json, clock } = setUp()
    const [ours] = JSON.parse(json) as { kid: string }[]
    const [foreign] = createKeyRing(clock.now())
    const forged = setUp({ clock, json: JSON.stringify([{ ...foreign, kid: ours?.kid }]) })
    expect(read(forged.issue())).toEqual({ refusal: 'notOurs' })
  })

  test('of another corp or another app', () => {
    const { read, json, clock } = setUp()
    expect(read(setUp({ clock, json, corpId: 'ww2' }).issue())).toEqual({ refusal: 'otherCorp' })
    expect(read(setUp({ clock, json, agentId: 2 }).issue())).toEqual({ refusal: 'otherApp' })
  })

  test('issued in the future', () => {
    const { json } = setUp()
    const ahead = setUp({ json, clock: clockOf(clockOf().now() + 31_000) })
    const { read } = setUp({ json })
    expect(read(ahead.issue())).toEqual({ refusal: 'notYet' })
  })

  test('any one bit flipped, any part swapped or dropped, any header but the one', () => {
    const { issue, read } = setUp()
    const token = issue()
    const other = issue({ ...employee, userId: 'lisi' })
    const parts = token.split('.')
    const otherParts = other.split('.')
    const forged = [
      ...Array.from(token, (_, at) => flip(token, at)),
      [parts[0], otherParts[1], parts[2]].join('.'),
      [parts[0], parts[1], otherParts[2]].join('.'),
      [parts[0], parts[1]].join('.'),
      [parts[0], parts[1], ''].join('.'),
      `${token}.`,
      `${token}=`,
      ` ${token}`,
      [encode({ alg: 'none' }), parts[1], ''].join('.'),
      [encode({ alg: 'HS256', typ: 'gongpai-session+jwt' }), parts[1], parts[2]].join('.'),
      'x'.repeat(4000),
    ]
    for (const candidate of forged) expect(read(candidate)).not.toHaveProperty('holder')
  })
})

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const flip = (token: string, at: number): string => {
  const place = alphabet.indexOf(token[at] ?? '')
  const other = place === -1 ? 'A' : (alphabet[place ^ 1] ?? 'A')
  return token.slice(0, at) + other + token.slice(at + 1)
}

describe('a ring', () => {
  test('signs with its newest key that has begun, and verifies with all', () => {
    const clock = clockOf()
    const [old] = createKeyRing(clock.now())
    const [coming] = createKeyRing(clock.now() + 86_400_000)
    const before = setUp({ clock, json: JSON.stringify([old]) })
    const during = setUp({ clock, json: JSON.stringify([old, coming]) })
    const tokenOfOld = during.issue()
    expect(before.read(tokenOfOld)).toHaveProperty('holder')
    clock.advance(86_400_000)
    const tokenOfNew = during.issue()
    expect(before.read(tokenOfNew)).toEqual({ refusal: 'notOurs' })
    expect(during.read(tokenOfNew)).toHaveProperty('holder')
  })

  test('of public keys verifies and mints nothing', () => {
    const { issue, json, clock } = setUp()
    const publicOnly = (JSON.parse(json) as Record<string, unknown>[]).map(({ d, ...key }) => {
      expect(d).toEqual(expect.any(String))
      return key
    })
    const verifier = setUp({ clock, json: JSON.stringify(publicOnly) })
    expect(verifier.read(issue())).toHaveProperty('holder')
    expect(() => verifier.issue()).toThrow('no private key')
  })

  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  test.each([
    ['no JSON', 'keys'],
    ['no list', '{}'],
    ['an empty list', '[]'],
    ['a key of another curve', JSON.stringify([privateKey.export({ format: 'jwk' })])],
    ['a key without kid', ringJson().replace(/"kid":"[^"]*",/, '')],
    ['a key that is cut off', ringJson().replace(/"x":"[^"]*"/, '"x":"AA"')],
    [
      'halves of two keys',
      ringJson().replace(/"x":"[^"]*"/, /"x":"[^"]*"/.exec(ringJson())?.[0] ?? ''),
    ],
    [
      'one kid twice',
      `[${ringJson().slice(1, -1)},${ringJson().slice(1, -1)}]`.replace(
        /"kid":"[^"]*"/g,
        '"kid":"k"',
      ),
    ],
  ])('with %s is refused without being quoted', (_, json) => {
    expect(() => readKeyRing(json)).toThrow()
    try {
      readKeyRing(json)
    } catch (error) {
      const secret = /"d":"([^"]+)"/.exec(json)?.[1]
      if (secret) expect(String(error)).not.toContain(secret)
    }
  })
})
