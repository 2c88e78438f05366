/** Each thing that we sign or seal is good for one purpose: no kind passes for another. */
import { randomBytes } from 'node:crypto'
import { createBackendTokens } from '../../../../cloudfunctions/shared/session/backend-token'
import { deriveMac, deriveSealRing } from '../../../../cloudfunctions/shared/session/derived-keys'
import { readKeyRing } from '../../../../cloudfunctions/shared/session/key-ring'
import { createSessionTokens } from '../../../../cloudfunctions/shared/session/session-token'
import { createSeal } from '../../../../cloudfunctions/shared/store/seal'
import { homePath } from '../../../../cloudfunctions/web/safe-return-path'
import { createStates } from '../../../../cloudfunctions/web/state'
import { createWebCookie } from '../../../../cloudfunctions/web/web-cookie'
import { createKeyRing } from '../../../../scripts/key-ring'
import { createTestClock } from '../../../support/clock'

const clock = createTestClock()
const nowSeconds = () => Math.floor(clock.now() / 1000)
const ring = readKeyRing(JSON.stringify(createKeyRing(clock.now())))
const corpId = 'ww1'
const holder = { userId: 'zhangsan', via: 'web' as const, sessionId: 'A'.repeat(22) }

const sessions = createSessionTokens({ ring, corpId, agentId: 1, clock })
const backends = createBackendTokens({ ring, corpId, clock })
const cookies = createWebCookie(createSeal(deriveSealRing(ring, 'web cookie'), clock), 3600)
const states = createStates(deriveMac(ring, 'web state', nowSeconds), nowSeconds)
const formMac = deriveMac(ring, 'web form', nowSeconds)

const life = { issuedAt: clock.now(), expiresAt: clock.now() + 60_000 }
const cookieValue = () => /=([^;]+)/.exec(cookies.write({ session: 'x', pending: [] }))?.[1] ?? ''

/** How each kind is made, and who takes it. */
const kinds: Record<string, { make(): string; accepts(text: string): boolean }> = {
  session: {
    make: () => sessions.sign(holder, life),
    accepts: (text) => 'holder' in sessions.read(text),
  },
  'token for payroll': {
    make: () => backends.sign('payroll', holder).token,
    accepts: (text) => backends.read(text, 'payroll') !== undefined,
  },
  'token for the wiki': {
    make: () => backends.sign('wiki', holder).token,
    accepts: (text) => backends.read(text, 'wiki') !== undefined,
  },
  'web cookie': {
    make: cookieValue,
    accepts: (text) => cookies.read(`__Host-gongpai=${text}`).session !== undefined,
  },
  'web state': {
    make: () => states.make(randomBytes(16).toString('hex'), 0, homePath),
    accepts: (text) => states.read(text, homePath) !== undefined,
  },
  'proof of a form': {
    make: () => formMac.of(holder.sessionId),
    accepts: (text) => formMac.fits(holder.sessionId, text),
  },
}
const names = Object.keys(kinds)
const pairs = names.flatMap((made) => names.map((taken) => [made, taken] as const))

test.each(pairs)('a %s as a %s', (made, taken) => {
  expect(kinds[taken]?.accepts(kinds[made]?.make() ?? '')).toBe(made === taken)
})

test('a token of another corp that has our keys is nothing to us', () => {
  const elsewhere = createBackendTokens({ ring, corpId: 'ww2', clock })
  expect(backends.read(elsewhere.sign('payroll', holder).token, 'payroll')).toBeUndefined()
})
