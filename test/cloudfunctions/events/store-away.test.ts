import { createEvents } from '../../../cloudfunctions/events/events'
import { createOpenCallback } from '../../../cloudfunctions/shared/callbacks/callback'
import { createHandledEvents } from '../../../cloudfunctions/shared/callbacks/handled-events'
import type { HttpRequest } from '../../../cloudfunctions/shared/runtime/http'
import { createMemoryStore } from '../../../cloudfunctions/shared/store/memory-store'
import { StoreError } from '../../../cloudfunctions/shared/store/store-error'
import { envelopeOf, sealCallback, testKeys } from '../../support/callback'
import { createTestClock } from '../../support/clock'
import { subscription, xmlOf } from '../../support/company'

/** The function, and a store that is away for so long; waiting costs no time but the call's own. */
const setUp = (awayMs: number) => {
  const clock = createTestClock()
  const from = clock.now()
  const store = createMemoryStore(clock)
  const effects: number[] = []
  let beganAt = from
  const events = createEvents({
    doors: [{ open: createOpenCallback(testKeys, clock), by: 'event' }],
    agentId: 1000002,
    handled: createHandledEvents({ store, keyPrefix: 'ww1:1' }),
    async carryOut() {
      if (clock.now() - from < awayMs) throw new StoreError('away', 'cas')
      effects.push(clock.now() - from)
    },
    remainingMs: () => beganAt + 5500 - clock.now(),
    sleep: async (ms) => clock.advance(ms),
  })
  const send = async () => {
    beganAt = clock.now()
    const sealed = sealCallback(
      xmlOf(subscription('unsubscribe', 'u1', from)),
      testKeys,
      clock.now(),
    )
    const query = {
      msg_signature: sealed.msgSignature,
      timestamp: sealed.timestamp,
      nonce: sealed.nonce,
    }
    const request: HttpRequest = {
      method: 'POST',
      path: '/events',
      query: new Map(Object.entries(query)),
      headers: new Map(),
      body: Buffer.from(envelopeOf(sealed.encrypted, testKeys.receiveId, 1000002)),
    }
    return events.respond(request, () => undefined)
  }
  return { clock, from, effects, send }
}

test('a store that is away for a moment costs a moment', async () => {
  const { effects, send } = setUp(1000)
  expect(await send()).toMatchObject({ status: 200 })
  expect(effects).toHaveLength(1)
})

test('WeCom has hung up, and calls again, before the function gives up', async () => {
  const { clock, from, effects, send } = setUp(12_000)
  await expect(send()).rejects.toThrow(StoreError)
  // An answer of any kind within its 5 s would be the last that is heard of this event.
  expect(clock.now() - from).toBeGreaterThan(5000)
  await expect(send()).rejects.toThrow(StoreError)
  expect(await send()).toMatchObject({ status: 200 })
  expect(effects).toHaveLength(1)
})
