/** npm run audit: one command for the records of this machine, of a Redis and of the cloud. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import * as ioredis from 'ioredis'
import * as sdk from '@cloudbase/node-sdk'
import { createAudit } from '../../cloudfunctions/shared/audit/audit'
import type { AuditRecord } from '../../cloudfunctions/shared/audit/audit-record'
import { createCloudbaseStore } from '../../cloudfunctions/shared/store/cloudbase-store'
import { readRedisUrl } from '../../cloudfunctions/shared/store/redis-nodes'
import { createRedisStore } from '../../cloudfunctions/shared/store/redis-store'
import type { Store } from '../../cloudfunctions/shared/store/store'
import { auditLine, sinceOf } from '../../scripts/audit-lines'
import { databaseFileOf } from '../../scripts/local-database'
import { inRoot } from '../../scripts/paths'
import { createCloudbase } from '../../simulator/cloudbase/cloudbase'
import { sdkEnvironment } from '../../simulator/cloudbase/environment'
import { loadCompany, seedCompany } from '../../simulator/wecom/wecom'
import { signInAs, startTestStack } from '../support/stack'
import { describeWithRedis, startRedis } from '../support/redis'

jest.setTimeout(60_000)

const now = Date.parse('2026-11-02T09:00:00Z')
const dayMs = 24 * 60 * 60_000
const app = { WECOM_CORP_ID: 'ww1', WECOM_AGENT_ID: '7' }

describe('--since', () => {
  test.each([
    ['30m', now - 30 * 60_000],
    ['12h', now - dayMs / 2],
    ['7d', now - 7 * dayMs],
    ['2026-11-01', Date.parse('2026-11-01')],
  ])('%s', (text, at) => {
    expect(sinceOf(text, now)).toBe(at)
  })
  test.each(['', '7', '7w', 'yesterday', '2026-13-01', '-1d'])('is no %j', (text) => {
    expect(() => sinceOf(text, now)).toThrow('--since: 30m')
  })
})

test('a line says who, what, by which way and why', () => {
  const via = 'wecom-miniprogram'
  const records: AuditRecord[] = [
    { kind: 'signIn', userId: 'zhangsan', via, client: 'ios', at: now },
    { kind: 'signInRefused', via, client: 'unknown', reason: 'OTHER_CORP', at: now },
    { kind: 'signIn', userId: 'lisi', via: 'web', client: 'ios', deviceId: 'A7', at: now },
    { kind: 'signedOut', userId: 'zhangsan', via, extent: 'allSessions', at: now },
    { kind: 'revoked', userId: 'lisi', reason: 'deleted', by: 'contactEvent', at: now },
    { kind: 'restored', userId: 'lisi', by: 'event', at: now },
  ]
  expect(
    records.map((record) => auditLine(record).replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, 'T')),
  ).toEqual([
    'T  登录     signed in   zhangsan  wecom-miniprogram  ios',
    'T  登录被拒 refused     –  wecom-miniprogram  unknown  OTHER_CORP',
    'T  登录     signed in   lisi  web  ios  设备 device A7',
    'T  退出     signed out  zhangsan  wecom-miniprogram  allSessions',
    'T  会话收回 revoked     lisi  deleted  ← contactEvent',
    'T  可再登录 restored    lisi  ← event',
  ])
})

const run = (environment: Record<string, string>, ...parameters: string[]) =>
  promisify(execFile)(process.execPath, [inRoot('scripts', 'run.cjs'), 'audit', ...parameters], {
    env: { PATH: process.env.PATH ?? '', ...environment },
  })

const write = async (store: Store) => {
  const record = (at: number, userId: string) =>
    createAudit({
      store,
      keyPrefix: 'ww1:7',
      clock: { now: () => at },
      keepDays: 180,
      random: randomBytes,
      onLost: () => undefined,
    }).record({ kind: 'restored', userId, by: 'event' })
  await record(Date.now() - 10 * dayMs, 'long-ago')
  await record(Date.now() - 2 * dayMs, 'zhangsan')
  await record(Date.now() - dayMs, 'lisi')
}
const usersIn = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as AuditRecord).userId)

test('the cloud is read with an API key', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-audit-'))
  const database = { collections: ['gongpai_store'] }
  const cloudbase = createCloudbase({ functionsRoot: folder, functions: {}, routes: {}, database })
  const { url, close } = await cloudbase.listen()
  const cloud = sdkEnvironment(url, 'production')
  const before = { ...process.env }
  Object.assign(process.env, cloud)
  await write(createCloudbaseStore({ loadSdk: async () => sdk, clock: { now: Date.now } }))
  process.env = before
  const environment = { ...cloud, ...app, TCB_ENV: 'production' }

  expect(usersIn((await run(environment, '--since', '7d', '--json')).stdout)).toEqual([
    'zhangsan',
    'lisi',
  ])
  const { stdout } = await run(environment, '--since', '7d', '--user', 'LISI')
  expect(stdout.split('\n')).toEqual([expect.stringMatching(/restored {4}lisi {2}← event$/), ''])
  expect((await run({ ...environment, WECOM_AGENT_ID: '8' })).stdout).toContain('No records')
  await close()
  rmSync(folder, { recursive: true })
})

test('this machine is read from where npm start keeps it', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-audit-'))
  const companyFile = path.join(folder, 'company.json')
  // No other start on this machine has the same.
  const own = { ...seedCompany(), name: `启明 ${folder}` }
  writeFileSync(companyFile, JSON.stringify(own))
  const company = loadCompany(readFileSync(companyFile, 'utf8'), companyFile)
  const databaseFile = databaseFileOf(company)
  const stack = await startTestStack({ company, databaseFile })
  await signInAs(stack, 'zhangsan')
  await stack.close()

  const { stdout } = await run({}, '--company', companyFile)
  expect(stdout).toMatch(/signed in {3}zhangsan {2}wecom-miniprogram {2}unknown\n$/)
  rmSync(databaseFile)
  const failure = run({}, '--company', companyFile)
  await expect(failure).rejects.toMatchObject({ stderr: expect.stringContaining('npm start') })
  rmSync(folder, { recursive: true })
})

describeWithRedis('with a real Redis', () => {
  test('Redis is read by its URL', async () => {
    const redis = await startRedis()
    const store = createRedisStore({
      loadRedis: async () => ioredis,
      nodes: readRedisUrl(redis.url),
    })
    await write(store)
    await store.close()
    const environment = { ...app, STORE: 'redis', REDIS_URL: redis.url }
    expect(usersIn((await run(environment, '--since', '30d', '--json')).stdout)).toEqual([
      'long-ago',
      'zhangsan',
      'lisi',
    ])
    await redis.close()
  })
})

test('what is missing is said, and no variable’s value', async () => {
  const failure = await run({ STORE: 'redis', REDIS_URL: 'secret-thing' }).catch(
    (error: unknown) => error as { stderr: string },
  )
  expect(failure).toMatchObject({ stderr: expect.stringContaining('WECOM_CORP_ID is missing') })
  expect(String((failure as { stderr: string }).stderr)).not.toContain('secret-thing')
})
