import type { Corp, Department, Member, VisibleRange } from '../company/company'
import { indexOf } from './corp-index'

/** What an app may see of its corp. */
export interface View {
  departments: Department[]
  includesDepartment(id: number): boolean
  includesMember(member: Member): boolean
}

/**
 * Resolves a visible range (可见范围): a department stands for all below it, a tag for its members
 * and its departments. https://developer.work.weixin.qq.com/document/path/90665
 */
export const viewOf = (corp: Corp, range: VisibleRange): View => {
  const { views } = indexOf(corp)
  const known = views.get(range)
  if (known) return known
  const view = resolve(corp, range)
  views.set(range, view)
  return view
}

const resolve = (corp: Corp, range: VisibleRange): View => {
  const tags = corp.tags.filter(({ id }) => range.tags.includes(id))
  const userIds = new Set(
    [...range.members, ...tags.flatMap(({ members }) => members)].map((id) => id.toLowerCase()),
  )
  const departmentIds = withAllBelow(corp, [
    ...range.departments,
    ...tags.flatMap(({ departments }) => departments),
  ])
  return {
    departments: corp.departments.filter(({ id }) => departmentIds.has(id)),
    includesDepartment: (id) => departmentIds.has(id),
    includesMember: ({ userId, departments }) =>
      userIds.has(userId.toLowerCase()) || departments.some((id) => departmentIds.has(id)),
  }
}

/** The given departments and every department below them. */
export const withAllBelow = (corp: Corp, from: readonly number[]): Set<number> => {
  const { childrenOf } = indexOf(corp)
  const found = new Set(from)
  // A set that grows while it is walked: each department brings its children along.
  for (const id of found) for (const child of childrenOf.get(id) ?? []) found.add(child.id)
  return found
}
