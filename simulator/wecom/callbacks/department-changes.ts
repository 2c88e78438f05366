import type { Department } from '../company/company'
import type { Profile } from './contact-changes'
import { changedFields, departmentFields, pickedFields } from './contact-fields'
import { contactChangeEvent, type CallbackEvent } from './event'

// A new order alone is in no sample.
const updated: Record<Profile, string[]> = { full: ['Name', 'ParentId'], 'ids-only': ['ParentId'] }
const created: Record<Profile, string[]> = {
  full: ['Name', 'ParentId', 'Order'],
  'ids-only': ['ParentId'],
}

/** create_party and update_party, parents before their children; delete_party the other way round. */
export const departmentChanges = (
  before: Department[],
  after: Department[],
  profile: Profile,
): { appeared: CallbackEvent[]; vanished: CallbackEvent[] } => {
  if (before === after) return { appeared: [], vanished: [] }
  const stood = new Map(before.map((department) => [department.id, department]))
  const stands = new Set(after.map(({ id }) => id))
  const appeared = parentsFirst(after).flatMap((department) => {
    const { id } = department
    const former = stood.get(id)
    const to = departmentFields(department)
    if (!former) {
      const told = pickedFields(to, created[profile])
      return [contactChangeEvent('create_party', String(id), { Id: id, ...told })]
    }
    const told = pickedFields(changedFields(departmentFields(former), to), updated[profile])
    if (Object.keys(told).length === 0) return []
    return [contactChangeEvent('update_party', String(id), { Id: id, ...told })]
  })
  const vanished = parentsFirst(before)
    .filter(({ id }) => !stands.has(id))
    .reverse()
    .map(({ id }) => contactChangeEvent('delete_party', String(id), { Id: id }))
  return { appeared, vanished }
}

const parentsFirst = (departments: Department[]): Department[] => {
  const parentOf = new Map(departments.map(({ id, parentId }) => [id, parentId]))
  const depthOf = (id: number): number => {
    let depth = 0
    for (let at = parentOf.get(id); at !== undefined; at = parentOf.get(at)) depth += 1
    return depth
  }
  return departments
    .map((department) => ({ department, depth: depthOf(department.id) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ department }) => department)
}
