import { randomBytes } from 'node:crypto'
import { createAudit } from '../../../../cloudfunctions/shared/audit/audit'
import type { AuditEntry, AuditKind } from '../../../../cloudfunctions/shared/audit/audit-record'
import { readAudit, type AuditQuery } from '../../../../cloudfunctions/shared/audit/read-audit'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import { StoreError } from '../../../../cloudfunctions/shared/store/store-error'
import { createTestClock } from '../../../support/clock'

const keyPrefix = 'ww1:1000002'
const dayMs = 24 * 60 * 60_000

const setUp = () => {
  const clock = createTestClock()
  const store = createMemoryStore(clock)
  const lost: AuditKind[] = []
  const options = { clock, keyPrefix, keepDays: 180, random: randomBytes }
  const audit = createAudit({ ...options, store, onLost: (kind) => lost.push(kind) })
  const read = async (query: Partial<AuditQuery> = {}) => {
    const found = []
    for await (const record of readAudit({ store, keyPrefix, since: 0, ...query }))
      found.push(record)
    return found
  }
  return { clock, store, options, audit, lost, read }
}

const signIn = (userId: string): AuditEntry => ({
  kind: 'signIn',
  userId,
  via: 'wecom-miniprogram',
  client: 'android',
})

test('records come back in the order in which they were made', async () => {
  const { audit, clock, read } = setUp()
  const from = clock.now()
  await audit.record(signIn('zhangsan'))
  clock.advance(1)
  await audit.record({ kind: 'revoked', userId: 'zhangsan', by: 'event', reason: 'unsubscribed' })
  clock.advance(9)
  await audit.record({ kind: 'restored', userId: 'zhangsan', by: 'event' })
  expect((await read()).map(({ kind, at }) => [kind, at - from])).toEqual([
    ['signIn', 0],
    ['revoked', 1],
    ['restored', 10],
  ])
})

test('a thousand records of one moment are a thousand records', async () => {
  const { audit, read } = setUp()
  await Promise.all(Array.from({ length: 1000 }, (_, n) => audit.record(signIn(`u${n}`))))
  expect(new Set((await read()).map(({ userId }) => userId)).size).toBe(1000)
})

test('a reader begins at its time, which counts', async () => {
  const { audit, clock, read } = setUp()
  await audit.record(signIn('before'))
  clock.advance(1)
  const since = clock.now()
  await audit.record(signIn('then'))
  clock.advance(dayMs)
  await audit.record(signIn('later'))
  expect((await read({ since })).map(({ userId }) => userId)).toEqual(['then', 'later'])
})

test('a reader may ask for one person, in any spelling', async () => {
  const { audit, read } = setUp()
  for (const userId of ['ZhangSan', 'lisi', 'zhangsan2']) await audit.record(signIn(userId))
  const found = await read({ userId: 'zhangsan' })
  expect(found.map(({ userId }) => userId)).toEqual(['ZhangSan'])
})

test('another app’s records are not ours', async () => {
  const { audit, read } = setUp()
  await audit.record(signIn('zhangsan'))
  expect(await read({ keyPrefix: 'ww1:100000' })).toEqual([])
})

test('a record is kept for the days that were asked for, and no longer', async () => {
  const { audit, clock, read } = setUp()
  await audit.record(signIn('zhangsan'))
  clock.advance(180 * dayMs - 1)
  expect(await read()).toHaveLength(1)
  clock.advance(1)
  expect(await read()).toEqual([])
})

test('a store that is away keeps nobody out; what was lost is reported', async () => {
  const { options } = setUp()
  const lost: AuditKind[] = []
  const store = { insert: () => Promise.reject(new StoreError('away', 'insert')) }
  const audit = createAudit({ ...options, store, onLost: (kind) => lost.push(kind) })
  await expect(audit.record(signIn('zhangsan'))).resolves.toBeUndefined()
  expect(lost).toEqual(['signIn'])
})

test('strangers can’t fill the store; who is known by name is recorded', async () => {
  const { audit, clock, read } = setUp()
  const refused = { kind: 'signInRefused', via: 'wecom-miniprogram', client: 'unknown' } as const
  await audit.record({ ...refused, reason: 'CODE_REFUSED' })
  await audit.record({ ...refused, reason: 'OTHER_CORP' })
  clock.advance(1)
  await audit.record({ ...refused, reason: 'MEMBER_DISABLED', userId: 'wangwu' })
  expect(await read()).toMatchObject([
    { reason: 'OTHER_CORP' },
    { reason: 'MEMBER_DISABLED', userId: 'wangwu' },
  ])
})

test('what somebody has put there by hand is passed over', async () => {
  const { audit, store, read } = setUp()
  await audit.record(signIn('zhangsan'))
  for (const [key, value] of Object.entries({
    a: 'text',
    b: null,
    c: { kind: 'toString', at: 1 },
  })) {
    await store.put(`${keyPrefix}:audit:9999${key}`, value, dayMs)
  }
  expect(await read()).toHaveLength(1)
})
