/** What is on record of who came in, who was shut out and why: read from the store that the functions wrote. */
import * as sdk from '@cloudbase/node-sdk'
import { readAudit } from '../../cloudfunctions/shared/audit/read-audit'
import { systemClock as clock } from '../../cloudfunctions/shared/runtime/clock'
import { createCloudbaseStore } from '../../cloudfunctions/shared/store/cloudbase-store'
import type { Stack } from '../../scripts/stack'
import { sdkEnvironment } from '../../simulator/cloudbase/environment'
import { ask, signInAs, startTestStack } from '../support/stack'

jest.setTimeout(60_000)

const keyPrefix = 'ww5eed000000000001:1000002'

/** What happened, without the times. */
const onRecord = async (stack: Stack): Promise<object[]> => {
  const before = { ...process.env }
  Object.assign(process.env, sdkEnvironment(stack.url, 'local'))
  const store = createCloudbaseStore({ loadSdk: async () => sdk, clock })
  const records: object[] = []
  for await (const { at, ...record } of readAudit({ store, keyPrefix, since: 0 })) {
    expect(at).toBeGreaterThan(0)
    records.push(record)
  }
  process.env = before
  return records
}
const enter = async (stack: Stack, userId: string): Promise<string> => {
  const { reply } = await signInAs(stack, userId)
  return reply.ok ? reply.data.session.token : reply.error.code
}

test('sign-ins, refusals and sign-outs are on record, with who and why and nothing more', async () => {
  const stack = await startTestStack({ environment: { PROFILE_MINUTES: '0' } })
  const [one, other] = [await enter(stack, 'zhangsan'), await enter(stack, 'zhangsan')]
  await ask(stack, { action: 'signOut' }, one)
  await ask(stack, { action: 'signOut', everywhere: true }, other)
  await enter(stack, 'yuanhong')
  await signInAs(stack, 'zhengyuan', 'ww5eed000000000002')
  await ask(stack, { action: 'signIn', jsCode: 'made-up' })
  const third = await enter(stack, 'lisi')
  stack.simulator?.editMember('lisi', { status: 2 })
  await ask(stack, { action: 'renew' }, third)
  const records = await onRecord(stack)
  await stack.close()

  const via = 'wecom-miniprogram'
  const client = 'unknown'
  expect(records).toEqual([
    { kind: 'signIn', userId: 'zhangsan', via, client },
    { kind: 'signIn', userId: 'zhangsan', via, client },
    { kind: 'signedOut', userId: 'zhangsan', via, extent: 'oneSession' },
    { kind: 'signedOut', userId: 'zhangsan', via, extent: 'allSessions' },
    { kind: 'signInRefused', userId: 'yuanhong', via, client, reason: 'MEMBER_DISABLED' },
    { kind: 'signInRefused', via, client, reason: 'OTHER_CORP' },
    // A code that nobody gave is on record nowhere: it would cost a stranger nothing.
    { kind: 'signIn', userId: 'lisi', via, client },
    { kind: 'revoked', userId: 'lisi', reason: 'disabled', by: 'signIn' },
  ])
  for (const secret of [one, other, third]) expect(JSON.stringify(records)).not.toContain(secret)
})
