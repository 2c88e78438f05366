import cloud from 'wx-server-sdk'
import { initWxServerSdk, startDatabase, type RunningDatabase } from './running'

let running: RunningDatabase
let db: ReturnType<typeof cloud.database>
let members: ReturnType<typeof db.collection>

beforeEach(async () => {
  running = await startDatabase({ collections: ['members'] })
  initWxServerSdk()
  db = cloud.database()
  members = db.collection('members')
})
afterEach(() => running.close())

describe('the unmodified wx-server-sdk', () => {
  test('adds, and reads one document as an object', async () => {
    expect(await members.add({ data: { _id: 'u1', n: 1, when: db.serverDate() } })).toMatchObject({
      _id: 'u1',
      errMsg: 'collection.add:ok',
    })
    expect(await members.doc('u1').get()).toMatchObject({
      data: { n: 1, when: expect.any(Date) },
    })
  })

  test('numbers a duplicate key -502001, and a collection that is missing -502005', async () => {
    await members.add({ data: { _id: 'u1' } })
    await expect(members.add({ data: { _id: 'u1' } })).rejects.toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('E11000'),
    })
    await expect(db.collection('unmade').count()).rejects.toMatchObject({ errCode: -502005 })
  })

  test('throws for a document that is not there', async () => {
    await expect(members.doc('nobody').get()).rejects.toMatchObject({
      errMsg: expect.stringContaining('document with _id nobody does not exist'),
    })
  })

  test('updates on a condition, once', async () => {
    await members.add({ data: { _id: 'u1', n: 1 } })
    const update = () =>
      members.where({ _id: 'u1', n: db.command.lt(5) }).update({ data: { n: 9 } })
    expect(await update()).toMatchObject({ stats: { updated: 1 } })
    expect(await update()).toMatchObject({ stats: { updated: 0 } })
  })

  test('sets, counts and removes', async () => {
    await members.doc('u2').set({ data: { z: 1 } })
    await members.doc('u2').set({ data: { y: 2 } })
    expect(await members.doc('u2').get()).toMatchObject({ data: { _id: 'u2', y: 2 } })
    expect(await members.count()).toMatchObject({ total: 1 })
    expect(await members.doc('u2').remove()).toMatchObject({ stats: { removed: 1 } })
  })

  test('runs a transaction', async () => {
    await members.add({ data: { _id: 'u1', n: 9 } })
    await db.runTransaction(async (transaction: typeof db) => {
      const own = transaction.collection('members').doc('u1')
      const { data } = (await own.get()) as unknown as { data: { n: number } }
      await own.update({ data: { n: data.n + 1 } })
    })
    expect(await members.doc('u1').get()).toMatchObject({ data: { n: 10 } })
  })

  test('calls another function of the cloud', async () => {
    const { result } = (await cloud.callFunction({ name: 'echo', data: { b: 2 } })) as {
      result: unknown
    }
    expect(result).toEqual({ echoed: { b: 2 } })
  })

  test('finds the database through serviceUrl alone', async () => {
    await members.add({ data: { _id: 'u1' } })
    delete process.env.TCB_CONTEXT_CNFG
    // Undocumented for this SDK; it is handed on to the one beneath.
    const options = { env: 'local', serviceUrl: `${running.url}/admin` }
    const { createNewInstance } = cloud as unknown as {
      createNewInstance(options: object): typeof cloud
    }
    const other = createNewInstance(options)
    expect(await other.database().collection('members').count()).toMatchObject({ total: 1 })
  })
})
