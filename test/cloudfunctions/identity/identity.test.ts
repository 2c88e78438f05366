import type { Employee, Reply, SignInResult } from '../../../typings/api'
import { serveFunction } from '../../../cloudfunctions/shared/runtime/serve-function'
import { identity } from '../../../cloudfunctions/identity/define'
import { createKeyRing } from '../../../scripts/key-ring'
import { createTestClock } from '../../support/clock'
import { call, codeOf } from '../../support/invoke'
import { startUpstream, type Upstream } from '../../support/upstream'
import vectors from '../../vectors/seed-replies.json'

let upstream: Upstream
let lines: string[]

const corpId = 'ww1234567890abcdef'
const environment = () => ({
  WECOM_CORP_ID: corpId,
  WECOM_AGENT_ID: '1000002',
  WECOM_CORP_SECRET: 'the-secret-of-the-app',
  WECOM_API_BASE: upstream.url,
  STORE: 'memory',
  SESSION_KEYS: JSON.stringify(createKeyRing(Date.UTC(2026, 0, 1))),
})
const createMain = (clock = createTestClock()) =>
  serveFunction('identity', identity, {
    environment: environment(),
    clock,
    write: (line) => lines.push(line),
  })
let codes = 0
const signIn = async (main = createMain(), jsCode = `CODE-${++codes}`) =>
  (await call(main, { action: 'signIn', jsCode })) as Reply<SignInResult>
const caller = {
  corpid: corpId,
  userid: 'zhangsan',
  session_key: 'kJtdi6RF+Dv67QkbLlPGjw==',
  deviceid: '',
}
const member = {
  ...vectors['user/get ok'],
  department: [3],
  main_department: 3,
  is_leader_in_dept: [1],
}

beforeEach(async () => {
  lines = []
  upstream = await startUpstream()
  upstream.answer('/cgi-bin/gettoken', vectors['gettoken ok'])
  upstream.answer('/cgi-bin/miniprogram/jscode2session', caller)
  upstream.answer('/cgi-bin/user/get', member)
  upstream.answer('/cgi-bin/department/list', {
    errcode: 0,
    department: [
      { id: 1, name: '启明科技', parentid: 0 },
      { id: 2, name: '研发中心', parentid: 1 },
      { id: 3, name: '平台部', parentid: 2 },
    ],
  })
})
afterEach(() => upstream.close())

describe('signIn', () => {
  test('gives a session, and the employee with the full path of the department', async () => {
    const reply = await signIn()
    if (!reply.ok) throw new Error(reply.error.code)
    expect(reply.data.employee).toMatchObject({ corpId, userId: 'zhangsan', name: '张三' })
    expect(reply.data.employee.departments).toEqual([
      { id: 3, name: '平台部', path: ['研发中心', '平台部'], leader: true, main: true },
    ])
    expect(reply.data.session.lifeSeconds).toBe(1800)
  })

  test('is refused to a person of another corp, whom WeCom does not refuse', async () => {
    upstream.answer('/cgi-bin/miniprogram/jscode2session', {
      ...caller,
      corpid: 'wwffffffffffffffff',
      userid: `wo${'A'.repeat(30)}`,
    })
    expect(codeOf(await signIn())).toBe('OTHER_CORP')
    expect(upstream.seen.map(({ path }) => path)).not.toContain('/cgi-bin/user/get')
  })

  test('says that the mini program is not linked, when our own corp answers an encrypted id', async () => {
    upstream.answer('/cgi-bin/miniprogram/jscode2session', {
      ...caller,
      userid: `wo${'A'.repeat(30)}`,
    })
    upstream.answer('/cgi-bin/user/get', { errcode: 60111, errmsg: 'userid not found' })
    const reply = await signIn()
    expect(reply).toMatchObject({ error: { code: 'MINIPROGRAM_NOT_LINKED' } })
    if (reply.ok) return
    expect(reply.error.message).toMatch(/关联小程序.*Secret/)
    expect(reply.error.message).toMatch(/link it .* or use the secret/)
  })

  test('lets in a person whose real id happens to look encrypted', async () => {
    const userid = `wo${'A'.repeat(30)}`
    upstream.answer('/cgi-bin/miniprogram/jscode2session', { ...caller, userid })
    upstream.answer('/cgi-bin/user/get', { ...member, userid })
    expect(codeOf(await signIn())).toBe('ok')
  })

  test.each([
    [90206, 'MINIPROGRAM_NOT_LINKED', 'no'],
    [40029, 'CODE_REFUSED', 'signIn'],
    [60020, 'IP_NOT_TRUSTED', 'later'],
  ])('errcode %i at the exchange becomes %s with retry %s', async (errcode, code, retry) => {
    upstream.answer('/cgi-bin/miniprogram/jscode2session', { errcode, errmsg: 'no' })
    expect(await signIn()).toMatchObject({ error: { code, retry } })
  })

  test.each([
    [2, 'MEMBER_DISABLED'],
    [4, 'MEMBER_NOT_ACTIVATED'],
    [5, 'MEMBER_LEFT'],
  ])('is refused to a member of status %i', async (status, code) => {
    upstream.answer('/cgi-bin/user/get', { ...member, status })
    const reply = await signIn()
    expect(codeOf(reply)).toBe(code)
    expect(JSON.stringify(reply)).not.toContain('张三')
  })

  test.each([60111, 60011, 60021, 50002, 40003])(
    'is refused to a member whom the app can’t see: %i',
    async (errcode) => {
      upstream.answer('/cgi-bin/user/get', { errcode, errmsg: 'no' })
      expect(codeOf(await signIn())).toBe('MEMBER_NOT_VISIBLE')
    },
  )

  test('works with department ids alone, where names are forbidden', async () => {
    upstream.answer('/cgi-bin/department/list', { errcode: 60011, errmsg: 'no privilege' })
    upstream.answer('/cgi-bin/department/simplelist', {
      department_id: [{ id: 3, parentid: 2, order: 1 }],
    })
    const reply = await signIn()
    if (!reply.ok) throw new Error(reply.error.code)
    expect(reply.data.employee.departments).toMatchObject([{ id: 3, name: null, path: [] }])
    expect(reply.data.employee.withheld.departments).toBe('byWecom')
  })

  test.each([{}, { jsCode: 7 }, { jsCode: '' }, { jsCode: 'a&access_token=b' }, { jsCode: ['x'] }])(
    '%j is bad input and costs no call',
    async (given) => {
      expect(codeOf(await call(createMain(), { action: 'signIn', ...given }))).toBe('BAD_INPUT')
      expect(upstream.seen).toEqual([])
    },
  )

  test('twenty at once, cold, fetch one token and read the departments once', async () => {
    const main = createMain()
    const replies = await Promise.all(Array.from({ length: 20 }, () => signIn(main)))
    expect(replies.map(codeOf)).toEqual(Array(20).fill('ok'))
    const count = (path: string) => upstream.seen.filter((seen) => seen.path === path).length
    expect(count('/cgi-bin/gettoken')).toBe(1)
    expect(count('/cgi-bin/department/list')).toBe(1)
  })

  test('a rejected token is replaced once, and the sign-in goes on', async () => {
    const main = createMain()
    await signIn(main)
    upstream.answer('/cgi-bin/gettoken', { access_token: 'second', expires_in: 7200 })
    upstream.answer('/cgi-bin/miniprogram/jscode2session', ({ query }, response) => {
      const isFresh = query.get('access_token') === 'second'
      response.end(JSON.stringify(isFresh ? caller : { errcode: 42001, errmsg: 'expired' }))
    })
    expect(codeOf(await signIn(main))).toBe('ok')
  })

  test('no secret, token, code or session_key is in a reply or in the log', async () => {
    const answers = [{}, { errcode: 40029 }, { errcode: 48002 }]
    const printed: string[] = []
    for (const answer of answers) {
      if ('errcode' in answer) upstream.answer('/cgi-bin/miniprogram/jscode2session', answer)
      printed.push(JSON.stringify(await signIn()))
    }
    for (const secret of [
      'the-secret-of-the-app',
      'accesstoken000001',
      'CODE-',
      'kJtdi6RF',
      '13800000000',
    ]) {
      expect([...printed, ...lines].join()).not.toContain(secret)
    }
  })
})

