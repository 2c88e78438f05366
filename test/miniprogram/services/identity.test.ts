import type { Employee } from '../../../typings/api'
import { phoneFailure } from '../../../miniprogram/services/answer'
import { createIdentity } from '../../../miniprogram/services/identity'
import type { IdentityState } from '../../../miniprogram/services/identity'
import { createSession } from '../../../miniprogram/services/session'
import { createStoredBadge } from '../../../miniprogram/services/stored-badge'
import type { Host } from '../../../miniprogram/services/host'
import { createCloud, good, later, refusal } from '../fixtures/cloud'
import type { Outcome } from '../fixtures/cloud'
import { NOON, lisi, signedIn, zhangsan } from '../fixtures/employees'
import { createStorage } from '../fixtures/storage'
import { createTime } from '../fixtures/time'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

interface Launch {
  stored?: Employee
  signIn?: Outcome[]
  profile?: Outcome[]
  host?: Host['kind']
  wechatDoor?: boolean
}

function launch({ stored, signIn = [], profile = [], host = 'wecom', wechatDoor = true }: Launch) {
  const cloud = createCloud({ signIn, profile, signOut: [good({})] })
  const time = createTime()
  const storage = createStorage()
  const storedBadge = createStoredBadge(storage)
  if (stored) storedBadge.keep(stored)
  const session = createSession({
    door: host === 'wecom' ? 'identity' : 'wechat',
    login: () => Promise.resolve(good('code')),
    call: cloud.call,
    clock: time.clock,
    onRenewed: (answer) => identity.renewed(answer),
  })
  const identity = createIdentity({
    host: { kind: host, language: 'zh-CN', textSize: 'standard' },
    wechatDoor,
    session,
    call: cloud.call,
    storedBadge,
    clock: time.clock,
  })
  const seen: IdentityState[] = []
  identity.onChange((state) => seen.push(state))
  return { identity, cloud, time, storage, storedBadge, seen }
}

const asZhangsan = () => good(signedIn(zhangsan))
const yesterday = { ...zhangsan, confirmedAt: NOON - 24 * HOUR }
const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('a launch', () => {
  test('with nothing stored is loading, then ready', async () => {
    const { identity } = launch({ signIn: [asZhangsan()] })
    expect(identity.current()).toEqual({ state: 'loading' })
    await identity.start()
    expect(identity.current()).toMatchObject({ state: 'ready', stale: false, asOf: NOON })
    expect(identity.current()).toMatchObject({
      employee: { name: '张三', directLeaders: ['wangwu'] },
    })
  })

  test('with a stored badge shows it before anything is sent, and confirms it behind', async () => {
    const { identity, cloud } = launch({ stored: yesterday, signIn: [asZhangsan()] })
    expect(identity.current()).toMatchObject({
      state: 'ready',
      stale: true,
      asOf: NOON - 24 * HOUR,
      employee: { name: '张三' },
    })
    expect(cloud.asked).toEqual([])
    await identity.start()
    expect(identity.current()).toMatchObject({ state: 'ready', stale: false, asOf: NOON })
  })

  test('stores what was confirmed for the next one', async () => {
    const { identity, storedBadge } = launch({ signIn: [asZhangsan()] })
    await identity.start()
    expect(storedBadge.read()).toMatchObject({ userId: 'zhangsan', confirmedAt: NOON })
  })

  test('as someone else replaces the badge at one stroke, on the screen and in the storage', async () => {
    const { identity, seen, storage } = launch({
      stored: yesterday,
      signIn: [good(signedIn(lisi))],
    })
    await identity.start()
    const names = seen.map((state) => (state.state === 'ready' ? state.employee.name : state.state))
    expect(names).toEqual(['张三', '李四'])
    expect(seen[1]).not.toMatchObject({ employee: { alias: expect.anything() } })
    expect(storage.everything()).not.toContain('张三')
  })

  test('that starts twice signs in once', async () => {
    const { identity, cloud } = launch({ signIn: [asZhangsan()] })
    await Promise.all([identity.start(), identity.start(), identity.refresh()])
    expect(cloud.asked).toHaveLength(1)
  })

  test('tells confirmation times by the clock of the phone', async () => {
    const tenMinutesBehind = signedIn(zhangsan, NOON - 10 * MINUTE)
    const { identity, storedBadge } = launch({ signIn: [good(tenMinutesBehind)] })
    await identity.start()
    expect(identity.current()).toMatchObject({ asOf: NOON })
    expect(storedBadge.read()).toMatchObject({ confirmedAt: NOON })
  })
})

