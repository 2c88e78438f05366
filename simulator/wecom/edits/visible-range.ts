import type { App, Corp, Department, Member, VisibleRange } from '../company/company'
import { viewOf } from '../state/visibility'

/** The app's visible range (可见范围) with a member in it. */
export const rangeWith = (corp: Corp, { visibleRange }: App, member: Member): VisibleRange =>
  viewOf(corp, visibleRange).includesMember(member)
    ? visibleRange
    : { ...visibleRange, members: [...visibleRange.members, member.userId] }

/**
 * The app's visible range without a member, and with everybody else who was in it. The console
 * cannot exclude one person from a department: their departments, and those above, give way to the
 * other departments in them and to the names of the people who stay.
 */
export const rangeWithout = (corp: Corp, { visibleRange }: App, gone: Member): VisibleRange => {
  const before = viewOf(corp, visibleRange)
  const given = new Set([...gone.departments.flatMap((id) => lineage(corp.departments, id))])
  const tags = visibleRange.tags.filter(
    (id) => !viewOf(corp, { members: [], departments: [], tags: [id] }).includesMember(gone),
  )
  const kept = before.departments.filter(({ id }) => !given.has(id))
  const departments = topsOf(kept)
  const after = viewOf(corp, { members: [], departments, tags })
  const members = corp.members
    .filter((member) => before.includesMember(member) && !after.includesMember(member))
    .filter((member) => member !== gone)
    .map(({ userId }) => userId)
  return { members, departments, tags }
}

/** A department and all above it. */
const lineage = (departments: Department[], id: number): number[] => {
  const parentOf = new Map(departments.map((department) => [department.id, department.parentId]))
  const line: number[] = []
  for (let at: number | undefined = id; at; at = parentOf.get(at)) line.push(at)
  return line
}

/** Those whose parent is not among them. */
const topsOf = (departments: Department[]): number[] => {
  const ids = new Set(departments.map(({ id }) => id))
  return departments.filter(({ parentId }) => !ids.has(parentId)).map(({ id }) => id)
}
