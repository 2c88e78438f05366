import { startReceiver, type Receiver } from './receiver'
import { agentId, corpId, start, type Running } from '../running'

let wecom: Running
let receiver: Receiver | undefined
beforeEach(async () => {
  // Whoever answers has the time for it, on a busy machine too.
  wecom = await start({ callbackLimits: { verifyMs: 10_000 } })
})
afterEach(async () => {
  await wecom.close()
  await receiver?.close()
  receiver = undefined
})

interface Checked {
  receivers: {
    errcode: number
    problem?: string
    agentId: number | null
    explanation?: { zh: string; en: string }
  }[]
}

/** What POST /_sim/callbacks/verify says of one receiver that answers like this. */
const verify = async (
  answer?: Parameters<typeof startReceiver>[0],
): Promise<Checked['receivers'][number] | undefined> => {
  receiver = await startReceiver(answer)
  wecom.setApp({ callback: receiver.callback })
  const reply = await fetch(`${wecom.url}/_sim/callbacks/verify`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  })
  return ((await reply.json()) as Checked).receivers[0]
}

test('a receiver that answers the decrypted echostr is accepted', async () => {
  expect(await verify()).toMatchObject({ errcode: 0, corpId, agentId })
  expect(receiver?.received[0]?.xml).toMatch(/^\d{19}$/)
})

test.each<[string, string, (echo: string, encrypt: string) => string]>([
  ['ECHO_EMPTY', 'nothing', () => ''],
  ['ECHO_ENCRYPTED', 'the echostr itself', (_echo, encrypt) => encrypt],
  ['ECHO_QUOTED', 'JSON', (echo) => JSON.stringify(echo)],
  ['ECHO_BOM', 'a byte order mark first', (echo) => `\uFEFF${echo}`],
  ['ECHO_LINE_END', 'a line end after it', (echo) => `${echo}\n`],
  ['ECHO_DIFFERENT', 'something else', () => 'hello'],
])('40057 and %s: the answer is %s', async (problem, _what, body) => {
  const checked = await verify((response, { xml, encrypt }) => response.end(body(xml, encrypt)))
  expect(checked).toMatchObject({ errcode: 40057, problem })
  expect(checked?.explanation?.zh).toMatch(/[。]$/)
  expect(checked?.explanation?.en).toMatch(/[.]$/)
})

test('40057: another status, however right the answer', async () => {
  expect(await verify((response, { xml }) => response.writeHead(201).end(xml))).toMatchObject({
    errcode: 40057,
    problem: 'STATUS',
  })
})

test('40057: an answer later than the limit', async () => {
  await wecom.close()
  wecom = await start({ callbackLimits: { verifyMs: 150 } })
  expect(await verify(() => {})).toMatchObject({ errcode: 40057, problem: 'TIMED_OUT' })
})

test('both the URL of an app and that of the contact sync are checked', async () => {
  receiver = await startReceiver()
  wecom.setApp({ callback: receiver.callback })
  wecom.setContactCallback({ ...receiver.callback, profile: 'ids-only' })
  const checked = await wecom.callbacks.verify()
  expect(checked).toMatchObject([
    { agentId, errcode: 0 },
    { agentId: null, errcode: 0 },
  ])
})
