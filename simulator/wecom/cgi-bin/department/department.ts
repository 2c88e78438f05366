import type { Corp, Department } from '../../company/company'
import { indexOf } from '../../state/corp-index'
import { viewOf, withAllBelow, type View } from '../../state/visibility'
import type { World } from '../../state/world'
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
 * the app sees. Throws what visibleDepartment throws.
 */
export const listedDepartments = (
  query: URLSearchParams,
  { corp, app }: Pick<AppCaller, 'corp' | 'app'>,
  { choices }: Pick<World, 'choices'>,
): Department[] => {
  const view = viewOf(corp, app.visibleRange)
  const id = query.get('id')
  if (!id) return view.departments
  const from = visibleDepartment({ name: 'id', id }, { corp, view, choices })
  const wanted = withAllBelow(corp, [from.id])
  return view.departments.filter((one) => wanted.has(one.id))
}

/**
 * The department with this id, as the parameter `name` spells it. Throws 40058 where that is no
 * number, 60123 (or as `choices.unknownDepartment` says) for none, 60011 outside the visible range.
 */
export const visibleDepartment = (
  { name, id }: { name: string; id: string },
  { corp, view, choices }: { corp: Corp; view: View; choices: World['choices'] },
): Department => {
  if (!/^\d+$/.test(id)) throw badParameter(name, `${name} must be a whole number`)
  const department = indexOf(corp).departments.get(Number(id))
  if (!department) throw fault(choices.unknownDepartment, `${corp.name} has no department ${id}`)
  if (!view.includesDepartment(department.id)) {
    throw fault(60011, `${department.name} is outside the visible range (可见范围) of the app`)
  }
  return department
}
