import tcb from '@cloudbase/node-sdk'
import { setTimeout as pause } from 'node:timers/promises'
import cloud from 'wx-server-sdk'
import { initWxServerSdk, startDatabase, type RunningDatabase } from './running'

type Transaction = Awaited<ReturnType<typeof db.startTransaction>>

let running: RunningDatabase
let db: ReturnType<ReturnType<typeof tcb.init>['database']>
let things: ReturnType<typeof db.collection>

beforeEach(async () => {
  running = await startDatabase({ collections: ['things', 'audit'] })
  db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database()
  things = db.collection('things')
  await things.add({ _id: 'corp', n: 0 })
})
afterEach(() => running.close())

const n = async () => ((await things.doc('corp').get()).data[0] as { n: number }).n

describe('a transaction', () => {
  test('is seen by nobody until it is committed, and by all afterwards', async () => {
    const answer = await db.runTransaction(async (transaction: Transaction) => {
      const own = transaction.collection('things').doc('corp')
      await own.update({ n: db.command.inc(1) })
      await transaction.collection('audit').add({ _id: 'entry' })
      expect(((await own.get()).data as { n: number }).n).toBe(1)
      expect(await n()).toBe(0)
      expect((await db.collection('audit').count()).total).toBe(0)
      return 'done'
    })
    expect(answer).toBe('done')
    expect(await n()).toBe(1)
    expect((await db.collection('audit').count()).total).toBe(1)
  })

  test('reads the state of its beginning, whatever others write meanwhile', async () => {
    const transaction = await db.startTransaction()
    await things.doc('corp').update({ n: 7 })
    await things.add({ _id: 'later' })
    const seen = transaction.collection('things')
    expect((await seen.doc('corp').get()).data).toMatchObject({ n: 0 })
    expect((await seen.doc('later').get()).data).toBeNull()
    await transaction.rollback()
  })

  test('rolled back has never been, and its reason reaches the caller', async () => {
    const reason = await db
      .runTransaction(async (transaction: Transaction) => {
        await transaction.collection('things').doc('corp').update({ n: -1 })
        await transaction.rollback({ why: 'no' })
      })
      .catch((error: unknown) => error)
    expect(reason).toEqual({ why: 'no' })
    expect(await n()).toBe(0)
  })

  test('makes a plain write to the same document wait for its end', async () => {
    const transaction = await db.startTransaction()
    await transaction.collection('things').doc('corp').update({ n: 1 })
    const order: string[] = []
    const plain = things
      .doc('corp')
      .update({ n: 2 })
      .then(() => order.push('plain'))
    await pause(40)
    order.push('commit')
    await transaction.commit()
    await plain
    expect(order).toEqual(['commit', 'plain'])
    expect(await n()).toBe(2)
  })

  test('does not hold where().update(): the SDK sends it without the transaction’s id', async () => {
    const transaction = await db.startTransaction()
    await transaction.collection('things').where({ _id: 'corp' }).update({ leaked: true })
    await transaction.rollback()
    expect((await things.doc('corp').get()).data[0]).toMatchObject({ leaked: true })
  })

  test('conflicts with a plain write that came after its beginning', async () => {
    const transaction = await db.startTransaction()
    await things.doc('corp').update({ n: 7 })
    const late = transaction.collection('things').doc('corp').update({ n: 1 })
    await expect(late).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
    expect(await n()).toBe(7)
  })

  test('that lost a conflict holds nothing any more, though nobody has ended it', async () => {
    await things.add({ _id: 'other', n: 0 })
    const [winner, loser] = [await db.startTransaction(), await db.startTransaction()]
    await winner.collection('things').doc('corp').update({ n: 1 })
    await loser.collection('things').doc('other').update({ n: 1 })
    const conflict = loser.collection('things').doc('corp').update({ n: 2 })
    await expect(conflict).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_CONFLICT' })
    expect((await things.doc('other').update({ n: 3 })).updated).toBe(1)
    await winner.commit()
  })

  test('that has ended is refused', async () => {
    const transaction = await db.startTransaction()
    await transaction.commit()
    const late = transaction.collection('things').doc('corp').update({ n: 1 })
    await expect(late).rejects.toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })
})

/** Three read-modify-write transactions that are sure to meet. */
const countToThree = async (increment: () => Promise<void>) => {
  const results = await Promise.allSettled([increment(), increment(), increment()])
  return results.filter(({ status }) => status === 'fulfilled').length
}

describe('of transactions that write one document one goes through at a time', () => {
  test('node-sdk repeats those that lost: all succeed', async () => {
    let runs = 0
    const succeeded = await countToThree(() =>
      db.runTransaction(async (transaction: Transaction) => {
        runs++
        const own = transaction.collection('things').doc('corp')
        const { data } = await own.get()
        await pause(10)
        await own.update({ n: (data as { n: number }).n + 1 })
      }, 20),
    )
    expect([succeeded, await n()]).toEqual([3, 3])
    expect(runs).toBeGreaterThan(3)
  })

  test('wx-server-sdk hides the code of the conflict from itself: those that lost fail', async () => {
    initWxServerSdk()
    let runs = 0
    const succeeded = await countToThree(() =>
      cloud.database().runTransaction(async (transaction: Transaction) => {
        runs++
        const own = transaction.collection('things').doc('corp')
        const { data } = (await own.get()) as unknown as { data: { n: number } }
        await pause(10)
        await own.update({ data: { n: data.n + 1 } })
      }, 20),
    )
    expect([succeeded, runs, await n()]).toEqual([1, 3, 1])
  })
})
