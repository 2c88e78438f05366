import type { EmployeeRecord } from '../../../../cloudfunctions/shared/employees/employee-record'
import { createEmployees } from '../../../../cloudfunctions/shared/employees/employees'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import type { Store } from '../../../../cloudfunctions/shared/store/store'
import { StoreError } from '../../../../cloudfunctions/shared/store/store-error'
import { createTestClock } from '../../../support/clock'
import { personOf, sessionOf } from './people'

const minute = 60_000
const zhangsan = personOf('zhangsan')

/** Two instances on one store, which can be away. */
const setUp = () => {
  const clock = createTestClock()
  const engine = createMemoryStore(clock)
  let isAway = false
  let reads = 0
  let held: Promise<void> | undefined
  let heldWrite: Promise<void> | undefined
  const away: Store['get'] = async () => {
    throw new StoreError('away', 'get')
  }
  const store: Store = {
    ...engine,
    get: async (key) => {
      reads += 1
      const wait = held
      held = undefined
      const found = await (isAway ? away(key) : engine.get(key))
      await wait
      return found
    },
    cas: async (...write) => {
      const wait = heldWrite
      heldWrite = undefined
      const isWritten = await engine.cas(...write)
      await wait
      return isWritten
    },
  }
  const open = (madeBy = 'rules') => createEmployees({ store, keyPrefix: 'ww1:1', clock, madeBy })
  return {
    clock,
    store,
    open,
    here: open(),
    there: open(),
    setAway: (now: boolean) => void (isAway = now),
    reads: () => reads,
    /** The same for what is written. */
    holdNextWrite() {
      let release = () => {}
      heldWrite = new Promise((resolve) => (release = resolve))
      return () => release()
    },
    /** The next answer of the store is on its way until the answered function is called. */
    holdNextRead() {
      let release = () => {}
      held = new Promise((resolve) => (release = resolve))
      return () => release()
    },
  }
}
const idsOf = (record: EmployeeRecord | undefined) =>
  record?.sessions.map(({ sessionId }) => sessionId)

describe('a sign-in', () => {
  test('is written in one document, under the id in lower case', async () => {
    const { clock, store, here } = setUp()
    const at = clock.now()
    expect(await here.admit(personOf('ZhangSan'), sessionOf('s1', at), at)).toBe('admitted')
    expect((await store.get('ww1:1:employee:zhangsan'))?.value).toMatchObject({
      userId: 'ZhangSan',
      active: true,
      sessions: [sessionOf('s1', at)],
      employee: { confirmedAt: at },
      madeBy: 'rules',
    })
    expect(idsOf(await here.read('ZHANGSAN'))).toEqual(['s1'])
  })

  test('is the fifth of its door at most: the sixth ends the first, and leaves the other door alone', async () => {
    const { clock, here } = setUp()
    await here.admit(zhangsan, sessionOf('web', clock.now(), 'web'), clock.now())
    for (const id of ['1', '2', '3', '4', '5', '6']) {
      clock.advance(1000)
      await here.admit(zhangsan, sessionOf(id, clock.now()), clock.now())
    }
    expect(idsOf(await here.read('zhangsan'))).toEqual(['web', '2', '3', '4', '5', '6'])
  })

  test('clears away sessions that have run out', async () => {
    const { clock, here } = setUp()
    await here.admit(zhangsan, sessionOf('old', clock.now(), 'web'), clock.now())
    clock.advance(31 * minute)
    await here.admit(zhangsan, sessionOf('new', clock.now()), clock.now())
    expect(idsOf(await here.read('zhangsan'))).toEqual(['new'])
  })

  test('that asked WeCom before a revocation is told so, and one that asked after it is let in', async () => {
    const { clock, here, there } = setUp()
    const askedAt = clock.now()
    clock.advance(1)
    await there.revoke('zhangsan', 'disabled')
    expect(await here.admit(zhangsan, sessionOf('late', askedAt), askedAt)).toBe('revokedMeanwhile')
    expect(await here.read('zhangsan')).toMatchObject({ active: false, sessions: [] })
    clock.advance(1)
    expect(await here.admit(zhangsan, sessionOf('new', clock.now()), clock.now())).toBe('admitted')
    expect(idsOf(await here.read('zhangsan'))).toEqual(['new'])
  })

  test('with the store away counts here for a minute, and nowhere else', async () => {
    const { clock, here, there, setAway } = setUp()
    setAway(true)
    expect(await here.admit(zhangsan, sessionOf('s1', clock.now()), clock.now())).toBe('admitted')
    expect(await here.admit(zhangsan, sessionOf('s2', clock.now()), clock.now())).toBe('admitted')
    clock.advance(minute - 1)
    expect(idsOf(await here.current('zhangsan'))).toEqual(['s1', 's2'])
    await expect(there.current('zhangsan')).rejects.toThrow(StoreError)
    clock.advance(1)
    await expect(here.current('zhangsan')).rejects.toThrow(StoreError)
    setAway(false)
    expect(await here.current('zhangsan')).toBeUndefined()
  })
})

