import { createStoredBadge } from '../../../miniprogram/services/stored-badge'
import { lisi, zhangsan } from '../fixtures/employees'
import { createStorage } from '../fixtures/storage'

const withContact = {
  ...zhangsan,
  contact: { mobile: '13800000000' },
  more: { openUserId: 'wo-secret' },
}

describe('the stored badge', () => {
  test('comes back as it was kept, display fields only', () => {
    const storage = createStorage()
    createStoredBadge(storage).keep(withContact)
    const { directLeaders: _leaders, withheld: _withheld, ...display } = zhangsan
    expect(createStoredBadge(storage).read()).toEqual(display)
  })

  test('never holds contact data, leaders, or anything that signs in', () => {
    const storage = createStorage()
    createStoredBadge(storage).keep(withContact)
    expect(storage.everything()).not.toMatch(/13800000000|wo-secret|wangwu|withheld|session|token/)
  })

  test('is absent at first and after it was forgotten', () => {
    const badge = createStoredBadge(createStorage())
    expect(badge.read()).toBeNull()
    badge.keep(zhangsan)
    badge.forget()
    expect(badge.read()).toBeNull()
  })

  test.each([
    ['text', 'hello'],
    ['a number', 7],
    ['another version', { version: 2, badge: zhangsan }],
    ['no badge', { version: 1 }],
    ['a badge without a name', { version: 1, badge: { ...zhangsan, name: undefined } }],
    ['departments that are text', { version: 1, badge: { ...zhangsan, departments: 'x' } }],
    ['a broken department', { version: 1, badge: { ...zhangsan, departments: [{ id: 1 }] } }],
    ['roles of another kind', { version: 1, badge: { ...zhangsan, roles: [1] } }],
    ['names of roles of another kind', { version: 1, badge: { ...zhangsan, roleNames: { a: 1 } } }],
    ['a time that is none', { version: 1, badge: { ...zhangsan, confirmedAt: 'soon' } }],
  ])('counts as absent when the storage holds %s', (_name, stored) => {
    expect(createStoredBadge(createStorage({ badge: stored })).read()).toBeNull()
  })

  test('counts as absent when the storage cannot be read', () => {
    const broken = {
      ...createStorage(),
      getStorageSync() {
        throw new Error('getStorageSync:fail')
      },
    }
    expect(createStoredBadge(broken).read()).toBeNull()
  })

  test('of one person goes before the next person comes, even into a full storage', () => {
    const storage = createStorage()
    const badge = createStoredBadge(storage)
    badge.keep(zhangsan)
    storage.fill()
    badge.keep(lisi)
    expect(badge.read()).toBeNull()
    expect(storage.everything()).not.toContain('张三')
  })

  test('tells two people apart who have one user id in two companies', () => {
    const storage = createStorage()
    const removed: string[] = []
    const watched = {
      ...storage,
      removeStorageSync(key: string) {
        removed.push(key)
        storage.removeStorageSync(key)
      },
    }
    const badge = createStoredBadge(watched)
    badge.keep(zhangsan)
    badge.keep(zhangsan)
    expect(removed).toHaveLength(0)
    badge.keep({ ...zhangsan, corpId: 'ww2' })
    expect(removed).toHaveLength(1)
  })

  test('that cannot be updated is not left behind outdated', () => {
    const storage = createStorage()
    const badge = createStoredBadge(storage)
    badge.keep(zhangsan)
    storage.fill()
    badge.keep({ ...zhangsan, position: '总监' })
    expect(badge.read()).toBeNull()
  })
})
