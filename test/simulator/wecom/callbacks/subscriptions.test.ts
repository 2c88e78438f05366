import { agentId, corpId, start, type Running } from '../running'
import { startReceiver, textOf, type Receiver } from './receiver'

let wecom: Running
let receiver: Receiver
beforeEach(async () => {
  wecom = await start()
  receiver = await startReceiver()
  wecom.setApp({ callback: receiver.callback })
})
afterEach(async () => {
  await wecom.callbacks.settled()
  await wecom.close()
  await receiver.close()
})

const told = async () => {
  await wecom.callbacks.settled()
  return receiver.told()
}

test('a new URL hears nothing of what was so before', async () => {
  expect(await told()).toEqual([])
})

test.each([
  ['is disabled', () => wecom.editMember('zhangsan', { status: 2 })],
  ['leaves the corp', () => wecom.editMember('zhangsan', { status: 5 })],
  ['is deleted', () => wecom.removeMember('zhangsan')],
  ['moves out of the visible range', () => wecom.editMember('zhangsan', { departments: [13] })],
])('who %s is unsubscribed', async (_what, change) => {
  change()
  expect(await told()).toEqual(['unsubscribe zhangsan'])
})

test.each([
  ['is activated', () => wecom.editMember('caimengqi', { status: 1 }), 'caimengqi'],
  ['is enabled again', () => wecom.editMember('yuanhong', { status: 1 }), 'yuanhong'],
  [
    'moves into the visible range',
    () => wecom.editMember('weiguohua', { departments: [4] }),
    'weiguohua',
  ],
])('who %s is subscribed', async (_what, change, userId) => {
  change()
  expect(await told()).toEqual([`subscribe ${userId}`])
})

test('another visible range tells of everybody who came and went', async () => {
  wecom.setApp({ visibleRange: { departments: [13], members: ['zhangsan'] } })
  const events = await told()
  expect(events).toContain('subscribe weiguohua')
  expect(events).toContain('unsubscribe lisi')
  expect(events).not.toContain('unsubscribe zhangsan')
  expect(events.filter((event) => event.startsWith('subscribe'))).toHaveLength(1)
})

test.each([
  ['a new position', () => wecom.editMember('zhangsan', { position: '架构师' })],
  ['a move inside the visible range', () => wecom.editMember('zhangsan', { departments: [6] })],
  ['whoever nobody sees', () => wecom.removeMember('weiguohua')],
  ['a disabled member who is deleted', () => wecom.removeMember('yuanhong')],
])('%s is no event', async (_what, change) => {
  change()
  expect(await told()).toEqual([])
})

test('an event has the form of the samples, inside and outside', async () => {
  wecom.editMember('zhangsan', { status: 2 })
  await wecom.callbacks.settled()
  const [event] = receiver.received
  const seconds = Math.floor(wecom.clock.now() / 1000)
  expect(event?.xml).toBe(
    `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName>` +
      '<FromUserName><![CDATA[zhangsan]]></FromUserName>' +
      `<CreateTime>${seconds}</CreateTime><MsgType><![CDATA[event]]></MsgType>` +
      `<Event><![CDATA[unsubscribe]]></Event><AgentID>${agentId}</AgentID></xml>`,
  )
  expect(event?.envelope).toBe(
    `<xml><ToUserName><![CDATA[${corpId}]]></ToUserName><AgentID><![CDATA[${agentId}]]></AgentID></xml>`,
  )
  expect(event?.query).toEqual({ tenant: '7' })
})

test('events arrive in the order in which they happened, however slow the receiver', async () => {
  await receiver.close()
  const answers: (() => void)[] = []
  receiver = await startReceiver((response) => {
    answers.push(() => response.end())
    // The first answers wait for nothing but their turn: each is given when the next event is asked.
    setImmediate(() => answers.shift()?.())
  })
  wecom.setApp({ callback: receiver.callback })
  for (const status of [2, 1, 5, 1] as const) wecom.editMember('lisi', { status })
  await wecom.callbacks.settled()
  expect(receiver.received.map(({ xml }) => textOf(xml, 'Event'))).toEqual([
    'unsubscribe',
    'subscribe',
    'unsubscribe',
    'subscribe',
  ])
})
