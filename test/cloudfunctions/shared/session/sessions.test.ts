import { generateKeyPairSync } from 'node:crypto'
import { readKeyRing } from '../../../../cloudfunctions/shared/session/key-ring'
import { createSessions } from '../../../../cloudfunctions/shared/session/sessions'
import { createKeyRing } from '../../../../scripts/key-ring'
import { createTestClock } from '../../../support/clock'

const employee = { userId: 'zhangsan', via: 'wecom-miniprogram' as const }
const clockOf = createTestClock
const ringJson = (clock = clockOf()) => JSON.stringify(createKeyRing(clock.now()))

const setUp = ({
  clock = clockOf(),
  json = ringJson(clock),
  corpId = 'ww1',
  agentId = 1,
} = {}) => ({
  clock,
  json,
  sessions: createSessions({
    ring: readKeyRing(json),
    corpId,
    agentId,
    lifeSeconds: 1800,
    clock,
  }),
})

test('a session proves who, of which corp and app, by which door', () => {
  const { sessions } = setUp()
  const { token } = sessions.issue(employee)
  expect(sessions.verify(token)).toEqual({
    holder: {
      userId: 'zhangsan',
      corpId: 'ww1',
      agentId: 1,
      via: 'wecom-miniprogram',
      sessionId: expect.stringMatching(/^[\w-]{22}$/),
    },
  })
})

test('a session lives as long as it says, and 30 s of leeway', () => {
  const { sessions, clock } = setUp()
  const session = sessions.issue(employee)
  expect(session.expiresAt).toBe(clock.now() + 1_800_000)
  expect(session.lifeSeconds).toBe(1800)
  clock.advance(1_829_000)
  expect(sessions.verify(session.token)).toHaveProperty('holder')
  clock.advance(1_000)
  expect(sessions.verify(session.token)).toEqual({ refusal: 'expired' })
})

test('two sessions of one person differ', () => {
  const { sessions } = setUp()
  expect(sessions.issue(employee).token).not.toBe(sessions.issue(employee).token)
})

describe('what is no session of ours is refused, with its reason for the log', () => {
  test('absent', () => {
    const { sessions } = setUp()
    expect(sessions.verify(undefined)).toEqual({ refusal: 'absent' })
    expect(sessions.verify('')).toEqual({ refusal: 'absent' })
  })

  test('signed by a foreign key, even under our kid', () => {
    const { sessions, json, clock } = setUp()
    const [ours] = JSON.parse(json) as { kid: string }[]
    const [foreign] = createKeyRing(clock.now())
    const forged = setUp({ clock, json: JSON.stringify([{ ...foreign, kid: ours?.kid }]) })
    expect(sessions.verify(forged.sessions.issue(employee).token)).toEqual({ refusal: 'notOurs' })
  })

  test('of another corp or another app', () => {
    const { sessions, json, clock } = setUp()
    for (const other of [{ corpId: 'ww2' }, { agentId: 2 }]) {
      const { token } = setUp({ clock, json, ...other }).sessions.issue(employee)
      expect(sessions.verify(token)).toEqual({ refusal: 'otherApp' })
    }
  })

  test('issued in the future', () => {
    const { json } = setUp()
    const ahead = setUp({ json, clock: clockOf(clockOf().now() + 31_000) })
    const { sessions } = setUp({ json })
    expect(sessions.verify(ahead.sessions.issue(employee).token)).toEqual({ refusal: 'notYet' })
  })

  test('any one bit flipped, any part swapped or dropped, any header but the one', () => {
    const { sessions } = setUp()
    const { token } = sessions.issue(employee)
    const other = sessions.issue({ ...employee, userId: 'lisi' }).token
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
    for (const candidate of forged) expect(sessions.verify(candidate)).not.toHaveProperty('holder')
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
    const tokenOfOld = during.sessions.issue(employee).token
    expect(before.sessions.verify(tokenOfOld)).toHaveProperty('holder')
    clock.advance(86_400_000)
    const tokenOfNew = during.sessions.issue(employee).token
    expect(before.sessions.verify(tokenOfNew)).toEqual({ refusal: 'notOurs' })
    expect(during.sessions.verify(tokenOfNew)).toHaveProperty('holder')
  })

  test('of public keys verifies and mints nothing', () => {
    const { sessions, json, clock } = setUp()
    const publicOnly = (JSON.parse(json) as Record<string, unknown>[]).map(({ d, ...key }) => {
      expect(d).toEqual(expect.any(String))
      return key
    })
    const verifier = setUp({ clock, json: JSON.stringify(publicOnly) })
    expect(verifier.sessions.verify(sessions.issue(employee).token)).toHaveProperty('holder')
    expect(() => verifier.sessions.issue(employee)).toThrow('SESSION_KEYS')
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