describe('a revocation', () => {
  test('ends every session, keeps nothing of the person, and says whether it changed anything', async () => {
    const { clock, store, here } = setUp()
    await here.admit(zhangsan, sessionOf('s1', clock.now()), clock.now())
    expect(await here.revoke('ZhangSan', 'unsubscribed')).toBe(true)
    expect(await here.revoke('zhangsan', 'unsubscribed')).toBe(false)
    const kept = (await store.get('ww1:1:employee:zhangsan'))?.value
    expect(kept).toEqual({
      userId: 'zhangsan',
      active: false,
      inactiveBecause: 'unsubscribed',
      revokedAt: clock.now(),
      sessions: [],
    })
  })

  test('of somebody without a record is remembered all the same', async () => {
    const { clock, here } = setUp()
    expect(await here.revoke('zhangsan', 'deleted')).toBe(false)
    expect(await here.admit(zhangsan, sessionOf('s1', clock.now()), clock.now())).toBe(
      'revokedMeanwhile',
    )
  })

  test('is known at once here, and within half a minute there', async () => {
    const { clock, here, there } = setUp()
    await here.admit(zhangsan, sessionOf('s1', clock.now()), clock.now())
    expect(await there.current('zhangsan')).toMatchObject({ active: true })
    await here.revoke('zhangsan', 'left')
    expect(await here.current('zhangsan')).toMatchObject({ active: false })
    clock.advance(29_999)
    expect(await there.current('zhangsan')).toMatchObject({ active: true })
    clock.advance(1)
    expect(await there.current('zhangsan')).toMatchObject({ active: false })
  })

  test('that may have failed leaves nothing that this instance believes', async () => {
    const { clock, here, setAway } = setUp()
    await here.admit(zhangsan, sessionOf('s1', clock.now()), clock.now())
    setAway(true)
    await expect(here.revoke('zhangsan', 'left')).rejects.toThrow(StoreError)
    await expect(here.current('zhangsan')).rejects.toThrow(StoreError)
  })
})

describe('a profile', () => {
  test('that was asked for later stays, whichever answer comes first', async () => {
    const { clock, here } = setUp()
    const at = clock.now()
    await here.admit(personOf('zhangsan', 'new'), sessionOf('s1', at), at + 10)
    await here.remember(personOf('zhangsan', 'old'), at + 5)
    await here.admit(personOf('zhangsan', 'old'), sessionOf('s2', at), at + 5)
    const record = await here.read('zhangsan')
    expect(record).toMatchObject({ employee: { position: 'new', confirmedAt: at + 10 } })
    expect(idsOf(record)).toEqual(['s1', 's2'])
    await here.remember(personOf('zhangsan', 'newest'), at + 11)
    expect(await here.read('zhangsan')).toMatchObject({ employee: { position: 'newest' } })
  })

  test('that is forgotten is not made fresh by whoever had asked before', async () => {
    const { clock, here } = setUp()
    const at = clock.now()
    await here.admit(zhangsan, sessionOf('s1', at), at)
    clock.advance(10)
    await here.forgetProfile('zhangsan')
    expect(await here.read('zhangsan')).toMatchObject({ employee: { confirmedAt: 0 } })
    await here.remember(zhangsan, at + 5)
    await here.admit(zhangsan, sessionOf('s2', at), at + 5)
    expect(await here.read('zhangsan')).toMatchObject({ employee: { confirmedAt: 0 } })
    await here.remember(zhangsan, at + 11)
    expect(await here.read('zhangsan')).toMatchObject({ employee: { confirmedAt: at + 11 } })
  })

  test('of somebody who is out, or unknown, is not brought back by a re-check', async () => {
    const { clock, here } = setUp()
    await here.remember(zhangsan, clock.now())
    expect(await here.read('zhangsan')).toBeUndefined()
    await here.revoke('zhangsan', 'left')
    await here.remember(zhangsan, clock.now() + 1)
    expect(await here.read('zhangsan')).toMatchObject({ active: false })
  })
})

