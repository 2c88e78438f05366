import { createEmployeeReader } from '../../../../cloudfunctions/shared/employees/employee-reader'
import { createEmployees } from '../../../../cloudfunctions/shared/employees/employees'
import { readKeyRing } from '../../../../cloudfunctions/shared/session/key-ring'
import { createSessionGate } from '../../../../cloudfunctions/shared/session/session-gate'
import { createSessionTokens } from '../../../../cloudfunctions/shared/session/session-token'
import { createSessions } from '../../../../cloudfunctions/shared/session/sessions'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import type { Store } from '../../../../cloudfunctions/shared/store/store'
import { StoreError } from '../../../../cloudfunctions/shared/store/store-error'
import { createKeyRing } from '../../../../scripts/key-ring'
import { createTestClock } from '../../../support/clock'
import { personOf } from '../employees/people'

const minute = 60_000

/** Where people sign in, and another instance that only verifies. */
const setUp = () => {
  const clock = createTestClock()
  const engine = createMemoryStore(clock)
  let reads = 0
  let isAway = false
  const store: Store = {
    ...engine,
    get: async (key) => {
      reads += 1
      if (isAway) throw new StoreError('away', 'get')
      return engine.get(key)
    },
  }
  const ring = readKeyRing(JSON.stringify(createKeyRing(clock.now())))
  const tokens = createSessionTokens({ ring, corpId: 'ww1', agentId: 1, clock })
  const sessions = createSessions({ tokens, lifeSeconds: 1800, longestSeconds: 28_800, clock })
  const keyPrefix = 'ww1:1'
  const employees = createEmployees({ store, keyPrefix, clock, madeBy: 'rules' })
  const gate = createSessionGate(tokens, createEmployeeReader({ store, keyPrefix, clock }))
  return {
    clock,
    employees,
    sessions,
    tokens,
    reads: () => reads,
    setAway: (now: boolean) => void (isAway = now),
    async enter(userId = 'zhangsan') {
      const { session, live } = sessions.issue({ userId, via: 'wecom-miniprogram' })
      await employees.admit(personOf(userId), live, clock.now())
      return { token: session.token, sessionId: live.sessionId }
    },
    /** Who it is, or why it is nobody. */
    async verify(token: string) {
      const verdict = await gate.verify(token)
      return 'caller' in verdict ? verdict.caller.record.userId : verdict.refusal
    },
  }
}

test('a session is verified by one look into the store in half a minute, however often', async () => {
  const { clock, enter, verify, reads } = setUp()
  const { token } = await enter()
  const before = reads()
  for (let n = 0; n < 100; n++) {
    expect(await verify(token)).toBe('zhangsan')
    clock.advance(299)
  }
  expect(reads() - before).toBe(1)
})

test('a session that began elsewhere a moment ago counts, also where the person was known before', async () => {
  const { enter, verify } = setUp()
  expect(await verify((await enter()).token)).toBe('zhangsan')
  expect(await verify((await enter()).token)).toBe('zhangsan')
})

test('why a session does not count is known to us', async () => {
  const { clock, enter, employees, sessions, tokens, verify } = setUp()
  const unwritten = sessions.issue({ userId: 'nobody', via: 'wecom-miniprogram' })
  expect(await verify(unwritten.session.token)).toBe('unknown')

  const ended = await enter()
  await employees.endSession('zhangsan', ended.sessionId)
  expect(await verify(ended.token)).toBe('ended')

  const otherDoor = await enter()
  const life = { issuedAt: clock.now(), expiresAt: clock.now() + minute }
  const { sessionId } = otherDoor
  expect(await verify(tokens.sign({ userId: 'zhangsan', via: 'web', sessionId }, life))).toBe(
    'ended',
  )
  expect(await verify(otherDoor.token)).toBe('zhangsan')

  const borrowed = await enter('lisi')
  const forZhangsan = { userId: 'zhangsan', via: 'wecom-miniprogram' as const }
  expect(await verify(tokens.sign({ ...forZhangsan, sessionId: borrowed.sessionId }, life))).toBe(
    'ended',
  )

  await employees.revoke('lisi', 'left')
  clock.advance(30_000)
  expect(await verify(borrowed.token)).toBe('revoked')
})

test('with the store away a session goes on for a minute, and what is not known waits', async () => {
  const { clock, enter, employees, verify, setAway } = setUp()
  const { token } = await enter()
  const stranger = await enter('lisi')
  await verify(token)
  await employees.revoke('zhangsan', 'left')
  setAway(true)
  clock.advance(minute - 1)
  expect(await verify(token)).toBe('zhangsan')
  await expect(verify(stranger.token)).rejects.toThrow(StoreError)
  clock.advance(1)
  await expect(verify(token)).rejects.toThrow(StoreError)
  setAway(false)
  expect(await verify(token)).toBe('revoked')
})
