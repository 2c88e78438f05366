import type { Store } from '../../cloudfunctions/shared/store/store'

/** A store on which time can pass. */
export interface StoreUnderTest {
  /** Empty. */
  store: Store
  /** Another instance on the same engine; the same one where there can be only one. */
  second: Store
  /** Lets that many ms pass, for the store. */
  pass(ms: number): Promise<void>
}

const minute = 60_000

const revOf = async (store: Store, key: string): Promise<number> => {
  const stored = await store.get(key)
  if (!stored) throw new Error(`${key} is not there`)
  return stored.rev
}

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
      expect(await store.get('key')).toEqual({ value: { a: 1 }, rev: expect.any(Number) })
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
      const rev = await revOf(store, 'key')
      const all = await Promise.all(
        Array.from({ length: 50 }, (_, n) => store.cas('key', rev, n, minute)),
      )
      expect(all.filter(Boolean)).toHaveLength(1)
      expect(await store.get('key')).toEqual({ value: all.indexOf(true), rev: rev + 1 })
    })

    test('of two instances that write at once exactly one wins, and both see what it wrote', async () => {
      const { store, second } = subject
      for (let round = 0; round < 20; round++) {
        const key = `round-${round}`
        const inserted = await Promise.all([
          store.insert(key, 'a', minute),
          second.insert(key, 'b', minute),
        ])
        expect(inserted.filter(Boolean)).toHaveLength(1)
        const rev = await revOf(second, key)
        const set = await Promise.all([
          store.cas(key, rev, 'A', minute),
          second.cas(key, rev, 'B', minute),
        ])
        expect(set.filter(Boolean)).toHaveLength(1)
        const winner = { value: set[0] ? 'A' : 'B', rev: rev + 1 }
        expect([await store.get(key), await second.get(key)]).toEqual([winner, winner])
      }
    })

    test('a revision grows by one with every write', async () => {
      const { store } = subject
      await store.put('key', 'a', minute)
      const rev = await revOf(store, 'key')
      await store.put('key', 'b', minute)
      expect(await store.cas('key', rev + 1, 'c', minute)).toBe(true)
      expect(await store.get('key')).toEqual({ value: 'c', rev: rev + 2 })
    })

    test('a key never has a revision twice, not after it was deleted, nor after it has expired', async () => {
      const { store, pass } = subject
      const seen: number[] = []
      const remember = async () => void seen.push(await revOf(store, 'key'))
      await store.insert('key', 'a', minute)
      await remember()
      await store.del('key')
      await pass(2)
      await store.insert('key', 'b', 80)
      await remember()
      await pass(120)
      await store.insert('key', 'c', minute)
      await remember()
      await store.del('key')
      await pass(2)
      await store.put('key', 'd', minute)
      await remember()
      expect(new Set(seen).size).toBe(4)
      for (const rev of seen.slice(0, 3)) {
        expect(await store.cas('key', rev, 'of one who slept', minute)).toBe(false)
      }
      expect((await store.get('key'))?.value).toBe('d')
    })

    test('compare-and-set fails on another revision, and on nothing', async () => {
      const { store } = subject
      expect(await store.cas('nothing', 0, 'x', minute)).toBe(false)
      await store.put('key', 'first', minute)
      const rev = await revOf(store, 'key')
      await store.put('key', 'second', minute)
      expect(await store.cas('key', rev, 'x', minute)).toBe(false)
      expect((await store.get('key'))?.value).toBe('second')
    })

    test('a value is gone after its life, for every operation', async () => {
      const { store, pass } = subject
      await store.insert('key', 'old', 80)
      const rev = await revOf(store, 'key')
      await pass(120)
      expect(await store.get('key')).toBeNull()
      expect(await store.cas('key', rev, 'x', minute)).toBe(false)
      expect(await store.scan('', 10)).toEqual([])
      expect(await store.insert('key', 'new', minute)).toBe(true)
      expect((await store.get('key'))?.value).toBe('new')
    })

    test('cas and put each give a value a new life', async () => {
      const { store, pass } = subject
      for (const key of ['cas', 'put']) await store.insert(key, 'old', 250)
      await store.cas('cas', await revOf(store, 'cas'), 'new', minute)
      await store.put('put', 'new', minute)
      await pass(300)
      expect((await store.get('cas'))?.value).toBe('new')
      expect((await store.get('put'))?.value).toBe('new')
    })

    test('of fifty that take over an expired value exactly one wins', async () => {
      const { store, pass } = subject
      await store.insert('lease', 'old', 80)
      await pass(120)
      const all = await Promise.all(
        Array.from({ length: 50 }, (_, n) => store.insert('lease', n, minute)),
      )
      expect(all.filter(Boolean)).toHaveLength(1)
      expect((await store.get('lease'))?.value).toBe(all.indexOf(true))
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

    test('scan goes on behind a key, whether that is still there or not', async () => {
      const { store } = subject
      for (const key of ['a', 'b:1', 'b:2', 'b:3', 'b:4', 'c']) await store.put(key, key, minute)
      await store.del('b:2')
      expect(await store.scan('b:', 10, 'b:2')).toEqual(['b:3', 'b:4'])
      expect(await store.scan('b:', 1, 'b:1')).toEqual(['b:3'])
      expect(await store.scan('b:', 10, 'a')).toEqual(['b:1', 'b:3', 'b:4'])
      expect(await store.scan('b:', 10, 'b:4')).toEqual([])
      expect(await store.scan('b:', 10, 'c')).toEqual([])
    })

    test('page by page scan gives each key once', async () => {
      const { store } = subject
      const ends = ['', '!', '0', 'A', 'a', 'a:', 'ab', '}', '~', '\u007f', '中', '中文', '🏷']
      const long = ['k'.repeat(950), `${'k'.repeat(950)}2`, 'k'.repeat(2000)]
      const keys = [...ends, ...long].map((end) => `p${end}`)
      for (const key of ['o', ...keys, 'q']) await store.put(key, 0, minute)
      const found: string[] = []
      for (let pages = 0; pages <= keys.length; pages++) {
        const page = await store.scan('p', 2, found.at(-1))
        if (page.length === 0) break
        found.push(...page)
      }
      expect(found).toHaveLength(keys.length)
      expect(new Set(found)).toEqual(new Set(keys))
    })

    test('removing what has expired leaves what lives', async () => {
      const { store, pass } = subject
      await store.put('old', 0, 50)
      await store.put('new', 0, minute)
      await pass(80)
      await store.removeExpired()
      expect(await store.removeExpired()).toBe(0)
      expect(await store.scan('', 10)).toEqual(['new'])
    })

    test('scan takes a prefix by its characters: none of them means anything else', async () => {
      const { store } = subject
      const keys = ['a*1', 'a?1', 'a[b]1', 'a\\1', 'a.1', 'a$1', 'axx1', 'A*1']
      for (const key of keys) await store.put(key, key, minute)
      for (const prefix of ['a*', 'a?', 'a[b]', 'a\\', 'a.', 'a$']) {
        expect(await store.scan(prefix, 10)).toEqual([`${prefix}1`])
      }
      expect(await store.scan('', 10)).toEqual([...keys].sort())
    })

    test('scan gives no more than 1 000 keys', async () => {
      const { store } = subject
      const keys = Array.from({ length: 1010 }, (_, n) => `n:${String(n).padStart(4, '0')}`)
      for (let at = 0; at < keys.length; at += 100) {
        await Promise.all(keys.slice(at, at + 100).map((key) => store.put(key, 0, minute)))
      }
      expect(await store.scan('n:', 5000)).toEqual(keys.slice(0, 1000))
    })

    test.each([
      ['an object', { a: [1, { b: null }], $set: { 'x.y': 1 }, _id: 'z', __proto__x: true }],
      ['text of every script', { text: '张三 🏷️ \u0000 \ud83d \u2028 "\\' }],
      ['a text that is no JSON', '{"a":'],
      ['zero', 0],
      ['false', false],
      ['null', null],
      ['a large number', Number.MAX_SAFE_INTEGER],
      ['a fraction', 0.1],
      ['what looks like another type', { $date: '2026-01-01', $numberInt: '5' }],
      ['100 KB', '工'.repeat(34_000)],
    ])('keeps %s as it is', async (_what, value) => {
      const { store, second } = subject
      await store.insert('key', value, minute)
      expect((await second.get('key'))?.value).toEqual(value)
      await store.cas('key', await revOf(store, 'key'), { again: value }, minute)
      expect((await second.get('key'))?.value).toEqual({ again: value })
      await store.put('key', value, minute)
      expect((await second.get('key'))?.value).toEqual(value)
    })

    test.each([
      ['no text at all', ''],
      ['other scripts', '员工:张三🏷'],
      ['control characters', 'a\u0000\n\u007f'],
      ['spaces and quotes', ` "it's" `],
      ['a path', 'employees/ww1:zhangsan/../x'],
      ['braces, which a cluster reads', '{ww1}:a}b{'],
      ['operators', '$where.a'],
      ['what escapes look like', '!0020~4e00~~'],
      ['names of objects', '__proto__'],
      ['2 000 characters', 'k'.repeat(2000)],
    ])('a key may be %s', async (_what, key) => {
      const { store } = subject
      const beside = `${key}x`
      expect(await store.insert(key, 1, minute)).toBe(true)
      expect(await store.insert(beside, 2, minute)).toBe(true)
      expect(await store.insert(key, 3, minute)).toBe(false)
      expect(await store.cas(key, await revOf(store, key), 4, minute)).toBe(true)
      expect([(await store.get(key))?.value, (await store.get(beside))?.value]).toEqual([4, 2])
      expect((await store.scan(key, 10)).sort()).toEqual([key, beside].sort())
      await store.del(key)
      expect(await store.scan(key, 10)).toEqual([beside])
    })

    test('keys of all characters come in one order', async () => {
      const { store } = subject
      const keys = [
        '',
        ' ',
        '!',
        '"',
        '0',
        ':',
        'A',
        'a',
        'aa',
        '}',
        '~',
        '\u007f',
        'é',
        '中',
        '🏷',
        '\uffee',
      ]
      for (const key of keys) await store.put(`o${key}`, 0, minute)
      expect(await store.scan('o', 100)).toEqual(keys.map((key) => `o${key}`).sort())
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
