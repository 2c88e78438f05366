import { company } from '../running'
import { createChanges } from '../../../../simulator/wecom/state/change'
import { indexOf } from '../../../../simulator/wecom/state/corp-index'
import { findMember } from '../../../../simulator/wecom/state/lookup'
import { viewOf } from '../../../../simulator/wecom/state/visibility'

const range = { members: [], departments: [6], tags: [] }

test('a corp is searched once for many lookups', () => {
  const corp = company()
  expect(indexOf(corp)).toBe(indexOf(corp))
  expect(viewOf(corp, range)).toBe(viewOf(corp, range))
})

test('after a change nothing is answered from what was there before it', () => {
  const corp = company()
  const changes = createChanges()
  const lisi = findMember(corp, 'lisi')
  expect(lisi && viewOf(corp, range).includesMember(lisi)).toBe(false)

  changes.change(corp, () => {
    range.departments = [4]
    corp.members = corp.members.filter(({ userId }) => userId !== 'zhangsan')
  })

  expect(findMember(corp, 'zhangsan')).toBeUndefined()
  expect(lisi && viewOf(corp, range).includesMember(lisi)).toBe(true)
})

test('whoever hears of a change finds the corp as it is now', () => {
  const corp = company()
  const changes = createChanges()
  const found: unknown[] = []
  changes.watch(() => () => void found.push(findMember(corp, 'zhangsan')))
  findMember(corp, 'zhangsan')

  changes.change(corp, () => (corp.members = []))

  expect(found).toEqual([undefined])
})