describe('profile', () => {
  const profileOf = async (main: ReturnType<typeof createMain>, session?: string) =>
    (await call(main, { action: 'profile', ...(session && { session }) })) as Reply<{
      employee: Employee
    }>
  const signedIn = async (main: ReturnType<typeof createMain>): Promise<string> => {
    const reply = await signIn(main)
    if (!reply.ok) throw new Error(reply.error.code)
    return reply.data.session.token
  }

  test('is the employee of the session, whatever else the request says', async () => {
    const main = createMain()
    const session = await signedIn(main)
    const reply = await call(main, { action: 'profile', session, userId: 'lisi', corpId: 'ww2' })
    expect(reply).toMatchObject({ data: { employee: { userId: 'zhangsan', corpId } } })
  })

  test.each([undefined, 'a.b.c'])(
    'with the session %p is refused, with retry signIn',
    async (session) => {
      expect(await profileOf(createMain(), session)).toMatchObject({
        error: { code: 'SESSION_REFUSED', retry: 'signIn' },
      })
    },
  )

  test('a member whom WeCom no longer shows is out, with every session, as soon as it is asked', async () => {
    const clock = createTestClock()
    const main = createMain(clock)
    const sessions = [await signedIn(main), await signedIn(main)]
    upstream.answer('/cgi-bin/user/get', { errcode: 60111, errmsg: 'userid not found' })
    clock.advance(5 * 60_000)
    expect(codeOf(await signIn(main))).toBe('MEMBER_NOT_VISIBLE')
    for (const session of sessions) {
      expect(codeOf(await profileOf(main, session))).toBe('SESSION_REFUSED')
    }
    upstream.answer('/cgi-bin/user/get', member)
    expect(codeOf(await signIn(main))).toBe('ok')
  })

  test('an answer about somebody else makes nobody into them', async () => {
    upstream.answer('/cgi-bin/user/get', { ...member, userid: 'lisi' })
    expect(await signIn()).toMatchObject({
      error: { code: 'WECOM_ODD_REPLY', details: { field: 'userid' } },
    })
  })

  test('with an expired session is refused; the reason stands in the log alone', async () => {
    const clock = createTestClock()
    const main = createMain(clock)
    const session = await signedIn(main)
    clock.advance(31 * 60_000)
    const reply = await profileOf(main, session)
    expect(codeOf(reply)).toBe('SESSION_REFUSED')
    expect(JSON.stringify(reply)).not.toContain('expired')
    expect(lines.join()).toContain('"reason":"expired"')
  })

  test('costs no call while it is fresh, and finds a disabled member after five minutes', async () => {
    const clock = createTestClock()
    const main = createMain(clock)
    const session = await signedIn(main)
    const before = upstream.seen.length
    expect(codeOf(await profileOf(main, session))).toBe('ok')
    expect(upstream.seen).toHaveLength(before)
    upstream.answer('/cgi-bin/user/get', { ...member, status: 2 })
    clock.advance(5 * 60_000)
    expect(codeOf(await profileOf(main, session))).toBe('MEMBER_DISABLED')
  })
})
