/** The example of docs/with-employee.md, word for word, as a deployed function. */
import * as sdk from '@cloudbase/node-sdk'
import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import type { Reply } from '../../../../typings/api'
import type { Standing } from '../../../../cloudfunctions/shared/directory/standing'
import { createEmployees } from '../../../../cloudfunctions/shared/employees/employees'
import { readKeyRing } from '../../../../cloudfunctions/shared/session/key-ring'
import { createSessionTokens } from '../../../../cloudfunctions/shared/session/session-token'
import { createSessions } from '../../../../cloudfunctions/shared/session/sessions'
import { collectionName } from '../../../../cloudfunctions/shared/store/cloudbase-collection'
import { createCloudbaseStore } from '../../../../cloudfunctions/shared/store/cloudbase-store'
import { systemClock as clock } from '../../../../cloudfunctions/shared/runtime/clock'
import { createKeyRing, publicHalves } from '../../../../scripts/key-ring'
import { inRoot } from '../../../../scripts/paths'
import { createCloudbase, type Cloudbase } from '../../../../simulator/cloudbase/cloudbase'
import { sdkEnvironment } from '../../../../simulator/cloudbase/environment'
import { createFunctionFolder } from '../../../support/function-folder'
import { codeOf, someone } from '../../../support/invoke'
import { personOf } from '../employees/people'

jest.setTimeout(30_000)

const exampleOf = (page: string): string =>
  /```ts\n(.*?)```/s.exec(readFileSync(inRoot('docs', page), 'utf8'))?.[1] ?? ''

const bundle = async (source: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: inRoot('cloudfunctions', 'identity'), loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    define: { BUILT_STORE: '"cloudbase"' },
  })
  return outputFiles[0]?.text ?? ''
}

const app = { corpId: 'ww1', agentId: 7 }
const keys = createKeyRing()
const tokens = createSessionTokens({ ring: readKeyRing(JSON.stringify(keys)), ...app, clock })
const sessions = createSessions({ tokens, lifeSeconds: 1800, longestSeconds: 28_800, clock })

let cloudbase: Cloudbase
let url: string
let end: () => Promise<void>
let employees: ReturnType<typeof createEmployees>

beforeAll(async () => {
  const folder = createFunctionFolder({ salary: await bundle(exampleOf('with-employee.md')) })
  cloudbase = createCloudbase({
    functionsRoot: folder.root,
    functions: {
      salary: {
        environment: {
          WECOM_CORP_ID: app.corpId,
          WECOM_AGENT_ID: `${app.agentId}`,
          SESSION_PUBLIC_KEYS: JSON.stringify(publicHalves(keys)),
        },
      },
    },
    routes: { '/api/salary': 'salary' },
    database: { collections: [collectionName] },
  })
  const listening = await cloudbase.listen()
  url = listening.url
  const before = { ...process.env }
  Object.assign(process.env, sdkEnvironment(url, 'local'))
  const store = createCloudbaseStore({ loadSdk: async () => sdk, clock })
  employees = createEmployees({ store, keyPrefix: 'ww1:7', clock, madeBy: 'rules' })
  end = async () => {
    process.env = before
    await listening.close()
    folder.remove()
  }
})
afterAll(() => end())

/** Signs somebody in, and gives their session. */
const enter = async (userId: string, standing: Partial<Standing> = {}): Promise<string> => {
  const { session, live } = sessions.issue({ userId, via: 'wecom-miniprogram' })
  const person = personOf(userId)
  const known = { ...person, standing: { ...person.standing, ...standing } }
  await employees.admit(known, live, clock.now())
  return session.token
}
const post = async (action: string, session?: string) => {
  const response = await fetch(`${url}/api/salary`, {
    method: 'POST',
    headers: session ? { authorization: `Bearer ${session}` } : {},
    body: JSON.stringify({ action, userId: 'lisi', employee: { userId: 'lisi' } }),
  })
  return { status: response.status, reply: (await response.json()) as Reply<unknown> }
}

test('the function knows its caller, over HTTP and by callFunction, whatever the call says', async () => {
  const session = await enter('zhangsan')
  expect((await post('mine', session)).reply).toEqual({ ok: true, data: { salary: 30_000 } })
  const called = await cloudbase.callFunction(
    'salary',
    { action: 'mine', session, userId: 'lisi' },
    someone,
  )
  expect(called).toEqual({ ok: true, data: { salary: 30_000 } })
})

test.each([
  ['a role', { roles: ['hr'] }],
  ['a department', { departmentIds: [8], lineage: [8, 1] }],
  ['a department below it', { departmentIds: [99], lineage: [99, 8, 1] }],
])('an action is open by %s', async (_, standing) => {
  const { status, reply } = await post('all', await enter('wangwu', standing))
  expect([status, reply]).toEqual([200, { ok: true, data: { zhangsan: 30_000, lisi: 20_000 } }])
})

test('an employee whom an action is not for is told so, and nothing else', async () => {
  const { status, reply } = await post('all', await enter('zhaoliu', { roles: ['HR', 'lead'] }))
  expect([status, codeOf(reply)]).toEqual([403, 'NOT_ALLOWED'])
  expect(JSON.stringify(reply)).not.toContain('30000')
})

test('without a session that counts nobody gets anywhere, all in the same words', async () => {
  const session = await enter('sunqi')
  await employees.endSessions('sunqi')
  const foreign = createSessionTokens({
    ring: readKeyRing(JSON.stringify(createKeyRing())),
    ...app,
    clock,
  }).sign(
    { userId: 'zhangsan', via: 'wecom-miniprogram', sessionId: 'A'.repeat(22) },
    { issuedAt: clock.now(), expiresAt: clock.now() + 1_800_000 },
  )
  const neverWritten = sessions.issue({ userId: 'nobody', via: 'wecom-miniprogram' }).session.token
  const answers = await Promise.all(
    [undefined, session, foreign, neverWritten].map((given) => post('mine', given)),
  )
  const heard = answers.map(({ status, reply }) =>
    JSON.stringify([status, reply.ok || { ...reply.error, traceId: '' }]),
  )
  expect(new Set(heard).size).toBe(1)
  expect(heard[0]).toContain('[401,{"code":"SESSION_REFUSED"')
})

test('nobody decides by a profile that WeCom has called old: the next sign-in asks it', async () => {
  const session = await enter('zhengshi', { roles: ['hr'] })
  await employees.forgetProfile('zhengshi')
  const { status, reply } = await post('all', session)
  expect([status, reply]).toMatchObject([
    401,
    { error: { code: 'SESSION_REFUSED', retry: 'signIn' } },
  ])
  const again = await enter('zhengshi', { roles: ['hr'] })
  expect((await post('all', again)).status).toBe(200)
})

test('a sign-in of another instance counts at once; a sixth ends the first', async () => {
  const first = await enter('zhouba')
  expect((await post('mine', first)).status).toBe(200)
  const others: string[] = []
  for (let n = 0; n < 5; n++) others.push(await enter('zhouba'))
  for (const session of others) expect((await post('mine', session)).status).toBe(200)
  expect((await post('mine', first)).status).toBe(401)
})

test('what is not an action is bad input, known or not', async () => {
  expect((await post('toString', await enter('wujiu'))).status).toBe(400)
})
