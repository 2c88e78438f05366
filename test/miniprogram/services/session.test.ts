import type { Session, SignInResult } from '../../../typings/api'
import type { Answer } from '../../../miniprogram/services/answer'
import { createSession } from '../../../miniprogram/services/session'
import { createCloud, good, later, refusal } from '../fixtures/cloud'
import type { Outcome } from '../fixtures/cloud'
import { NOON, signedIn, zhangsan } from '../fixtures/employees'
import { createTime } from '../fixtures/time'

const MINUTE = 60_000

/** Lets every promise that can settle, settle. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

/** A keeper whose sign-ins end like this, and whose calls afterwards end like that. */
function setUp(signIn: Outcome[], profile: Outcome[] = []) {
  const cloud = createCloud({ signIn, profile })
  const time = createTime()
  const renewals: Answer<SignInResult>[] = []
  let logins = 0
  const session = createSession({
    door: 'identity',
    login: () => Promise.resolve(good(`code-${++logins}`)),
    call: cloud.call,
    clock: time.clock,
    onRenewed: (answer) => renewals.push(answer),
  })
  /** Sends something that only its session matters of. */
  const send = () =>
    session.withSession((token) => cloud.call('identity', 'profile', {}, { session: token }))
  const signIns = () => cloud.asked.filter(({ action }) => action === 'signIn')
  const sessionsSent = () =>
    cloud.asked.filter(({ action }) => action === 'profile').map((asked) => asked.session)
  const renewalsSent = () =>
    cloud.asked.filter(({ action }) => action === 'renew').map((asked) => asked.session)
  return { session, cloud, time, renewals, send, signIns, sessionsSent, renewalsSent }
}

const issue = (token: string) => good(signedIn(zhangsan, NOON, token))
const lengthened = (token: string) => good({ session: signedIn(zhangsan, NOON, token).session })
const profile = good({ employee: zhangsan })

describe('signing in', () => {
  test('exchanges one code at the door', async () => {
    const { session, cloud } = setUp([issue('one')])
    expect(await session.signIn()).toEqual(issue('one'))
    expect(cloud.asked).toEqual([
      {
        functionName: 'identity',
        action: 'signIn',
        args: { jsCode: 'code-1' },
        session: undefined,
      },
    ])
  })

  test('is one, however many ask for it at once', async () => {
    const { session, signIns, send, sessionsSent } = setUp([issue('one')], [profile, profile])
    const [a, b] = await Promise.all([session.signIn(), session.signIn(), send(), send()])
    expect(a).toBe(b)
    expect(signIns()).toHaveLength(1)
    expect(sessionsSent()).toEqual(['one', 'one'])
  })

  test('can be tried again after it failed', async () => {
    const { session } = setUp([refusal('WECOM_BUSY', 'later'), issue('one')])
    expect(await session.signIn()).toEqual(refusal('WECOM_BUSY', 'later'))
    expect(await session.signIn()).toEqual(issue('one'))
  })

  test('gets a fresh code once when the code is refused', async () => {
    const { session, signIns } = setUp([refusal('CODE_REFUSED', 'signIn'), issue('one')])
    expect(await session.signIn()).toEqual(issue('one'))
    expect(signIns().map(({ args }) => args)).toEqual([{ jsCode: 'code-1' }, { jsCode: 'code-2' }])
  })

  test('gives up when the fresh code is refused too', async () => {
    const refused = refusal('CODE_REFUSED', 'signIn')
    const { session, signIns } = setUp([refused, refused])
    expect(await session.signIn()).toEqual(refused)
    expect(signIns()).toHaveLength(2)
  })

  test('without a usable session in the answer is NO_REPLY', async () => {
    for (const broken of [{}, { session: { token: '', lifeSeconds: 1800 } }, { session: 'one' }]) {
      const { session } = setUp([good(broken)])
      expect(await session.signIn()).toMatchObject({ ok: false, error: { code: 'NO_REPLY' } })
      expect(session.active()).toBe(false)
    }
  })

  test('is not repeated for any other refusal', async () => {
    const { session, signIns } = setUp([refusal('MEMBER_LEFT')])
    await session.signIn()
    expect(signIns()).toHaveLength(1)
    expect(session.active()).toBe(false)
  })
})

