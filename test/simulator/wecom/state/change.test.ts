import { createChanges } from '../../../../simulator/wecom/state/change'
import type { Corp } from '../../../../simulator/wecom/company/company'

const corp = { name: '启明科技' } as Corp

test('a watcher sees the corp before and after each change', () => {
  const changes = createChanges()
  const names: string[] = []
  changes.watch(({ name }) => {
    names.push(name)
    return () => void names.push(corp.name)
  })

  changes.change(corp, () => (corp.name = '启明科技集团'))

  expect(names).toEqual(['启明科技', '启明科技集团'])
})

test('a change gives what it made', () => {
  expect(createChanges().change(corp, () => 7)).toBe(7)
})
