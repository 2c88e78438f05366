import tcb from '@cloudbase/node-sdk'
import { startDatabase, type RunningDatabase } from './running'

// The SDK warns of a slow request 3 s after one that has failed: when these tests have long ended.
console.warn = () => undefined

let running: RunningDatabase
let things: ReturnType<ReturnType<ReturnType<typeof tcb.init>['database']>['collection']>

beforeEach(async () => {
  running = await startDatabase({ collections: ['things'] })
  things = tcb
    .init({ env: tcb.SYMBOL_CURRENT_ENV, timeout: 200, keepalive: false })
    .database()
    .collection('things')
})
afterEach(() => running.close())

const spoil = (fault: object, method = 'POST', type = 'application/json') =>
  fetch(`${running.url}/_cloud/faults`, {
    method,
    headers: { 'content-type': type },
    ...(method === 'POST' && { body: JSON.stringify(fault) }),
  })
const total = async () => (await things.count()).total

test('away: the connection breaks, nothing is carried out, and only once', async () => {
  await spoil({ kind: 'away' })
  await expect(things.add({ _id: 'a' })).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(await total()).toBe(0)
})

test('answerLost: the caller sees the same, whether it was carried out or not', async () => {
  await spoil({ kind: 'answerLost', when: 'before' })
  await expect(things.add({ _id: 'a' })).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(await total()).toBe(0)
  await spoil({ kind: 'answerLost', when: 'after' })
  await expect(things.add({ _id: 'b' })).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(await total()).toBe(1)
})

test('hang: nothing is ever answered', async () => {
  await spoil({ kind: 'hang' })
  await expect(things.add({ _id: 'a' })).rejects.toMatchObject({ code: 'ESOCKETTIMEDOUT' })
  expect(await total()).toBe(0)
})

test('slow: the answer comes late, the write before it or with it', async () => {
  await spoil({ kind: 'slow', ms: 60 })
  const from = performance.now()
  await things.add({ _id: 'a' })
  expect(performance.now() - from).toBeGreaterThanOrEqual(55)
  await spoil({ kind: 'slow', ms: 400, when: 'after' })
  await expect(things.add({ _id: 'b' })).rejects.toMatchObject({ code: 'ESOCKETTIMEDOUT' })
  expect(await total()).toBe(2)
})

test('a fault holds for its action and its number of times', async () => {
  await spoil({ kind: 'away', action: 'database.insertDocument', times: 2 })
  expect(await total()).toBe(0)
  await expect(things.add({ _id: 'a' })).rejects.toThrow()
  await expect(things.add({ _id: 'a' })).rejects.toThrow()
  await things.add({ _id: 'a' })
})

test('faults can be set in the process, listed and ended', async () => {
  running.cloudbase.databaseFaults.add({ kind: 'hang', action: '*', times: 'always' })
  expect(await (await spoil({}, 'GET')).json()).toEqual({
    faults: [{ kind: 'hang', action: '*', times: 'always' }],
  })
  await spoil({}, 'DELETE')
  expect(await total()).toBe(0)
})

test('what is not JSON, or no fault, is not taken', async () => {
  expect((await spoil({ kind: 'hang' }, 'POST', 'text/plain')).status).toBe(400)
  for (const fault of [{ kind: 'burn' }, { kind: 'slow' }, { kind: 'hang', times: 0 }]) {
    expect((await spoil(fault)).status).toBe(400)
  }
  expect(running.cloudbase.databaseFaults.list()).toEqual([])
})
