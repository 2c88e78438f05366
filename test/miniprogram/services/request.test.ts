import type { Failure } from '../../../miniprogram/services/answer'
import { createFailureLog } from '../../../miniprogram/services/failure-log'
import type { IdentityState } from '../../../miniprogram/services/identity'
import { createRequest } from '../../../miniprogram/services/request'
import { createCloud, good, refusal } from '../fixtures/cloud'
import type { Outcome } from '../fixtures/cloud'
import { NOON, signedIn, zhangsan } from '../fixtures/employees'
import { createPhoneSession } from '../fixtures/session'
import { createTime } from '../fixtures/time'

const content = good({ groups: [], notices: [] })
const issue = (token: string) => good(signedIn(zhangsan, NOON, token))
const ready = { state: 'ready', employee: zhangsan, stale: false, asOf: NOON } as IdentityState

function setUp(outcomes: { signIn?: Outcome[]; content: Outcome[] }, state = ready) {
  const cloud = createCloud(outcomes)
  const { clock } = createTime()
  const failures = createFailureLog(clock)
  const session = createPhoneSession(cloud.call, clock)
  const request = createRequest({
    identity: { current: () => state },
    session,
    call: cloud.call,
    failures,
  })
  const sent = () =>
    cloud.asked.filter(({ action }) => action === 'content').map(({ session: held }) => held)
  return { request, sent, failures, cloud }
}

describe('a request to a function of the company', () => {
  test('carries the session of whoever is signed in', async () => {
    const { request, sent } = setUp({ signIn: [issue('one')], content: [content] })
    expect(await request('workbench', 'content', {})).toEqual(content)
    expect(sent()).toEqual(['one'])
  })

  test('is sent again once with a new session when the function wants one', async () => {
    const { request, sent } = setUp({
      signIn: [issue('one'), issue('two')],
      content: [refusal('SESSION_REFUSED', 'signIn'), content],
    })
    expect(await request('workbench', 'content', {})).toEqual(content)
    expect(sent()).toEqual(['one', 'two'])
  })

  test('is not sent a third time', async () => {
    const refused = refusal('SESSION_REFUSED', 'signIn')
    const { request, sent } = setUp({
      signIn: [issue('one'), issue('two')],
      content: [refused, refused],
    })
    expect(await request('workbench', 'content', {})).toEqual(refused)
    expect(sent()).toEqual(['one', 'two'])
  })

  test('that failed is noted for the page that helps', async () => {
    const busy = refusal('WECOM_BUSY', 'later') as { error: Failure } & Outcome
    const { request, failures } = setUp({ signIn: [issue('one')], content: [busy] })
    await request('workbench', 'content', {})
    expect(failures.latest()).toEqual({ failure: busy.error, at: NOON })
  })

  test.each([
    ['signedOut', 'SESSION_REFUSED'],
    ['outside', 'NOT_BOUND'],
  ] as const)('signs nobody in who is %s', async (state, code) => {
    const { request, cloud } = setUp({ content: [] }, { state })
    const answer = await request('workbench', 'content', {})
    expect(answer).toMatchObject({ ok: false, error: { code, retry: 'no' } })
    expect(cloud.asked).toEqual([])
  })
})
