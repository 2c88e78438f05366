import type { Reply, SignInResult } from '../../typings/api'
import type { FunctionLogEvent } from '../../simulator/cloudbase/log-stream'
import type { Stack } from '../../scripts/stack'
import { seedCompany } from '../../simulator/wecom/wecom'
import { codeOf, someone } from '../support/invoke'
import { ask, codeOn, signInAs, startTestStack } from '../support/stack'

jest.setTimeout(60_000)

let stack: Stack
let events: FunctionLogEvent[]

const open = async (options = {}) => {
  stack = await startTestStack(options)
  events = []
  stack.cloudbase.log.listen((event) => events.push(event))
}
const upstreamCalls = (path: string) =>
  events.filter((event) => event.event === 'upstream' && event.path === path).length
const employeeOf = (reply: Reply<SignInResult>) => {
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.data.employee
}

afterEach(() => stack.close())

describe('who opens it', () => {
  beforeEach(() => open())

  test('张三 is known, with the full path of the department that they lead', async () => {
    const { status, reply } = await signInAs(stack, 'zhangsan')
    expect(status).toBe(200)
    expect(employeeOf(reply)).toMatchObject({
      name: '张三',
      corpName: '启明科技（深圳）有限公司',
      departments: [{ path: ['研发中心', '平台部', '基础架构组'], leader: true, main: true }],
    })
  })

  test('someone in two departments has both, main first', async () => {
    const { reply } = await signInAs(stack, someoneInTwoDepartments())
    const { departments } = employeeOf(reply)
    expect(departments.map(({ main }) => main)).toEqual([true, false])
    expect(departments.every(({ path }) => path.length > 0)).toBe(true)
  })

  test.each([
    ['yuanhong', 'MEMBER_DISABLED'],
    ['jiangtao', 'MEMBER_LEFT'],
    ['caimengqi', 'MEMBER_NOT_ACTIVATED'],
    ['weiguohua', 'MEMBER_NOT_VISIBLE'],
  ])('%s is refused: %s', async (userId, code) => {
    const { status, reply } = await signInAs(stack, userId)
    expect([status, codeOf(reply)]).toEqual([403, code])
  })

  test('a visitor from another corp is refused, although WeCom lets them pass', async () => {
    const { status, reply } = await signInAs(stack, 'zhengyuan', 'ww5eed000000000002')
    expect([status, codeOf(reply)]).toEqual([403, 'OTHER_CORP'])
    expect(upstreamCalls('/cgi-bin/user/get')).toBe(0)
  })

  test('a code that was used is refused, with retry signIn', async () => {
    const jsCode = await codeOn(stack, 'zhangsan')
    expect(codeOf((await ask(stack, { action: 'signIn', jsCode })).reply)).toBe('ok')
    const { status, reply } = await ask(stack, { action: 'signIn', jsCode })
    expect(status).toBe(401)
    expect(reply).toMatchObject({
      error: { code: 'CODE_REFUSED', retry: 'signIn' },
    })
  })

  test('a code of wx.login is refused', async () => {
    const jsCode = stack.simulator?.issueCode({ platform: 'wechat', userId: 'zhangsan' })
    expect(codeOf((await ask(stack, { action: 'signIn', jsCode })).reply)).toBe('CODE_REFUSED')
  })

  test('the session that comes back opens the profile of the same person, and nothing without it', async () => {
    const { reply } = await signInAs(stack, 'lisi')
    if (!reply.ok) throw new Error(reply.error.code)
    const { token } = reply.data.session
    expect((await ask(stack, { action: 'profile' }, token)).reply).toMatchObject({
      data: { employee: { userId: 'lisi' } },
    })
    expect((await ask(stack, { action: 'profile' })).status).toBe(401)
  })

  test('callFunction answers what HTTP answers', async () => {
    const overHttp = (await signInAs(stack, 'zhangsan')).reply
    const jsCode = await codeOn(stack, 'zhangsan')
    const direct = (await stack.cloudbase.callFunction(
      'identity',
      { action: 'signIn', jsCode },
      someone,
    )) as Reply<SignInResult>
    const timeless = (reply: Reply<SignInResult>) => ({ ...employeeOf(reply), confirmedAt: 0 })
    expect(timeless(direct)).toEqual(timeless(overHttp))
  })

  test('a person in plain WeChat hears from the wechat function to open it in WeCom', async () => {
    const reply = await stack.cloudbase.callFunction(
      'wechat',
      { action: 'signIn', jsCode: 'any' },
      someone,
    )
    expect(reply).toMatchObject({ error: { code: 'NOT_BOUND' } })
  })
})

const someoneInTwoDepartments = (): string => {
  const isInTwo = ({ departments, status }: { departments: number[]; status: number }) =>
    departments.length > 1 && status === 1
  return seedCompany().members.find(isInTwo)?.userId ?? ''
}

test('twenty sign-ins at once in one cold instance fetch exactly one token', async () => {
  await open({ concurrency: 20 })
  const replies = await Promise.all(Array.from({ length: 20 }, () => signInAs(stack, 'zhangsan')))
  expect(replies.map(({ reply }) => codeOf(reply))).toEqual(Array(20).fill('ok'))
  expect(upstreamCalls('/cgi-bin/gettoken')).toBe(1)
})

