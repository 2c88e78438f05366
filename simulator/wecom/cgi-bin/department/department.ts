import type { Corp, Department } from '../../company/company'
import { indexOf } from '../../state/corp-index'
import { viewOf, withAllBelow, type View } from '../../state/visibility'
import type { Payload } from '../../wire/envelope'
import { badParameter, fault } from '../../wire/fault'
import type { AppCaller } from '../endpoint'

/**
 * A department (部门) as it goes over the wire. WeCom names only leaders whom the app sees; here a
 * leader is always in the department, so whoever sees the one sees the other.
 */
export const wireDepartment = (department: Department, corp: Corp): Payload => ({
  id: department.id,
  name: department.name,
  name_en: department.nameEn,
  department_leader: (indexOf(corp).leadersOf.get(department.id) ?? []).map(({ userId }) => userId),
  parentid: department.parentId,
  order: department.order,
})

/**
 * What list and simplelist answer: the department `id` and all below it, or without `id` all that
 * the app sees. Throws 60123 where there is none, 60011 where the app may not look.
 */
export const listedDepartments = (
  query: URLSearchParams,
  { corp, app }: Pick<AppCaller, 'corp' | 'app'>,
): Department[] => {
  const view = viewOf(corp, app.visibleRange)
  const id = query.get('id')
  if (!id) return view.departments
  const from = visibleDepartment(id, corp, view)
  const wanted = withAllBelow(corp, [from.id])
  return view.departments.filter((one) => wanted.has(one.id))
}

/** The department with this id as the query spells it; throws 40058, 60123 or 60011. */
export const visibleDepartment = (id: string, corp: Corp, view: View): Department => {
  if (!/^\d+$/.test(id)) throw badParameter('id', 'id must be a whole number')
  const department = indexOf(corp).departments.get(Number(id))
  if (!department) throw fault(60123, `${corp.name} has no department ${id}`)
  if (!view.includesDepartment(department.id)) {
    throw fault(60011, `${department.name} is outside the visible range (可见范围) of the app`)
  }
  return department
}