describe('sessions', () => {
  test('end one by one, or all at once', async () => {
    const { clock, here } = setUp()
    for (const id of ['1', '2', '3']) {
      await here.admit(zhangsan, sessionOf(id, clock.now()), clock.now())
    }
    expect(await here.endSession('zhangsan', '2')).toBe(true)
    expect(await here.endSession('zhangsan', '2')).toBe(false)
    expect(idsOf(await here.current('zhangsan'))).toEqual(['1', '3'])
    await here.endSessions('zhangsan')
    expect(await here.current('zhangsan')).toMatchObject({ active: true, sessions: [] })
  })

  test('are lengthened only while they count', async () => {
    const { clock, here } = setUp()
    await here.admit(zhangsan, sessionOf('s1', clock.now()), clock.now())
    const later = clock.now() + 54 * minute
    expect(await here.extend('zhangsan', 's1', later)).toBe(true)
    // A slower renewal that began earlier.
    expect(await here.extend('zhangsan', 's1', later - minute)).toBe(true)
    expect(await here.read('zhangsan')).toMatchObject({ sessions: [{ expiresAt: later }] })
    expect(await here.extend('zhangsan', 's2', later)).toBe(false)
    await here.revoke('zhangsan', 'left')
    expect(await here.extend('zhangsan', 's1', later)).toBe(false)
  })
})

describe('memory', () => {
  test('answers for half a minute without the store, to many at once', async () => {
    const { clock, here, there, reads } = setUp()
    await here.admit(zhangsan, sessionOf('s1', clock.now()), clock.now())
    const before = reads()
    await Promise.all(Array.from({ length: 50 }, () => there.current('zhangsan')))
    clock.advance(29_999)
    await there.current('zhangsan')
    expect(reads() - before).toBe(1)
  })

  test('counts with the store away for a minute after the last look, and again once it is back', async () => {
    const { clock, here, there, setAway } = setUp()
    await here.admit(zhangsan, sessionOf('s1', clock.now()), clock.now())
    await there.current('zhangsan')
    setAway(true)
    clock.advance(minute - 1)
    expect(idsOf(await there.current('zhangsan'))).toEqual(['s1'])
    clock.advance(1)
    await expect(there.current('zhangsan')).rejects.toThrow(StoreError)
    setAway(false)
    expect(idsOf(await there.current('zhangsan'))).toEqual(['s1'])
  })

  test('a clock that is set back makes nothing fresh', async () => {
    const { clock, here, there, reads } = setUp()
    await here.admit(zhangsan, sessionOf('s1', clock.now()), clock.now())
    await there.current('zhangsan')
    const before = reads()
    clock.advance(-minute)
    await there.current('zhangsan')
    expect(reads() - before).toBe(1)
  })

  test('a read under way does not undo what was written meanwhile', async () => {
    const { clock, here, holdNextRead } = setUp()
    await here.admit(zhangsan, sessionOf('s1', clock.now()), clock.now())
    clock.advance(minute)
    const release = holdNextRead()
    const reading = here.current('zhangsan')
    await here.revoke('zhangsan', 'left')
    release()
    expect(await reading).toMatchObject({ active: true })
    expect(await here.current('zhangsan')).toMatchObject({ active: false })
  })
})

test('of two changes here the later one is remembered, though its answer overtakes the other', async () => {
  const { clock, here, holdNextWrite } = setUp()
  await here.admit(zhangsan, sessionOf('s1', clock.now()), clock.now())
  const release = holdNextWrite()
  const admitting = here.admit(zhangsan, sessionOf('s2', clock.now()), clock.now())
  const revoking = here.revoke('zhangsan', 'left')
  await new Promise(setImmediate)
  release()
  await Promise.all([admitting, revoking])
  expect(await here.current('zhangsan')).toMatchObject({ active: false })
})

test('all who have a record are listed in order, page by page', async () => {
  const { clock, here } = setUp()
  for (const id of ['Wang', 'Li', 'zhang']) {
    await here.admit(personOf(id), sessionOf('s', clock.now()), clock.now())
  }
  expect(await here.list(undefined, 2)).toEqual(['li', 'wang'])
  expect(await here.list('wang', 2)).toEqual(['zhang'])
  expect(await here.list('zhang', 2)).toEqual([])
})
