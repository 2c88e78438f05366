import type { Reply, SignInResult } from '../../../typings/api'
import { identity } from '../../../cloudfunctions/identity/define'
import type { AuditRecord } from '../../../cloudfunctions/shared/audit/audit-record'
import { readAudit } from '../../../cloudfunctions/shared/audit/read-audit'
import { loadConfig } from '../../../cloudfunctions/shared/runtime/config'
import { createMain } from '../../../cloudfunctions/shared/runtime/serve'
import { createMemoryStore } from '../../../cloudfunctions/shared/store/memory-store'
import { createKeyRing } from '../../../scripts/key-ring'
import { createTestClock } from '../../support/clock'
import { call } from '../../support/invoke'
import { startUpstream, type Upstream } from '../../support/upstream'
import vectors from '../../vectors/seed-replies.json'

const corpId = 'ww1234567890abcdef'
const deviceId = 'c0ffee00c0ffee00c0ffee00c0ffee00'
const caller = { corpid: corpId, userid: 'zhangsan', session_key: 'kJtdi6RF+Dv67QkbLlPGjw==' }

let upstream: Upstream
beforeEach(async () => {
  upstream = await startUpstream()
  upstream.answer('/cgi-bin/gettoken', vectors['gettoken ok'])
  upstream.answer('/cgi-bin/user/get', vectors['user/get ok'])
  upstream.answer('/cgi-bin/department/list', { errcode: 0, department: [] })
})
afterEach(() => upstream.close())

/** Signs somebody in whom jscode2session tells like this. */
const signIn = async (told: object) => {
  upstream.answer('/cgi-bin/miniprogram/jscode2session', { ...caller, ...told })
  const clock = createTestClock()
  const store = createMemoryStore(clock)
  const lines: string[] = []
  const environment = {
    WECOM_CORP_ID: corpId,
    WECOM_AGENT_ID: '1000002',
    WECOM_CORP_SECRET: 'the-secret-of-the-app',
    WECOM_API_BASE: upstream.url,
    STORE: 'memory',
    SESSION_KEYS: JSON.stringify(createKeyRing(clock.now())),
  }
  const config = loadConfig(environment, identity.needs)
  const main = createMain(
    'identity',
    (surroundings) => identity.define({ ...surroundings, config, openStore: () => store }),
    { environment, clock, write: (line) => lines.push(line) },
  )
  const reply = (await call(main, { action: 'signIn', jsCode: 'CODE' })) as Reply<SignInResult>
  const records: AuditRecord[] = []
  for await (const record of readAudit({ store, keyPrefix: `${corpId}:1000002`, since: 0 }))
    records.push(record)
  return { reply, records, lines }
}

test('a device that jscode2session tells stands in the audit, and in no token, reply or log', async () => {
  const { reply, records, lines } = await signIn({ deviceid: deviceId })
  expect(records).toMatchObject([{ kind: 'signIn', userId: 'zhangsan', deviceId }])
  if (!reply.ok) throw new Error(reply.error.code)
  const [, claims = ''] = reply.data.session.token.split('.')
  const said = Buffer.from(claims, 'base64url').toString('utf8')
  expect(said).toContain('"sub":"zhangsan"')
  expect(JSON.stringify([reply, lines, said])).not.toContain(deviceId)
})

test('the device of somebody of another corp is told beside the refusal, and their name is not', async () => {
  const { records } = await signIn({ corpid: 'wwffffffffffffffff', deviceid: deviceId })
  expect(records).toMatchObject([{ kind: 'signInRefused', reason: 'OTHER_CORP', deviceId }])
  expect(records[0]).not.toHaveProperty('userId')
})

test.each(['', undefined, 7, ['a'], 'no device'])(
  'who has the deviceid %j comes in all the same, without one',
  async (deviceid) => {
    const { reply, records } = await signIn({ deviceid })
    expect(reply.ok).toBe(true)
    expect(records).toMatchObject([{ kind: 'signIn' }])
    expect(records[0]).not.toHaveProperty('deviceId')
  },
)
