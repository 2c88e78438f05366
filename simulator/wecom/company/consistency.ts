import type { Company, Corp } from './company'
import { appProblems } from './consistency-apps'
import { departmentProblems } from './consistency-departments'
import { memberProblems } from './consistency-members'
import type { Problem } from './problem'
import { danglingReferences, knownIds, type KnownIds } from './references'
import { repeated } from './repeated'

/**
 * What a schema cannot see: ids that are used twice, and references to what is not there. Takes a
 * completed company; gives every problem, each with the path to the value that is wrong.
 */
export const inconsistencies = (company: Company): Problem[] => [
  ...corpProblems(company),
  ...company.otherCorps.flatMap((corp, index) =>
    corpProblems(corp).map((problem) => ({
      ...problem,
      path: ['otherCorps', index, ...problem.path],
    })),
  ),
  ...acrossCorps(company),
]

const corpProblems = (corp: Corp): Problem[] => {
  const known = knownIds(corp)
  return [
    ...departmentProblems(corp),
    ...memberProblems(corp, known),
    ...tagProblems(corp, known),
    ...appProblems(corp, known),
  ]
}

const tagProblems = ({ tags, apps }: Corp, known: KnownIds): Problem[] => [
  ...repeated(
    tags.map(({ id }) => id),
    (index) => ['tags', index, 'id'],
    (id) => `tag ${id} (标签) is defined twice`,
  ),
  ...tags.flatMap((tag, index) => danglingReferences(known, tag, ['tags', index])),
  ...tags.flatMap(({ createdBy }, index) =>
    createdBy === undefined || apps.some(({ agentId }) => agentId === createdBy)
      ? []
      : [{ path: ['tags', index, 'createdBy'], message: `there is no app ${createdBy} (应用)` }],
  ),
]

const acrossCorps = (company: Company): Problem[] => {
  const corps = [company, ...company.otherCorps]
  const pathTo = (index: number): Problem['path'] => (index === 0 ? [] : ['otherCorps', index - 1])
  const secrets = corps.flatMap(({ apps }, corp) => apps.map((app, at) => ({ corp, at, app })))
  return [
    ...repeated(
      corps.map(({ corpId }) => corpId),
      (index) => [...pathTo(index), 'corpId'],
      (corpId) => `corp ${corpId} (企业) is defined twice`,
    ),
    ...repeated(
      secrets.map(({ app }) => app.secret),
      (index) => {
        const { corp, at } = secrets[index] ?? { corp: 0, at: 0 }
        return [...pathTo(corp), 'apps', at, 'secret']
      },
      () => 'two apps have the same secret: a token could belong to either',
    ),
  ]
}