describe('a session', () => {
  test('serves every call without another sign-in while it is young', async () => {
    const { send, time, signIns, sessionsSent } = setUp([issue('one')], [profile, profile])
    await send()
    time.pass(24 * MINUTE - 1)
    await send()
    expect(signIns()).toHaveLength(1)
    expect(sessionsSent()).toEqual(['one', 'one'])
  })

  test('is lengthened from 80 % of its life on without a new code, while it goes on serving', async () => {
    const renewal = later<{ session: Session }>()
    const { session, send, time, renewals, cloud, sessionsSent, signIns, renewalsSent } = setUp(
      [issue('one')],
      [profile],
    )
    await session.signIn()
    await send()
    time.pass(24 * MINUTE)
    cloud.answerNext('renew', renewal.answer)
    cloud.answerNext('profile', profile, profile, profile)
    await send()
    await send()
    renewal.arrive(lengthened('two'))
    await settle()
    await send()
    expect(sessionsSent()).toEqual(['one', 'one', 'one', 'two'])
    expect(renewalsSent()).toEqual(['one'])
    expect(signIns()).toHaveLength(1)
    // Nothing was found out about the person.
    expect(renewals).toEqual([])
  })

  test('that the server does not lengthen any more is replaced by a new sign-in behind its back', async () => {
    const { session, send, time, cloud, renewals, sessionsSent } = setUp([issue('one')], [profile])
    await session.signIn()
    await send()
    time.pass(25 * MINUTE)
    cloud.answerNext('profile', profile, profile)
    cloud.answerNext('renew', refusal('SESSION_REFUSED', 'signIn'))
    cloud.answerNext('signIn', issue('two'))
    await send()
    await settle()
    await send()
    expect(sessionsSent()).toEqual(['one', 'one', 'two'])
    expect(renewals).toEqual([issue('two')])
  })

  test('goes on serving when its renewal fails, and is renewed another time', async () => {
    const { session, send, time, cloud, renewals, sessionsSent } = setUp([issue('one')], [profile])
    await session.signIn()
    await send()
    time.pass(25 * MINUTE)
    cloud.answerNext('profile', profile, profile, profile)
    cloud.answerNext('renew', refusal('WECOM_BUSY', 'later'), lengthened('two'))
    expect(await send()).toEqual(profile)
    await settle()
    await send()
    await settle()
    await send()
    expect(sessionsSent()).toEqual(['one', 'one', 'one', 'two'])
    expect(renewals).toEqual([refusal('WECOM_BUSY', 'later')])
  })

  test('that had to be begun on the way tells who it found, and only once however many wait for it', async () => {
    const { send, renewals } = setUp([issue('one')], [profile, profile])
    await Promise.all([send(), send()])
    expect(renewals).toEqual([issue('one')])
  })

  test('that is refused on the way tells of that too', async () => {
    const left = refusal('MEMBER_LEFT')
    const { session, send, renewals } = setUp(
      [issue('one'), left],
      [refusal('SESSION_REFUSED', 'signIn')],
    )
    await session.signIn()
    expect(await send()).toEqual(left)
    expect(renewals).toEqual([left])
  })

  test('says until when it counts, and nothing without one', async () => {
    const { session, time } = setUp([issue('one')])
    expect(session.until()).toBeNull()
    await session.signIn()
    expect(session.until()).toBe(NOON + 30 * MINUTE)
    time.pass(30 * MINUTE)
    expect(session.until()).toBeNull()
  })

  test('is not exchanged for an answer that is no session', async () => {
    const { send, time, cloud, sessionsSent } = setUp([issue('one')], [profile])
    await send()
    time.pass(25 * MINUTE)
    cloud.answerNext('profile', profile, profile)
    cloud.answerNext('renew', good({}), good({ session: { token: '', lifeSeconds: 9 } }))
    await send()
    await settle()
    await send()
    expect(sessionsSent()).toEqual(['one', 'one', 'one'])
  })

  test('is replaced before the call once its life is over', async () => {
    const { send, time, sessionsSent } = setUp([issue('one'), issue('two')], [profile, profile])
    await send()
    time.pass(30 * MINUTE)
    await send()
    expect(sessionsSent()).toEqual(['one', 'two'])
  })

  test('lives by the clock of the phone, however wrong that is', async () => {
    const serversYesterday = good(signedIn(zhangsan, NOON - 24 * 60 * MINUTE, 'one'))
    const { send, time, signIns } = setUp([serversYesterday], [profile, profile])
    await send()
    time.pass(20 * MINUTE)
    await send()
    expect(signIns()).toHaveLength(1)
  })

  test('that the server refuses is replaced once, and the call sent again', async () => {
    const refused = refusal('SESSION_REFUSED', 'signIn')
    const { send, sessionsSent } = setUp([issue('one'), issue('two')], [refused, profile])
    expect(await send()).toEqual(profile)
    expect(sessionsSent()).toEqual(['one', 'two'])
  })

  test('that is refused twice is not replaced again', async () => {
    const refused = refusal('SESSION_REFUSED', 'signIn')
    const { send, signIns } = setUp([issue('one'), issue('two')], [refused, refused])
    expect(await send()).toEqual(refused)
    expect(signIns()).toHaveLength(2)
  })

  test('that two calls were refused with is replaced once for both', async () => {
    const refused = refusal('SESSION_REFUSED', 'signIn')
    const slow = later()
    const { send, cloud, session, signIns } = setUp([issue('one')])
    await session.signIn()
    cloud.answerNext('signIn', issue('two'))
    cloud.answerNext('profile', refused, slow.answer, profile, profile)
    const first = send()
    const second = send()
    await first
    slow.arrive(refused)
    expect(await second).toEqual(profile)
    expect(signIns()).toHaveLength(2)
  })

  test('is not asked for when signing in fails', async () => {
    const { send, sessionsSent } = setUp([refusal('MEMBER_DISABLED')])
    expect(await send()).toEqual(refusal('MEMBER_DISABLED'))
    expect(sessionsSent()).toEqual([])
  })
})

