import { randomBytes } from 'node:crypto'
import { deliver } from '../../../../simulator/wecom/callbacks/deliver'
import { defaultChoices } from '../../../../simulator/wecom/choices'
import { agentId, corpId, start, type Running } from '../running'
import { startReceiver, type Receiver } from './receiver'

/** For whom the time must run out; whoever answers has all of it, on a busy machine too. */
const inAHurry = { callbackLimits: { eventMs: 150 } }
let wecom: Running
let receiver: Receiver | undefined
beforeEach(async () => {
  wecom = await start()
})
afterEach(async () => {
  await wecom.close()
  await receiver?.close()
  receiver = undefined
})

/** One event for a receiver that answers like this. */
const sendOne = async (answer?: Parameters<typeof startReceiver>[0]) => {
  receiver = await startReceiver(answer)
  wecom.setApp({ callback: receiver.callback })
  wecom.editMember('zhangsan', { status: 2 })
  await wecom.callbacks.settled()
  return wecom.callbacks.deliveries()[0]
}

test.each([
  ['success', 'success'],
  ['SUCCESS, as EasyWeChat gives it,', 'SUCCESS'],
  ['nothing', ''],
])('an answer of %s ends it', async (_what, body) => {
  const delivery = await sendOne((response) => response.end(body))
  expect(delivery).toMatchObject({
    event: 'unsubscribe',
    about: 'zhangsan',
    state: 'delivered',
    attempts: [{ outcome: 'answered', status: 200 }],
  })
})

test('an encrypted reply is understood', async () => {
  const delivery = await sendOne((response, { encrypt }) =>
    response.end(`<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`),
  )
  expect(delivery?.state).toBe('delivered')
})

test.each([500, 403, 302])('status %i is a failure, and is not tried again', async (status) => {
  const delivery = await sendOne((response) =>
    response.writeHead(status, { Location: 'http://127.0.0.1:1/elsewhere' }).end(),
  )
  expect(delivery).toMatchObject({ state: 'failed', problem: 'STATUS' })
  expect(receiver?.received).toHaveLength(1)
})

test('another body is told to the developer', async () => {
  const delivery = await sendOne((response) => response.end('{"ok":true}'))
  expect(delivery).toMatchObject({ state: 'failed', problem: 'REPLY_UNREADABLE' })
})

test('no answer within the limit: tried again three times, with the same bytes', async () => {
  await wecom.close()
  wecom = await start(inAHurry)
  const delivery = await sendOne(() => {})
  expect(delivery).toMatchObject({ state: 'failed', problem: 'TIMED_OUT' })
  expect(delivery?.attempts.map(({ outcome }) => outcome)).toEqual(Array(4).fill('timed out'))
  expect(new Set(receiver?.received.map(({ encrypt }) => encrypt)).size).toBe(1)
})

test('a retry can be encrypted anew: nobody knows which the real one does', async () => {
  await wecom.close()
  wecom = await start({ choices: { retriedCallback: 'fresh' } })
  await sendOne((response) => response.destroy())
  expect(new Set(receiver?.received.map(({ encrypt }) => encrypt)).size).toBe(4)
  expect(new Set(receiver?.received.map(({ xml }) => xml)).size).toBe(1)
})

test('an answer that stops half-way counts as none', async () => {
  await wecom.close()
  wecom = await start(inAHurry)
  const delivery = await sendOne((response) => response.write('succ'))
  expect(delivery).toMatchObject({ problem: 'TIMED_OUT' })
})

test('a cut connection is tried again, and the second answer counts', async () => {
  let cuts = 1
  const delivery = await sendOne((response) =>
    cuts-- > 0 ? response.destroy() : response.end('success'),
  )
  expect(delivery?.state).toBe('delivered')
  expect(delivery?.attempts.map(({ outcome }) => outcome)).toEqual(['unreachable', 'answered'])
})

test('nobody there: tried four times', async () => {
  const gone = await startReceiver()
  await gone.close()
  wecom.setApp({ callback: gone.callback })
  wecom.editMember('zhangsan', { status: 2 })
  await wecom.callbacks.settled()
  const [delivery] = wecom.callbacks.deliveries()
  expect(delivery).toMatchObject({ state: 'failed', problem: 'UNREACHABLE' })
  expect(delivery?.attempts).toHaveLength(4)
})

test.each([
  'http://example.com/events',
  'http://127.0.0.1.example.com/events',
  'http://127.0.0.1@example.com/events',
  'http://10.0.0.1/events',
  'https://127.0.0.1/events',
])('nothing is ever sent to %s', async (url) => {
  receiver = await startReceiver()
  const callback = { ...receiver.callback, url }
  expect(() => wecom.setApp({ callback })).toThrow('127.0.0.1')
  const sender = { clock: wecom.clock, random: randomBytes, choices: defaultChoices }
  expect(
    await deliver('<xml/>', { corpId, agentId, callback }, { ...sender, limitMs: 1, retries: 0 }),
  ).toEqual({ attempts: [], problem: 'NOT_LOOPBACK' })
})

test('the log of deliveries shows no query, no key and no token', async () => {
  await sendOne()
  const reply = await fetch(`${wecom.url}/_sim/callbacks`)
  const text = await reply.text()
  expect(text).toContain('"event":"unsubscribe"')
  for (const secret of ['tenant', 'Invented', 'msg_signature']) expect(text).not.toContain(secret)
})
