import fc from 'fast-check'
import type { Audience } from '../../../../cloudfunctions/shared/directory/audience'
import type { RoleRules } from '../../../../cloudfunctions/shared/directory/roles'
import type { Department } from '../../../../cloudfunctions/shared/wecom/endpoints/department'
import type { TagHolders } from '../../../../cloudfunctions/shared/wecom/endpoints/tag-get'

/** A company as one writes it down, without anything that is worked out. */
export interface ModelCompany {
  departments: Department[]
  people: { userId: string; departmentIds: number[]; leads: number[] }[]
  tags: Map<number, TagHolders>
  roles: RoleRules
}

/** User ids, in lower case. */
type People = Set<string>

/** Everyone in these departments and in all below them: found from above, one level at a time. */
const peopleBelow = ({ departments, people }: ModelCompany, from: readonly number[]): People => {
  const inside = new Set(from)
  for (;;) {
    const next = departments.filter(({ id, parentId }) => inside.has(parentId) && !inside.has(id))
    if (next.length === 0) break
    for (const { id } of next) inside.add(id)
  }
  return idsOf(people.filter(({ departmentIds }) => departmentIds.some((id) => inside.has(id))))
}

const leadersOf = ({ people }: ModelCompany): People =>
  idsOf(people.filter(({ leads }) => leads.length > 0))

/** Everyone with this role, by going through the rule instead of through a person. */
export const peopleWithRole = (company: ModelCompany, role: string): People => {
  const { tagIds = [], departmentIds = [], userIds = [], leaders } = company.roles[role] ?? {}
  const tagged = tagIds.map((id): People => {
    const holders = company.tags.get(id)
    if (!holders) return new Set()
    return union(named(company, holders.userIds), peopleBelow(company, holders.departmentIds))
  })
  return union(
    ...tagged,
    peopleBelow(company, departmentIds),
    named(company, userIds),
    leaders ? leadersOf(company) : new Set(),
  )
}

/** Everyone among the audience, by the algebra of sets. */
export const peopleIn = (company: ModelCompany, audience: Audience): People => {
  const everyone = idsOf(company.people)
  if (audience === 'everyone') return everyone
  if (audience === 'leaders') return leadersOf(company)
  if ('departments' in audience) return peopleBelow(company, audience.departments)
  if ('roles' in audience)
    return union(...audience.roles.map((role) => peopleWithRole(company, role)))
  if ('people' in audience) return named(company, audience.people)
  if ('any' in audience) return union(...audience.any.map((part) => peopleIn(company, part)))
  const without = (all: People, some: People) => new Set([...all].filter((id) => !some.has(id)))
  if ('not' in audience) return without(everyone, peopleIn(company, audience.not))
  const left = audience.all.map((part) => without(everyone, peopleIn(company, part)))
  return without(everyone, union(...left))
}

const idsOf = (people: { userId: string }[]): People =>
  new Set(people.map(({ userId }) => userId.toLowerCase()))
const union = (...sets: People[]): People => new Set(sets.flatMap((set) => [...set]))
const named = ({ people }: ModelCompany, ids: readonly string[]): People => {
  const wanted = new Set(ids.map((id) => id.toLowerCase()))
  return idsOf(people.filter(({ userId }) => wanted.has(userId.toLowerCase())))
}

const departmentIds = fc.integer({ min: 1, max: 12 })
const someDepartments = fc.uniqueArray(departmentIds, { maxLength: 3 })
// Few, so that they meet; in both cases, because case does not count.
const userIds = fc.constantFrom('a', 'B', 'c.1', 'D', 'e', 'F@x', 'A', 'b', 'd')
const roleNames = ['hr', 'dev', 'lead']
const tagIds = fc.integer({ min: 1, max: 4 })

/** Any company: a forest of departments (with departments nobody lists), people, tags and rules. */
export const anyCompany: fc.Arbitrary<ModelCompany> = fc
  .record({
    parents: fc.array(fc.option(fc.nat({ max: 30 }), { freq: 6 }), { minLength: 1, maxLength: 12 }),
    people: fc.uniqueArray(
      fc.record({ userId: userIds, departmentIds: someDepartments, leads: fc.array(fc.boolean()) }),
      { selector: ({ userId }) => userId.toLowerCase(), minLength: 1 },
    ),
    tags: fc.array(
      fc.record({ id: tagIds, userIds: fc.array(userIds), departmentIds: someDepartments }),
    ),
    roles: fc.dictionary(
      fc.constantFrom(...roleNames),
      fc.record(
        {
          tagIds: fc.array(tagIds, { maxLength: 2 }),
          departmentIds: someDepartments,
          userIds: fc.array(userIds, { maxLength: 2 }),
          leaders: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
    ),
  })
  .map(({ parents, people, tags, roles }) => ({
    // A parent has a lower id, so there is no loop; where there is none, the list does not name it.
    departments: parents.flatMap((parent, index) =>
      parent === null
        ? []
        : [
            {
              id: index + 1,
              name: `部门${index + 1}`,
              parentId: index === 0 ? 0 : (parent % index) + 1,
            },
          ],
    ),
    people: people.map(({ userId, departmentIds: ids, leads }) => ({
      userId,
      departmentIds: ids,
      leads: ids.filter((_, index) => leads[index]),
    })),
    tags: new Map(tags.map(({ id, ...holders }) => [id, { name: `标签${id}`, ...holders }])),
    roles,
  }))

/** Any audience, three rules deep. */
export const anyAudience: fc.Arbitrary<Audience> = fc.letrec<{ audience: Audience }>((tie) => {
  const parts = fc.array(tie('audience'), { minLength: 1, maxLength: 3 })
  return {
    audience: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Audience>('everyone', 'leaders'),
      fc.record({ departments: fc.array(departmentIds, { minLength: 1, maxLength: 2 }) }),
      fc.record({ roles: fc.array(fc.constantFrom(...roleNames), { minLength: 1, maxLength: 2 }) }),
      fc.record({ people: fc.array(userIds, { minLength: 1, maxLength: 2 }) }),
      fc.record({ all: parts }),
      fc.record({ any: parts }),
      fc.record({ not: tie('audience') }),
    ),
  }
}).audience
