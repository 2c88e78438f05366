import * as sdk from '@cloudbase/node-sdk'
import { setTimeout as pause } from 'node:timers/promises'
import { inspect } from 'node:util'
import { collectionName } from '../../../../cloudfunctions/shared/store/cloudbase-collection'
import { createCloudbaseStore } from '../../../../cloudfunctions/shared/store/cloudbase-store'
import { StoreError } from '../../../../cloudfunctions/shared/store/store-error'
import { describeStore } from '../../../contracts/store-contract'
import { createTestClock } from '../../../support/clock'
import { startDatabase, type RunningDatabase } from '../../../simulator/cloudbase/database/running'

// The SDK warns of a slow request 3 s after one that has failed: when these tests have long ended.
console.warn = () => undefined

let running: RunningDatabase
beforeEach(async () => {
  running = await startDatabase({ collections: [collectionName] })
})
afterEach(() => running.close())

const clock = { now: Date.now }
const open = (timeoutMs = 1000) =>
  createCloudbaseStore({ loadSdk: async () => sdk, clock, timeoutMs })

describeStore('cloudbase', async () => ({ store: open(5000), second: open(5000), pass: pause }))

const spoil = (kind: 'away' | 'hang', action = '*') =>
  running.cloudbase.databaseFaults.add({ kind, action, times: 'always' })
const loseAnswer = (action: string) =>
  running.cloudbase.databaseFaults.add({ kind: 'answerLost', when: 'after', action, times: 1 })
const minute = 60_000
const secret = 'SECRET-VALUE-0123456789'

const failureOf = async (operation: Promise<unknown>): Promise<StoreError> => {
  const error: unknown = await operation.catch((thrown: unknown) => thrown)
  if (error instanceof StoreError) return error
  throw new Error(`no StoreError: ${inspect(error)}`)
}

describe('when the database is not there', () => {
  test.each(['away', 'hang'] as const)(
    '%s: every operation ends in time, as away',
    async (kind) => {
      const store = open(150)
      await store.get('warm')
      spoil(kind)
      const from = performance.now()
      const failures = await Promise.all([
        failureOf(store.get('key')),
        failureOf(store.insert('key', secret, minute)),
        failureOf(store.cas('key', 1, secret, minute)),
        failureOf(store.put('key', secret, minute)),
        failureOf(store.del('key')),
        failureOf(store.scan('key', 10)),
        failureOf(store.removeExpired()),
      ])
      expect(performance.now() - from).toBeLessThan(1000)
      expect(failures.map(({ failure }) => failure)).toEqual(Array(7).fill('away'))
    },
  )

  test('it is used again as soon as it is back', async () => {
    const store = open()
    spoil('away')
    await failureOf(store.insert('key', 1, minute))
    running.cloudbase.databaseFaults.clear()
    expect(await store.insert('key', 1, minute)).toBe(true)
  })

  test('an insert that has run out of time between two requests does not send the second', async () => {
    await open().insert('key', 'old', 1)
    await pause(5)
    const loadSdk = async () => (await pause(120), sdk)
    const store = createCloudbaseStore({ loadSdk, clock, timeoutMs: 200 })
    running.cloudbase.databaseFaults.add({
      kind: 'slow',
      ms: 120,
      when: 'after',
      action: 'database.insertDocument',
      times: 1,
    })
    expect((await failureOf(store.insert('key', 'late', minute))).failure).toBe('away')
    await pause(200)
    expect(await store.get('key')).toBeNull()
  })

  test('a write whose answer was lost has failed as away, and is there', async () => {
    const store = open()
    loseAnswer('database.insertDocument')
    expect((await failureOf(store.insert('key', 'written', minute))).failure).toBe('away')
    expect((await store.get('key'))?.value).toBe('written')
  })
})

test('a collection that nobody has made is a refusal', async () => {
  await running.close()
  running = await startDatabase()
  expect(await failureOf(open().get('key'))).toMatchObject({ failure: 'refused', operation: 'get' })
})

test('a document that somebody has changed in the console is a refusal, not a value', async () => {
  const store = open()
  await store.put('key', 1, minute)
  const collection = sdk.init({ env: 'local' }).database().collection(collectionName)
  await collection.doc('key').update({ rev: 'x' })
  expect((await failureOf(store.get('key'))).failure).toBe('refused')
})

test('an SDK that cannot be loaded is a refusal, and tried again at the next operation', async () => {
  let isBroken = true
  const loadSdk = async () => {
    if (isBroken) throw new Error('cannot read the file')
    return sdk
  }
  const store = createCloudbaseStore({ loadSdk, clock })
  expect((await failureOf(store.get('key'))).failure).toBe('refused')
  isBroken = false
  expect(await store.get('key')).toBeNull()
})

test('the SDK is loaded at the first operation, and once', async () => {
  let loads = 0
  const loadSdk = async () => (loads++, sdk)
  const store = createCloudbaseStore({ loadSdk, clock })
  expect(loads).toBe(0)
  await Promise.all([store.get('a'), store.get('b')])
  expect(loads).toBe(1)
})

test('no error holds the address, a key, a value or another error', async () => {
  const store = open(150)
  spoil('away')
  const failure = await failureOf(store.insert('a-private-key', secret, minute))
  const everything = inspect(failure, { depth: Infinity, showHidden: true }) + failure.stack
  for (const word of [secret, 'a-private-key', running.url, '127.0.0.1', 'ECONNRESET']) {
    expect(everything).not.toContain(word)
  }
  expect(failure.cause).toBeUndefined()
})

test('a prefix that is longer than an id still finds its own keys only', async () => {
  const store = open()
  const long = 'k'.repeat(850)
  for (const end of ['a', 'a2', 'b']) await store.put(long + end, 0, minute)
  expect((await store.scan(`${long}a`, 10)).sort()).toEqual([`${long}a`, `${long}a2`])
})

test('an expired value that is removed while it is being taken over is no live one', async () => {
  const store = open()
  await store.insert('key', 'old', 1)
  await pause(5)
  running.cloudbase.databaseFaults.add({
    kind: 'slow',
    ms: 100,
    when: 'before',
    action: 'database.modifyDocument',
    times: 1,
  })
  const inserting = store.insert('key', 'new', minute)
  await pause(50)
  expect(await open().removeExpired()).toBe(1)
  expect(await inserting).toBe(true)
})

test('removeExpired deletes what has expired, and nothing else', async () => {
  const now = createTestClock()
  const store = createCloudbaseStore({ loadSdk: async () => sdk, clock: now })
  for (const [key, life] of [
    ['a', 10],
    ['b', 20],
    ['c', 1000],
  ] as const) {
    await store.insert(key, key, life)
  }
  now.advance(100)
  expect(await store.removeExpired()).toBe(2)
  expect(await store.removeExpired()).toBe(0)
  expect(await store.scan('', 10)).toEqual(['c'])
})
