import type { Standing } from './standing'

/**
 * 受众: who may see a thing. Departments stand for all below them, roles are those of ROLES, people
 * are user ids, and leaders lead any department.
 */
export type Audience =
  | 'everyone'
  | 'leaders'
  | { departments: number[] }
  | { roles: string[] }
  | { people: string[] }
  | { all: Audience[] }
  | { any: Audience[] }
  | { not: Audience }

/** What an audience is decided on. */
export interface Person {
  userId: string
  standing: Standing
}

/** Whether this person is among the audience. Everyone is every employee, and nobody else. */
export const admits = (audience: Audience, person: Person): boolean => {
  const { userId, standing } = person
  if (audience === 'everyone') return true
  if (audience === 'leaders') return standing.leads.length > 0
  if ('departments' in audience)
    return audience.departments.some((id) => standing.lineage.includes(id))
  if ('roles' in audience) return audience.roles.some((role) => standing.roles.includes(role))
  // WeCom compares user ids without regard to case.
  if ('people' in audience)
    return audience.people.some((id) => id.toLowerCase() === userId.toLowerCase())
  if ('all' in audience) return audience.all.every((part) => admits(part, person))
  if ('any' in audience) return audience.any.some((part) => admits(part, person))
  return !admits(audience.not, person)
}
