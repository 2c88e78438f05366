import type { Member } from '../../company/company'
import { indexOf } from '../../state/corp-index'
import { viewOf, withAllBelow } from '../../state/visibility'
import type { World } from '../../state/world'
import { fault } from '../../wire/fault'
import { visibleDepartment } from '../department/department'
import type { AppCaller } from '../endpoint'

/**
 * The members of a department: those in it, or with fetch_child=1, which today's documents leave
 * out, those in the departments below too. Throws 41019, 40058, 45029 where the answer would be too
 * large, and what visibleDepartment throws.
 */
export const membersOfDepartment = (
  query: URLSearchParams,
  { corp, app }: Pick<AppCaller, 'corp' | 'app'>,
  { choices, limits }: Pick<World, 'choices' | 'limits'>,
): Member[] => {
  const id = query.get('department_id')
  if (!id) throw fault(41019, 'no department_id in the query string')
  const view = viewOf(corp, app.visibleRange)
  const { id: from } = visibleDepartment({ name: 'department_id', id }, { corp, view, choices })
  const { membersOf } = indexOf(corp)
  if (query.get('fetch_child') !== '1') return [...(membersOf.get(from) ?? [])]

  const below = [...withAllBelow(corp, [from])]
  // Whoever is in two of these departments is listed once.
  const found = new Set(below.flatMap((one) => membersOf.get(one) ?? []))
  if (found.size > limits.settings.largestMemberList) {
    throw fault(45029, `${found.size} members are too many for one answer; ask by department`)
  }
  return [...found]
}
