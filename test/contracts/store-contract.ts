import type { Store } from '../../cloudfunctions/shared/store/store'

/** A store on which time can pass. */
export interface StoreUnderTest {
  store: Store
  /** Lets that many ms pass, for the store. */
  pass(ms: number): Promise<void>
}

const minute = 60_000

/** What every engine behind the store interface promises. */
export const describeStore = (name: string, open: () => Promise<StoreUnderTest>): void => {
  describe(`${name} keeps the contract of a store`, () => {
    let subject: StoreUnderTest
    beforeEach(async () => {
      subject = await open()
    })

    test('what is not there is null', async () => {
      expect(await subject.store.get('nothing')).toBeNull()
    })

    test('insert writes once; the second finds it taken', async () => {
      const { store } = subject
      expect(await store.insert('key', { a: 1 }, minute)).toBe(true)
      expect(await store.insert('key', { a: 2 }, minute)).toBe(false)
      expect(await store.get('key')).toEqual({ value: { a: 1 }, rev: 1 })
    })

    test('of fifty inserts at once exactly one wins', async () => {
      const { store } = subject
      const all = await Promise.all(
        Array.from({ length: 50 }, (_, n) => store.insert('key', n, minute)),
      )
      expect(all.filter(Boolean)).toHaveLength(1)
    })

    test('of fifty compare-and-sets at once exactly one wins', async () => {
      const { store } = subject
      await store.insert('key', 'first', minute)
      const all = await Promise.all(
        Array.from({ length: 50 }, (_, n) => store.cas('key', 1, n, minute)),
      )
      expect(all.filter(Boolean)).toHaveLength(1)
      expect((await store.get('key'))?.rev).toBe(2)
    })

    test('compare-and-set fails on another revision, and on nothing', async () => {
      const { store } = subject
      expect(await store.cas('nothing', 0, 'x', minute)).toBe(false)
      await store.put('key', 'first', minute)
      await store.put('key', 'second', minute)
      expect(await store.cas('key', 1, 'x', minute)).toBe(false)
      expect((await store.get('key'))?.value).toBe('second')
    })

    test('a value is gone after its life, for every operation', async () => {
      const { store, pass } = subject
      await store.insert('key', 'old', 80)
      await pass(120)
      expect(await store.get('key')).toBeNull()
      expect(await store.cas('key', 1, 'x', minute)).toBe(false)
      expect(await store.scan('', 10)).toEqual([])
      expect(await store.insert('key', 'new', minute)).toBe(true)
      expect((await store.get('key'))?.value).toBe('new')
    })

    test('a deleted value is gone, and deleting nothing is no error', async () => {
      const { store } = subject
      await store.put('key', 'x', minute)
      await store.del('key')
      await store.del('key')
      expect(await store.get('key')).toBeNull()
    })

    test('scan gives the keys of a prefix in order, and no more than asked', async () => {
      const { store } = subject
      for (const key of ['b:2', 'a:1', 'b:1', 'b:3', 'c']) await store.put(key, key, minute)
      expect(await store.scan('b:', 10)).toEqual(['b:1', 'b:2', 'b:3'])
      expect(await store.scan('b:', 2)).toEqual(['b:1', 'b:2'])
    })

    test('a value is the caller’s no longer once it is written, nor once it is read', async () => {
      const { store } = subject
      const written = { list: [1] }
      await store.put('key', written, minute)
      written.list.push(2)
      const read = (await store.get('key'))?.value as { list: number[] }
      read.list.push(3)
      expect((await store.get('key'))?.value).toEqual({ list: [1] })
    })
  })
}