describe('coming back to the front', () => {
  test('within five minutes asks nobody', async () => {
    const { identity, cloud, time } = launch({ signIn: [asZhangsan()] })
    await identity.start()
    time.pass(5 * MINUTE - 1)
    await identity.start()
    expect(cloud.asked).toHaveLength(1)
  })

  test('later asks again with the session, and the badge stays on the screen', async () => {
    const fresh = { ...zhangsan, position: '总监', confirmedAt: NOON + 10 * MINUTE }
    const { identity, cloud, time, seen } = launch({
      signIn: [asZhangsan()],
      profile: [good({ employee: fresh })],
    })
    await identity.start()
    time.pass(10 * MINUTE)
    await identity.start()
    expect(cloud.asked[1]).toMatchObject({ action: 'profile', session: 'token-1' })
    expect(identity.current()).toMatchObject({ employee: { position: '总监' }, stale: false })
    expect(seen.slice(1).every(({ state }) => state === 'ready')).toBe(true)
  })
})

test('asking again is one question, however many ask', async () => {
  const { identity, cloud } = launch({
    signIn: [asZhangsan()],
    profile: [good({ employee: zhangsan })],
  })
  await identity.start()
  await Promise.all([identity.refresh(), identity.refresh()])
  expect(cloud.asked.map(({ action }) => action)).toEqual(['signIn', 'profile'])
})

describe('a refusal', () => {
  test.each([
    ['OTHER_CORP', 'notEmployee'],
    ['MINIPROGRAM_NOT_LINKED', 'notEmployee'],
    ['MEMBER_DISABLED', 'noAccess'],
    ['MEMBER_LEFT', 'noAccess'],
    ['MEMBER_NOT_ACTIVATED', 'noAccess'],
    ['MEMBER_NOT_VISIBLE', 'noAccess'],
    ['NOT_ALLOWED', 'failed'],
  ] as const)('%s takes the stored badge away and is shown as %s', async (code, state) => {
    const { identity, storedBadge } = launch({ stored: yesterday, signIn: [refusal(code)] })
    await identity.start()
    expect(identity.current()).toMatchObject({ state, failure: { code, traceId: 'trace-1' } })
    expect(storedBadge.read()).toBeNull()
  })

  test('of the code, twice, counts as one', async () => {
    const refused = refusal('CODE_REFUSED', 'signIn')
    const { identity, storedBadge } = launch({ stored: yesterday, signIn: [refused, refused] })
    await identity.start()
    expect(identity.current()).toMatchObject({ state: 'failed', failure: { code: 'CODE_REFUSED' } })
    expect(storedBadge.read()).toBeNull()
  })

  test('heard by a renewal in the background counts at once', async () => {
    const { identity, time, storedBadge, cloud } = launch({
      signIn: [asZhangsan()],
      profile: [good({ employee: zhangsan })],
    })
    await identity.start()
    time.pass(25 * MINUTE)
    cloud.answerNext('renew', refusal('MEMBER_LEFT'))
    await identity.refresh()
    await settle()
    expect(identity.current()).toMatchObject({ state: 'noAccess' })
    expect(storedBadge.read()).toBeNull()
  })

  test('can be asked about again', async () => {
    const { identity, seen } = launch({ signIn: [refusal('MEMBER_NOT_VISIBLE'), asZhangsan()] })
    await identity.start()
    await identity.refresh()
    expect(seen.map(({ state }) => state)).toEqual(['loading', 'noAccess', 'ready'])
  })
})

