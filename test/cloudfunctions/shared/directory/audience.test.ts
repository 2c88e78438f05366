import fc from 'fast-check'
import { admits, type Person } from '../../../../cloudfunctions/shared/directory/audience'
import { createDepartmentTree } from '../../../../cloudfunctions/shared/directory/departments'
import {
  readAudience,
  type Problem,
} from '../../../../cloudfunctions/shared/directory/read-audience'
import { standingOf } from '../../../../cloudfunctions/shared/directory/standing'
import { createTagBook } from '../../../../cloudfunctions/shared/directory/tags'
import {
  anyAudience,
  anyCompany,
  peopleIn,
  peopleWithRole,
  type ModelCompany,
} from './company-model'

const peopleOf = ({ departments, people, tags, roles }: ModelCompany): Person[] => {
  const company = {
    tree: createDepartmentTree(departments),
    tags: createTagBook(Object.fromEntries(tags)),
    rules: roles,
  }
  return people.map(({ userId, departmentIds, leads }) => ({
    userId,
    standing: standingOf({ userId, departmentIds, leadsDepartmentIds: leads }, company),
  }))
}
const lower = (people: Person[]) => people.map(({ userId }) => userId.toLowerCase()).sort()

test('for any company and any audience, those admitted are those that set algebra finds', () => {
  let admitted = 0
  fc.assert(
    fc.property(anyCompany, anyAudience, (company, audience) => {
      const found = peopleOf(company).filter((person) => admits(audience, person))
      admitted += found.length
      expect(lower(found)).toEqual([...peopleIn(company, audience)].sort())
    }),
    { numRuns: 2000 },
  )
  // A model that agrees because nobody is ever admitted would prove nothing.
  expect(admitted).toBeGreaterThan(2000)
})

test('for any company, those with a role are those whom its rule names, one way or another', () => {
  fc.assert(
    fc.property(anyCompany, fc.constantFrom('hr', 'dev', 'lead'), (company, role) => {
      const found = peopleOf(company).filter(({ standing }) => standing.roles.includes(role))
      expect(lower(found)).toEqual([...peopleWithRole(company, role)].sort())
    }),
    { numRuns: 1000 },
  )
})

test('for any audience, what was read is what was written, with nothing wrong in it', () => {
  fc.assert(
    fc.property(anyAudience, (audience) => {
      const problems: Problem[] = []
      expect(readAudience(structuredClone(audience), [], problems)).toEqual(audience)
      expect(problems).toEqual([])
    }),
  )
})

const problemsIn = (value: unknown): string[] => {
  const problems: Problem[] = []
  readAudience(value, ['audience'], problems)
  return problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test.each([
  ['all', /^audience: is none of: everyone, leaders/],
  [undefined, /^audience: lacks an audience: everyone/],
  [null, /^audience: is no audience/],
  [[], /^audience: is no audience/],
  [{}, /^audience: says nothing/],
  [{ department: [1] }, /^audience\.department: "department" is not known here/],
  [{ departments: [] }, /^audience\.departments: must be a list of at least one/],
  [{ departments: 3 }, /^audience\.departments: must be a list/],
  [{ departments: [3, '4'] }, /^audience\.departments\.1: is not the number of a department/],
  [{ departments: [0] }, /^audience\.departments\.0/],
  [{ people: [1234] }, /^audience\.people\.0: is not a user id in quotes/],
  [{ people: ['two words'] }, /^audience\.people\.0/],
  [{ roles: [''] }, /^audience\.roles\.0/],
  [{ all: [] }, /^audience\.all: must be a list of at least one/],
  [{ any: [{ not: { rolls: ['hr'] } }] }, /^audience\.any\.0\.not\.rolls/],
  [{ all: ['everyone', 'nobody'] }, /^audience\.all\.1: is none of/],
  [{ roles: ['hr'], departments: [3] }, /^audience\.departments: must be an object of its own/],
  [{ not: undefined }, /^audience\.not: lacks an audience/],
])('%j is refused, with the place of the mistake', (value, problem) => {
  expect(problemsIn(value)).toEqual([expect.stringMatching(problem)])
})

test('an audience that contains itself is refused instead of read for ever', () => {
  const endless: { not?: unknown } = {}
  endless.not = endless
  expect(problemsIn(endless)).toEqual([expect.stringMatching(/nested deeper than 8 times$/)])
})