describe('forgetting', () => {
  test('ends the session', async () => {
    const { session } = setUp([issue('one')])
    await session.signIn()
    expect(session.active()).toBe(true)
    session.forget()
    expect(session.active()).toBe(false)
  })

  test('outlasts a sign-in that is under way', async () => {
    const slow = later<SignInResult>()
    const { session, cloud } = setUp([slow.answer])
    cloud.answerNext('signOut', good({}))
    const signIn = session.signIn()
    session.forget()
    slow.arrive(issue('one'))
    await signIn
    expect(session.active()).toBe(false)
    // Nobody holds what it brought: the server need not keep it either.
    expect(cloud.asked.slice(-1)).toMatchObject([{ action: 'signOut', session: 'one' }])
  })

  test('lets nothing be sent any more that waited for a sign-in', async () => {
    const slow = later<SignInResult>()
    const { session, send, cloud, sessionsSent } = setUp([slow.answer])
    cloud.answerNext('signOut', good({}))
    const sent = send()
    session.end()
    slow.arrive(issue('one'))
    expect(await sent).toMatchObject({ ok: false, error: { code: 'SESSION_REFUSED', retry: 'no' } })
    expect(sessionsSent()).toEqual([])
  })

  test('lets nothing be sent once more that waited for a second sign-in', async () => {
    const slow = later<SignInResult>()
    const { session, send, cloud, sessionsSent } = setUp(
      [issue('one'), slow.answer],
      [refusal('SESSION_REFUSED', 'signIn')],
    )
    cloud.answerNext('signOut', good({}))
    await session.signIn()
    const sent = send()
    await settle()
    session.end()
    slow.arrive(issue('two'))
    expect(await sent).toMatchObject({ ok: false, error: { code: 'SESSION_REFUSED' } })
    expect(sessionsSent()).toEqual(['one'])
  })

  test('silences a renewal that is under way', async () => {
    const slow = later<{ session: Session }>()
    const { session, send, time, cloud, renewals } = setUp([issue('one')], [profile])
    await session.signIn()
    await send()
    time.pass(25 * MINUTE)
    cloud.answerNext('profile', profile)
    cloud.answerNext('renew', slow.answer)
    await send()
    session.forget()
    slow.arrive(lengthened('two'))
    await settle()
    expect(renewals).toEqual([])
    expect(session.active()).toBe(false)
  })
})

describe('ending', () => {
  test('tells the server, and waits for nobody', async () => {
    const { session, cloud } = setUp([issue('one')])
    await session.signIn()
    cloud.answerNext('signOut', later().answer)
    session.end()
    expect(session.active()).toBe(false)
    expect(cloud.asked.at(-1)).toEqual({
      functionName: 'identity',
      action: 'signOut',
      args: {},
      session: 'one',
    })
  })

  test('without a session tells nobody', () => {
    const { session, cloud } = setUp([])
    session.end()
    expect(cloud.asked).toEqual([])
  })
})