describe('a failure', () => {
  test('without a stored badge is shown', async () => {
    const { identity } = launch({ signIn: [refusal('WECOM_BUSY', 'later')] })
    await identity.start()
    expect(identity.current()).toMatchObject({ state: 'failed', failure: { code: 'WECOM_BUSY' } })
  })

  test('leaves a stored badge where it is, with a note', async () => {
    const { identity, storedBadge } = launch({
      stored: yesterday,
      signIn: [refusal('UNAVAILABLE', 'later')],
    })
    await identity.start()
    expect(identity.current()).toMatchObject({
      state: 'ready',
      stale: true,
      failure: { code: 'UNAVAILABLE' },
    })
    expect(storedBadge.read()).not.toBeNull()
  })

  test('is forgotten while the next attempt is under way', async () => {
    const slow = later()
    const { identity } = launch({
      stored: yesterday,
      signIn: [refusal('UNAVAILABLE', 'later'), slow.answer],
    })
    await identity.start()
    const again = identity.refresh()
    expect(identity.current()).not.toHaveProperty('failure')
    slow.arrive(asZhangsan())
    await again
    expect(identity.current()).toMatchObject({ stale: false })
  })

  test('of a renewal in the background disturbs nobody', async () => {
    const { identity, time, cloud } = launch({
      signIn: [asZhangsan()],
      profile: [good({ employee: zhangsan })],
    })
    await identity.start()
    time.pass(25 * MINUTE)
    cloud.answerNext('renew', refusal('WECOM_BUSY', 'later'))
    await identity.refresh()
    await settle()
    expect(identity.current()).toMatchObject({ state: 'ready', stale: false })
  })

  test('is what an employee without a name comes to', async () => {
    const nameless = { ...signedIn(zhangsan), employee: { userId: 'zhangsan' } }
    const { identity } = launch({ signIn: [good(nameless)] })
    await identity.start()
    expect(identity.current()).toMatchObject({ state: 'failed', failure: { code: 'NO_REPLY' } })
  })
})

describe('in plain WeChat', () => {
  test('without a door it is outside from the first moment, and nobody is asked', async () => {
    const { identity, cloud } = launch({ host: 'wechat', wechatDoor: false, stored: yesterday })
    expect(identity.current()).toEqual({ state: 'outside' })
    await identity.start()
    expect(cloud.asked).toEqual([])
    expect(identity.current()).toEqual({ state: 'outside' })
  })

  test.each(['NOT_BOUND', 'INTERNAL', 'MEMBER_LEFT', 'NOT_CONFIGURED'] as const)(
    'the door answering %s is outside, never an error',
    async (code) => {
      const { identity, cloud } = launch({ host: 'wechat', signIn: [refusal(code)] })
      await identity.start()
      expect(identity.current()).toEqual({ state: 'outside' })
      expect(cloud.asked[0]).toMatchObject({ functionName: 'wechat', action: 'signIn' })
    },
  )

  test('nobody is asked again because the mini program came to the front', async () => {
    const { identity, cloud } = launch({ host: 'wechat', signIn: [refusal('NOT_BOUND')] })
    await identity.start()
    await identity.start()
    expect(cloud.asked).toHaveLength(1)
  })

  test('puts a picture on the badge of whoever let WeCom give it, and on nobody else’s', async () => {
    const asLisi = good(signedIn(lisi, NOON))
    const { identity } = launch({ signIn: [asZhangsan(), asLisi], profile: [] })
    await identity.start()
    identity.portray('https://wework.qpic.cn/picture/0')
    expect(identity.current()).toMatchObject({
      employee: { userId: 'zhangsan', avatar: 'https://wework.qpic.cn/picture/0' },
    })
    identity.renewed(asLisi)
    const now = identity.current()
    expect(now.state === 'ready' && [now.employee.userId, now.employee.avatar]).toEqual([
      'lisi',
      undefined,
    ])
  })

  test('keeps the badge of a bound employee when there is no network', async () => {
    const offline = phoneFailure('OFFLINE')
    const { identity } = launch({ host: 'wechat', stored: yesterday, signIn: [offline] })
    await identity.start()
    expect(identity.current()).toMatchObject({
      state: 'ready',
      stale: true,
      failure: offline.error,
    })
  })

  test('an employee whom the door knows gets the badge', async () => {
    const { identity } = launch({ host: 'wechat', signIn: [asZhangsan()] })
    await identity.start()
    expect(identity.current()).toMatchObject({ state: 'ready', employee: { name: '张三' } })
  })
})

