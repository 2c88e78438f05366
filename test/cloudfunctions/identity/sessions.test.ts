import type { Session } from '../../../typings/api'
import { codeOf } from '../../support/invoke'
import { startIdentity, type IdentityRig } from './rig'

const minute = 60_000
const hour = 60 * minute

let rig: IdentityRig
beforeEach(async () => {
  rig = await startIdentity()
})
afterEach(() => rig.close())

describe('renew', () => {
  test('gives the same session another half hour, and the old token lives out its own', async () => {
    const first = await rig.enter()
    rig.clock.advance(24 * minute)
    const renewed = await rig.renew(first)
    expect(renewed).toMatchObject({
      lifeSeconds: 1800,
      expiresAt: rig.clock.now() + 30 * minute,
    })
    expect(sessionIdIn((renewed as Session).token)).toBe(sessionIdIn(first))
    expect(await rig.profile(first)).toBe('ok')
    rig.clock.advance(7 * minute)
    expect(await rig.profile(first)).toBe('SESSION_REFUSED')
    expect(await rig.profile((renewed as Session).token)).toBe('ok')
  })

  test('goes on until eight hours after the sign-in, and then wants a new one', async () => {
    const startedAt = rig.clock.now()
    let last = (await rig.renew(await rig.enter())) as Session
    for (
      let renewed: Session | string = last;
      typeof renewed !== 'string';
      renewed = await rig.renew(last.token)
    ) {
      last = renewed
      // As the phone does, at 80 % of each life.
      rig.clock.advance(renewed.lifeSeconds * 800)
    }
    expect(last).toMatchObject({ expiresAt: startedAt + 8 * hour })
    expect(rig.lines.join()).toContain('"reason":"tooOld"')
    expect(await rig.profile(last.token)).toBe('ok')
    expect(codeOf(await rig.signIn())).toBe('ok')
  })

  test.each([
    [{ status: 2 }, 'MEMBER_DISABLED'],
    [{ status: 5 }, 'MEMBER_LEFT'],
  ])('asks WeCom when the profile is old, and ends everything for %j', async (change, code) => {
    const [one, other] = [await rig.enter(), await rig.enter()]
    rig.tellMember(change)
    expect(await rig.renew(one)).toMatchObject({ lifeSeconds: 1800 })
    rig.clock.advance(5 * minute)
    expect(await rig.renew(one)).toBe(code)
    expect(await rig.profile(other)).toBe('SESSION_REFUSED')
  })

  test.each([-1, 45009, 40014, 60020])(
    'goes on while WeCom answers %i, which is nothing about the person',
    async (errcode) => {
      const session = await rig.enter()
      rig.clock.advance(6 * minute)
      rig.refuseMember(errcode)
      expect(await rig.renew(session)).toMatchObject({ lifeSeconds: 1800 })
    },
  )

  test('of a session that was signed out is refused, also when that happened a moment ago', async () => {
    const session = await rig.enter()
    const [, renewed] = await Promise.all([rig.ask('signOut', session), rig.renew(session)])
    expect(await rig.renew(session)).toBe('SESSION_REFUSED')
    if (typeof renewed !== 'string') {
      expect(await rig.profile(renewed.token)).toBe('SESSION_REFUSED')
    }
  })
})

describe('signOut', () => {
  test('ends this session at once, and no other', async () => {
    const [one, other] = [await rig.enter(), await rig.enter()]
    expect(await rig.ask('signOut', one)).toEqual({ ok: true, data: {} })
    expect(await rig.profile(one)).toBe('SESSION_REFUSED')
    expect(rig.lines.join()).toContain('"reason":"ended"')
    expect(await rig.profile(other)).toBe('ok')
  })

  test('everywhere ends them all, and a new sign-in is welcome', async () => {
    const sessions = [await rig.enter(), await rig.enter()]
    expect(codeOf(await rig.ask('signOut', sessions[0], { everywhere: true }))).toBe('ok')
    for (const session of sessions) expect(await rig.profile(session)).toBe('SESSION_REFUSED')
    expect(await rig.profile(await rig.enter())).toBe('ok')
  })

  test('takes yes or no for everywhere, and nothing else', async () => {
    const session = await rig.enter()
    const reply = await rig.ask('signOut', session, { everywhere: 'yes' })
    expect(reply).toMatchObject({ error: { code: 'BAD_INPUT', details: { field: 'everywhere' } } })
    expect(await rig.profile(session)).toBe('ok')
  })
})

describe('a returning employee', () => {
  test('costs one call at sign-in, and none afterwards', async () => {
    await rig.enter()
    const before = rig.allUpstreamCalls()
    const session = await rig.enter()
    expect(rig.allUpstreamCalls() - before).toBe(1)
    expect(await rig.profile(session)).toBe('ok')
    await rig.renew(session)
    expect(rig.allUpstreamCalls() - before).toBe(1)
    expect(rig.upstreamCalls('/cgi-bin/user/get')).toBe(1)
  })

  test('who was disabled meanwhile is let in by what is remembered for five minutes at most', async () => {
    await rig.enter()
    rig.tellMember({ status: 2 })
    rig.clock.advance(5 * minute - 1)
    expect(codeOf(await rig.signIn())).toBe('ok')
    rig.clock.advance(1)
    expect(codeOf(await rig.signIn())).toBe('MEMBER_DISABLED')
    // The revocation has made the record nobody's business: WeCom is asked each time.
    expect(codeOf(await rig.signIn())).toBe('MEMBER_DISABLED')
    rig.tellMember({ status: 1 })
    expect(codeOf(await rig.signIn())).toBe('ok')
  })

  test('is asked about each time with PROFILE_MINUTES=0', async () => {
    await rig.close()
    rig = await startIdentity({ PROFILE_MINUTES: '0' })
    await rig.enter()
    await rig.enter()
    expect(rig.upstreamCalls('/cgi-bin/user/get')).toBe(2)
  })
})

const sessionIdIn = (token: string): unknown =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sid
