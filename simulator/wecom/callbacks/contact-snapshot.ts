import type { Corp } from '../company/company'
import { departmentFields, memberFields, type ContactFields } from './contact-fields'

/** What contact events speak of, as it stood at one moment; later edits do not reach into it. */
export interface ContactSnapshot {
  /** By userid. */
  members: Map<string, ContactFields>
  /** By id, parents before their children. */
  departments: Map<number, ContactFields>
  tags: Map<number, { members: string[]; departments: number[] }>
}

export const contactSnapshot = (corp: Corp): ContactSnapshot => ({
  members: new Map(corp.members.map((member) => [member.userId, memberFields(member)])),
  departments: new Map(
    parentsFirst(corp).map((department) => [department.id, departmentFields(department)]),
  ),
  tags: new Map(
    corp.tags.map(({ id, members, departments }) => [
      id,
      { members: [...members], departments: [...departments] },
    ]),
  ),
})

const parentsFirst = ({ departments }: Corp) => {
  const parentOf = new Map(departments.map(({ id, parentId }) => [id, parentId]))
  const depthOf = (id: number): number => {
    let depth = 0
    // Bounded, so that a circle in a company that was edited by hand ends.
    for (let at = parentOf.get(id); at !== undefined && depth < 100; at = parentOf.get(at)) depth++
    return depth
  }
  return departments
    .map((department) => ({ department, depth: depthOf(department.id) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ department }) => department)
}