describe('signing out', () => {
  test('forgets the badge and the session', async () => {
    const { identity, storedBadge, cloud } = launch({ signIn: [asZhangsan(), asZhangsan()] })
    await identity.start()
    identity.signOut()
    expect(identity.current()).toEqual({ state: 'signedOut' })
    expect(storedBadge.read()).toBeNull()
    await identity.refresh()
    expect(cloud.asked.map(({ action }) => action)).toEqual(['signIn', 'signOut', 'signIn'])
  })

  test('lasts when the mini program comes back to the front', async () => {
    const { identity, cloud } = launch({ signIn: [asZhangsan()] })
    await identity.start()
    identity.signOut()
    await identity.start()
    expect(identity.current()).toEqual({ state: 'signedOut' })
    expect(cloud.asked.map(({ action }) => action)).toEqual(['signIn', 'signOut'])
  })

  test('outlasts an answer that was under way', async () => {
    const slow = later()
    const { identity, storedBadge } = launch({ stored: yesterday, signIn: [slow.answer] })
    const started = identity.start()
    identity.signOut()
    slow.arrive(asZhangsan())
    await started
    expect(identity.current()).toEqual({ state: 'signedOut' })
    expect(storedBadge.read()).toBeNull()
  })
})

test('a listener that left hears nothing more, and leaving twice harms no other', async () => {
  const { identity } = launch({ signIn: [asZhangsan()] })
  const left: IdentityState[] = []
  const stayed: IdentityState[] = []
  const leave = identity.onChange((state) => left.push(state))
  identity.onChange((state) => stayed.push(state))
  leave()
  leave()
  await identity.start()
  expect(left).toEqual([])
  expect(stayed.map(({ state }) => state)).toEqual(['loading', 'ready'])
})

describe('an answer that comes too late', () => {
  const renewalAt80Percent = async (renewed: Outcome) => {
    const profile = later<{ employee: Employee }>()
    const launched = launch({ signIn: [asZhangsan(), renewed], profile: [profile.answer] })
    await launched.identity.start()
    launched.time.pass(24 * MINUTE)
    launched.cloud.answerNext('renew', refusal('SESSION_REFUSED', 'signIn'))
    const refreshing = launched.identity.refresh()
    await settle()
    await settle()
    profile.arrive(good({ employee: zhangsan }))
    await refreshing
    return launched
  }

  test('does not bring back the person before, when the renewal found another', async () => {
    const { identity, storedBadge } = await renewalAt80Percent(good(signedIn(lisi)))
    expect(identity.current()).toMatchObject({ state: 'ready', employee: { userId: lisi.userId } })
    expect(storedBadge.read()?.userId).toBe(lisi.userId)
  })

  test('does not bring back a person whom the renewal found refused', async () => {
    const { identity, storedBadge } = await renewalAt80Percent(refusal('MEMBER_DISABLED'))
    expect(identity.current().state).toBe('noAccess')
    expect(storedBadge.read()).toBeNull()
  })

  test('does not sign in again whom signed out meanwhile', async () => {
    const profile = later<{ employee: Employee }>()
    const { identity, cloud } = launch({ signIn: [asZhangsan()], profile: [profile.answer] })
    await identity.start()
    const refreshing = identity.refresh()
    await settle()
    identity.signOut()
    profile.arrive(refusal('SESSION_REFUSED', 'signIn'))
    await refreshing
    await settle()
    expect(identity.current().state).toBe('signedOut')
    expect(cloud.asked.filter(({ action }) => action === 'signIn')).toHaveLength(1)
  })
})
