/** What people may see, and how it changes when their place in the company does. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
// Loaded before the first call, which does not wait for jest to transform it.
import '@cloudbase/node-sdk'
import type { Employee, Reply, SignInResult, WorkbenchContent } from '../../typings/api'
import { identity } from '../../cloudfunctions/identity/define'
import type { Main } from '../../cloudfunctions/shared/runtime/serve'
import { serveFunction } from '../../cloudfunctions/shared/runtime/serve-function'
import { collectionName } from '../../cloudfunctions/shared/store/cloudbase-collection'
import { workbench } from '../../cloudfunctions/workbench/define'
import { functionEnvironments } from '../../scripts/function-environments'
import { createKeyRing } from '../../scripts/key-ring'
import { inRoot } from '../../scripts/paths'
import { createCloudbase } from '../../simulator/cloudbase/cloudbase'
import { sdkEnvironment } from '../../simulator/cloudbase/environment'
import { createSimulator, seedCompany } from '../../simulator/wecom/wecom'
import { createTestClock } from '../support/clock'
import { call } from '../support/invoke'
import { askFunction, signInAs, startTestStack } from '../support/stack'

jest.setTimeout(30_000)

const minuteMs = 60_000
const content = parse(
  readFileSync(inRoot('cloudfunctions', 'workbench', 'content.yaml'), 'utf8'),
) as unknown

/** A company, a database and the two functions, each an instance of its own, on a clock that stands. */
const openRig = async () => {
  const clock = createTestClock(Date.UTC(2026, 10, 20, 2))
  const company = seedCompany()
  const [app] = company.apps
  const simulator = createSimulator({ company, clock })
  const wecom = await simulator.listen()
  const cloudbase = createCloudbase({
    functionsRoot: inRoot('dist', 'cloudfunctions'),
    functions: {},
    routes: {},
    database: { collections: [collectionName] },
  })
  const database = await cloudbase.listen()
  const before = { ...process.env }
  Object.assign(process.env, sdkEnvironment(database.url, 'local'))
  const environments = functionEnvironments({
    WECOM_CORP_ID: company.corpId,
    WECOM_AGENT_ID: String(app?.agentId),
    WECOM_CORP_SECRET: app?.secret ?? '',
    WECOM_API_BASE: wecom.url,
    SESSION_KEYS: JSON.stringify(createKeyRing(clock.now())),
    ROLES: JSON.stringify({ hr: { tagIds: [2] }, lecturer: { tagIds: [1] } }),
  })
  const lines: string[] = []
  const machine = (name: string) => ({
    environment: environments[name]?.environment ?? {},
    clock,
    write: (line: string) => void lines.push(line),
  })
  const identityInstance = () => serveFunction('identity', identity, machine('identity'))
  const workbenchInstance = () =>
    serveFunction('workbench', workbench(content), machine('workbench'))
  return {
    clock,
    simulator,
    lines,
    identityInstance,
    workbenchInstance,
    async close() {
      process.env = before
      await wecom.close()
      await database.close()
    },
  }
}

let rig: Awaited<ReturnType<typeof openRig>>
let identityMain: Main
let workbenchMain: Main
beforeEach(async () => {
  rig = await openRig()
  identityMain = rig.identityInstance()
  workbenchMain = rig.workbenchInstance()
})
afterEach(() => rig.close())

const dataOf = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.data
}
const signIn = async (userId: string): Promise<string> => {
  const jsCode = rig.simulator.issueCode({ platform: 'wecom', userId })
  const reply = await call(identityMain, { action: 'signIn', jsCode })
  return dataOf<SignInResult>(reply).session.token
}
const profileOf = async (session: string): Promise<Employee> =>
  dataOf<{ employee: Employee }>(await call(identityMain, { action: 'profile', session })).employee
const idsIn = ({ groups, notices }: WorkbenchContent): string[] => [
  ...groups.flatMap(({ entries }) => entries.map(({ id }) => id)),
  ...notices.map(({ id }) => id),
]
const seenBy = async (session: string, claims: object = {}): Promise<string[]> =>
  idsIn(dataOf(await call(workbenchMain, { action: 'content', session, ...claims })))

