import tcb from '@cloudbase/node-sdk'
import { startDatabase, type RunningDatabase } from './running'

let running: RunningDatabase
let db: ReturnType<ReturnType<typeof tcb.init>['database']>
let app: ReturnType<typeof tcb.init>
let things: ReturnType<typeof db.collection>

beforeEach(async () => {
  running = await startDatabase({ collections: ['things', 'audit'] })
  app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
  db = app.database()
  things = db.collection('things')
})
afterEach(() => running.close())

const one = async (id: string) => (await things.doc(id).get()).data[0]
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: { code: string; message: string }) => error,
  )

describe('the unmodified @cloudbase/node-sdk', () => {
  test('adds a document under its own id, or under one of 32 hex digits', async () => {
    expect(await things.add({ _id: 'corp', n: 1 })).toMatchObject({ id: 'corp' })
    expect((await things.add({ n: 2 })).id).toMatch(/^[0-9a-f]{32}$/)
  })

  test('reads every type back as it was written', async () => {
    const at = new Date(1_700_000_000_000)
    const value = { at, big: 1_700_000_000_000, small: -1, half: 1.5, text: '你好 🏷', none: null }
    await things.add({ _id: 'types', ...value, list: [1, { a: at }] })
    expect(await one('types')).toEqual({ _id: 'types', ...value, list: [1, { a: at }] })
  })

  test('gets an empty list for what is not there', async () => {
    expect((await things.doc('nobody').get()).data).toEqual([])
  })

  test('is told of a duplicate key in the words of the real cloud', async () => {
    await things.add({ _id: 'corp', a: 1 })
    const failure = await failureOf(things.add({ _id: 'corp', a: 2 }))
    expect(failure).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
    expect(failure?.message).toMatch(/E11000 duplicate key error collection: .*things index: _id_/)
    expect(await one('corp')).toMatchObject({ a: 1 })
  })

  test('meets the server’s clock as serverDate, with its offset', async () => {
    const before = Date.now()
    await things.add({ _id: 'now', at: db.serverDate(), later: db.serverDate({ offset: 60_000 }) })
    const { at, later } = (await one('now')) as { at: Date; later: Date }
    expect(at.getTime() - before).toBeLessThan(5000)
    expect(later.getTime() - at.getTime()).toBe(60_000)
  })

  test('a condition on the old value lets one update through, and none after it', async () => {
    const _ = db.command
    await things.add({ _id: 'corp', expiresAt: 100 })
    const take = () =>
      things.where({ _id: 'corp', expiresAt: _.lt(150) }).update({
        expiresAt: 500,
        'nested.x': 1,
        list: _.push(['a']),
      })
    expect((await take()).updated).toBe(1)
    expect((await take()).updated).toBe(0)
    expect(await one('corp')).toEqual({
      _id: 'corp',
      expiresAt: 500,
      nested: { x: 1 },
      list: ['a'],
    })
  })

  test('of twenty that race for a lock exactly one gets it', async () => {
    const _ = db.command
    await things.add({ _id: 'lock' })
    const races = await Promise.all(
      Array.from({ length: 20 }, (_none, owner) =>
        things
          .where({ _id: 'lock', until: _.or(_.exists(false), _.lt(10)) })
          .update({ until: 1000, owner }),
      ),
    )
    expect(races.filter(({ updated }) => updated === 1)).toHaveLength(1)
  })

  test('an update that changes nothing counts for nothing', async () => {
    await things.add({ _id: 'same', a: 1 })
    expect((await things.doc('same').update({ a: 1 })).updated).toBe(0)
  })

  test('updateAndReturn gives the document as it is afterwards', async () => {
    await things.add({ _id: 'counter' })
    const result = await things.where({ _id: 'counter' }).updateAndReturn({ n: db.command.inc(2) })
    expect(result).toMatchObject({ updated: 1, doc: { _id: 'counter', n: 2 } })
  })

  test('set makes a document or replaces it whole', async () => {
    expect(await things.doc('s').set({ a: 1 })).toMatchObject({ updated: 0, upsertedId: 's' })
    expect(await things.doc('s').set({ b: 2 })).toMatchObject({ updated: 1, upsertedId: null })
    expect(await one('s')).toEqual({ _id: 's', b: 2 })
  })

  test('counts, finds by regular expression, in order, in part', async () => {
    for (const name of ['Ann', 'bob', 'abe']) await things.add({ _id: name, name })
    expect((await things.count()).total).toBe(3)
    expect((await things.where({ name: /^a/i }).get()).data).toHaveLength(2)
    const last = await things.orderBy('_id', 'desc').limit(1).field({ name: true }).get()
    expect(last.data).toEqual([{ _id: 'bob', name: 'bob' }])
    expect((await things.orderBy('_id', 'asc').skip(1).get()).data).toHaveLength(2)
  })

  test('a get gives 100 documents by default and 1 000 at most', async () => {
    const all = Array.from({ length: 1100 }, (_none, n) => ({ _id: `n${n}` }))
    await things.add(all)
    expect((await things.get()).data).toHaveLength(100)
    expect((await things.limit(5000).get()).data).toHaveLength(1000)
  })

  test('aggregates, with a value that is no object as well', async () => {
    await things.add([
      { _id: 'a', kind: 'x', n: 1 },
      { _id: 'b', kind: 'x', n: 2 },
      { _id: 'c', kind: 'y', n: 4 },
    ])
    const $ = db.command.aggregate
    const sums = await things
      .aggregate()
      .group({ _id: '$kind', sum: $.sum('$n') })
      .sort({ _id: 1 })
      .limit(1)
      .end()
    expect(sums.data).toEqual([{ _id: 'x', sum: 3 }])
  })

  test('removes one, removes many, and says how many', async () => {
    await things.add([{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }])
    expect((await things.doc('a').remove()).deleted).toBe(1)
    const many = await things.where({ _id: db.command.in(['b', 'c', 'd']) }).remove()
    expect(many).toMatchObject({ deleted: 2 })
  })

  test('hears that a collection does not exist, until somebody makes it', async () => {
    expect(await failureOf(db.collection('unmade').count())).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
      message: expect.stringContaining('Db or Table not exist: unmade'),
    })
    await db.createCollection('unmade')
    expect((await db.collection('unmade').count()).total).toBe(0)
  })

  test('calls another function of the cloud', async () => {
    const answer = await app.callFunction({ name: 'echo', data: { a: 1 } })
    expect(answer.result).toEqual({ echoed: { a: 1 } })
    expect(await failureOf(app.callFunction({ name: 'nobody', data: {} }))).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
    })
  })

  test('finds the database through serviceUrl alone', async () => {
    await things.add({ _id: 'x' })
    delete process.env.TCB_CONTEXT_CNFG
    const other = tcb.init({
      env: 'local',
      secretId: 'a',
      secretKey: 'b',
      serviceUrl: `${running.url}/admin`,
    })
    expect((await other.database().collection('things').count()).total).toBe(1)
  })
})

test('a request without a signature is not answered with data', async () => {
  const response = await fetch(`${running.url}/admin?env=local`, {
    method: 'POST',
    body: JSON.stringify({ action: 'database.getDocument', collectionName: 'things' }),
  })
  expect(await response.json()).toMatchObject({ code: 'SIGN_PARAM_INVALID' })
})

test('an action that is not simulated is refused by name', async () => {
  const response = await fetch(`${running.url}/admin?env=local`, {
    method: 'POST',
    headers: { authorization: 'Bearer x' },
    body: JSON.stringify({ action: 'database.mapReduce', collectionName: 'things' }),
  })
  expect(await response.json()).toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining('database.mapReduce'),
  })
})