describe('what an administrator can set wrong has an answer of its own', () => {
  beforeEach(() => open())

  test('an address that is not trusted is named', async () => {
    stack.simulator?.setApp({ trustedIps: ['203.0.113.7'] })
    const { status, reply } = await signInAs(stack, 'zhangsan')
    expect(status).toBe(502)
    expect(reply).toMatchObject({
      error: { code: 'IP_NOT_TRUSTED', details: { errcode: 60020, address: '127.0.0.1' } },
    })
  })

  test.each(['encrypted', 'refused'] as const)(
    'a mini program that is not linked: %s',
    async (linked) => {
      stack.simulator?.setApp({ linked })
      expect(codeOf((await signInAs(stack, 'zhangsan')).reply)).toBe('MINIPROGRAM_NOT_LINKED')
    },
  )

  test('a secret that was reset', async () => {
    stack.simulator?.setApp({ secret: 'another-secret-altogether' })
    expect(codeOf((await signInAs(stack, 'zhangsan')).reply)).toBe('SECRET_REFUSED')
  })
})

describe('when WeCom stumbles', () => {
  beforeEach(() => open())
  const path = '/cgi-bin/user/get'

  test('a token that WeCom takes back early costs one more gettoken, and nobody notices', async () => {
    await signInAs(stack, 'zhangsan')
    expect(stack.simulator?.invalidateTokens('ww5eed000000000001', 1000002)).toBe(1)
    expect((await signInAs(stack, 'lisi')).status).toBe(200)
    expect(upstreamCalls('/cgi-bin/gettoken')).toBe(2)
  })

  test.each([
    [{ kind: 'errcode', errcode: -1 } as const],
    [{ kind: 'cut', when: 'before' } as const],
    [{ kind: 'cut', when: 'after' } as const],
    [{ kind: 'wait', ms: 3500 } as const],
  ])('a member is read again after %j, inside the time for one sign-in', async (fault) => {
    stack.simulator?.faults.add({ path, ...fault })
    expect(codeOf((await signInAs(stack, 'zhangsan')).reply)).toBe('ok')
  })

  test.each([
    [{ kind: 'errcode', errcode: -1 } as const, 503, 'WECOM_BUSY'],
    [{ kind: 'html' } as const, 502, 'WECOM_ODD_REPLY'],
    [{ kind: 'cut', when: 'before' } as const, 502, 'WECOM_TIMEOUT'],
    [{ kind: 'wait', ms: 8000 } as const, 502, 'WECOM_TIMEOUT'],
  ])('when %j goes on, it ends within the time for one sign-in', async (fault, status, code) => {
    stack.simulator?.faults.add({ path, times: 'always', ...fault })
    const startedAt = performance.now()
    const answer = await signInAs(stack, 'zhangsan')
    expect(performance.now() - startedAt).toBeLessThan(8000)
    expect([answer.status, codeOf(answer.reply)]).toEqual([status, code])
    expect(answer.reply).toMatchObject({ error: { retry: 'later' } })
  })

  test.each([
    [{ kind: 'cut', when: 'after' } as const, 'WECOM_TIMEOUT'],
    [{ kind: 'html' } as const, 'WECOM_ODD_REPLY'],
  ])('a code is never sent again after %j: the phone gets a new one', async (fault, code) => {
    const exchangePath = '/cgi-bin/miniprogram/jscode2session'
    stack.simulator?.faults.add({ path: exchangePath, ...fault })
    const { reply } = await signInAs(stack, 'zhangsan')
    expect(reply).toMatchObject({ error: { code, retry: 'signIn' } })
    expect(upstreamCalls(exchangePath)).toBe(1)
    expect(codeOf((await signInAs(stack, 'zhangsan')).reply)).toBe('ok')
  })

  test('over the limit, a known employee is let in by what is remembered, and WeCom is left alone', async () => {
    expect(codeOf((await signInAs(stack, 'zhangsan')).reply)).toBe('ok')
    stack.simulator?.faults.add({ path, times: 'always', kind: 'errcode', errcode: 45009 })
    const again = [await signInAs(stack, 'zhangsan'), await signInAs(stack, 'zhangsan')]
    expect(again.map(({ reply }) => codeOf(reply))).toEqual(['ok', 'ok'])
    const stranger = await signInAs(stack, 'lisi')
    expect([stranger.status, codeOf(stranger.reply)]).toEqual([503, 'WECOM_BUSY'])
    expect(upstreamCalls(path)).toBe(2)
    expect(events.filter(({ event }) => event === 'held')).toMatchObject([{ path, errcode: 45009 }])
  })
})

describe('when the store stumbles', () => {
  test.each([
    [{ kind: 'away' } as const],
    [{ kind: 'hang' } as const],
    [{ kind: 'slow', ms: 2000, when: 'before' } as const],
    [{ kind: 'answerLost', when: 'after' } as const],
  ])('%j: nobody is refused for it, and everybody is served in time', async (fault) => {
    await open()
    stack.cloudbase.databaseFaults.add({ action: '*', times: 'always', ...fault })
    for (const userId of ['zhangsan', 'lisi', 'zhangsan']) {
      const startedAt = performance.now()
      expect(codeOf((await signInAs(stack, userId)).reply)).toBe('ok')
      expect(performance.now() - startedAt).toBeLessThan(6500)
    }
  })
})

test('a code from elsewhere signs in as the member that the developer named', async () => {
  await open({ acceptAnyCodeAs: 'lisi' })
  const jsCode = 'a-code-that-DevTools-made-up'
  const { reply } = await ask<SignInResult>(stack, { action: 'signIn', jsCode })
  expect(employeeOf(reply).userId).toBe('lisi')
})