const forAll = ['attendance', 'expenses']
test.each([
  ['陈启明, without a visible department', 'chenqiming', [...forAll, 'welcome']],
  [
    '张三, who leads a group of 平台部 and lectures',
    'zhangsan',
    [
      ...forAll,
      ...['release-calendar', 'on-call', 'architecture-reviews', 'lecture-booking', 'team'],
      ...['review-season', 'welcome'],
    ],
  ],
  ['李四, who is in that group', 'lisi', [...forAll, 'release-calendar', 'on-call', 'welcome']],
  [
    '叶知秋, in 研发中心 outside 平台部',
    'yezhiqiu',
    [
      ...forAll,
      ...['release-calendar', 'architecture-reviews', 'team'],
      ...['database-upgrade', 'review-season', 'welcome'],
    ],
  ],
  ['罗志强, in sales', 'luozhiqiang', [...forAll, 'visits', 'welcome']],
  [
    '唐敏, whose department bears the tag 人事',
    'tangmin',
    [...forAll, 'lecture-booking', 'roster', 'payroll', 'team', 'review-season', 'welcome'],
  ],
  ['冯雪, in the same department', 'fengxue', [...forAll, 'roster', 'welcome']],
])('%s sees what is for them', async (_who, userId, expected) => {
  expect(await seenBy(await signIn(userId))).toEqual(expected)
})

test('whoever moves to another department sees the other content, half a minute after a re-check', async () => {
  const session = await signIn('lisi')
  expect(await seenBy(session)).toContain('on-call')
  rig.simulator.editMember('lisi', { departments: [8], mainDepartment: 8, directLeaders: [] })
  rig.clock.advance(5 * minuteMs)
  const [department] = (await profileOf(session)).departments
  expect(department?.path).toEqual(['销售中心', '华南大区'])
  rig.clock.advance(30_000)
  expect(await seenBy(session)).toEqual([...forAll, 'visits', 'welcome'])
})

test('a tag that is given is a role ten minutes and a re-check later, and gone again when it is taken', async () => {
  const session = await signIn('lisi')
  expect(await seenBy(session)).not.toContain('lecture-booking')
  const afterRecheck = async () => {
    rig.clock.advance(10 * minuteMs)
    const { roles } = await profileOf(session)
    rig.clock.advance(30_000)
    return { roles, sees: (await seenBy(session)).includes('lecture-booking') }
  }
  rig.simulator.editTag(1, { members: ['lisi'] })
  expect(await afterRecheck()).toEqual({ roles: ['lecturer'], sees: true })
  rig.simulator.editTag(1, { members: [] })
  expect(await afterRecheck()).toEqual({ roles: [], sees: false })
})

test('a tag that was deleted nobody has, and people still come in', async () => {
  rig.simulator.removeTag(2)
  expect(await seenBy(await signIn('fengxue'))).toEqual([...forAll, 'welcome'])
  expect(rig.lines.filter((line) => line.includes('"tagRefused","tagId":2'))).toHaveLength(1)
})

test('what the caller says about themselves changes nothing', async () => {
  const session = await signIn('lisi')
  const claims = {
    userId: 'tangmin',
    roles: ['hr'],
    departments: [1],
    standing: { departmentIds: [10], lineage: [1, 2, 7, 10], leads: [1], roles: ['hr'] },
    userInfo: { openId: 'tangmin' },
  }
  expect(await seenBy(session, claims)).toEqual(await seenBy(session))
})

test('without a session, or with one that has ended, there is nothing to see', async () => {
  const session = await signIn('lisi')
  await seenBy(session)
  const codeFor = async (given?: string) => {
    const reply = await call(workbenchMain, { action: 'content', ...(given && { session: given }) })
    return reply.ok ? 'ok' : reply.error.code
  }
  expect(await codeFor()).toBe('SESSION_REFUSED')
  await call(identityMain, { action: 'signOut', session })
  rig.clock.advance(30_000)
  expect(await codeFor(session)).toBe('SESSION_REFUSED')
})

test('the second of two cold instances asks WeCom for no department and no tag', async () => {
  await signIn('lisi')
  const asked = () => rig.lines.filter((line) => /department\/list|tag\/get/.test(line)).length
  const before = asked()
  expect(before).toBe(3)
  identityMain = rig.identityInstance()
  await signIn('zhangsan')
  expect(asked()).toBe(before)
})

test('as it is deployed, over HTTP, it answers who has a session and refuses who has none', async () => {
  const stack = await startTestStack()
  try {
    const { reply } = await signInAs(stack, 'fengxue')
    const { token } = dataOf(reply).session
    const ask = (body: object, session?: string) =>
      askFunction<WorkbenchContent>(stack, 'workbench', body, session)
    const answer = await ask({ action: 'content' }, token)
    expect([answer.status, idsIn(dataOf(answer.reply))]).toEqual([
      200,
      [...forAll, 'roster', 'welcome'],
    ])
    expect((await ask({ action: 'content' })).status).toBe(401)
  } finally {
    await stack.close()
  }
})
