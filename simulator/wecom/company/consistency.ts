import type { Company, Corp } from './company'
import { addressProblems, appProblems } from './consistency-apps'
import { departmentProblems } from './consistency-departments'
import { memberProblems } from './consistency-members'
import { visitorProblems } from './consistency-visitors'
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
    ...contactSyncProblems(corp),
    ...visitorProblems(corp, known),
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

const contactSyncProblems = ({ contactSync }: Corp): Problem[] =>
  (['trustedIps', 'olderIps'] as const).flatMap((list) =>
    addressProblems(contactSync?.[list] ?? [], ['contactSync', list]),
  )

const acrossCorps = (company: Company): Problem[] => {
  const corps = [company, ...company.otherCorps]
  const pathTo = (index: number): Problem['path'] => (index === 0 ? [] : ['otherCorps', index - 1])
  const secrets = corps.flatMap(({ apps, contactSync }, corp) => [
    ...apps.map(({ secret }, at) => ({ secret, path: [...pathTo(corp), 'apps', at, 'secret'] })),
    ...(contactSync
      ? [{ secret: contactSync.secret, path: [...pathTo(corp), 'contactSync', 'secret'] }]
      : []),
  ])
  return [
    ...repeated(
      corps.map(({ corpId }) => corpId),
      (index) => [...pathTo(index), 'corpId'],
      (corpId) => `corp ${corpId} (企业) is defined twice`,
    ),
    ...repeated(
      secrets.map(({ secret }) => secret),
      (index) => secrets[index]?.path ?? [],
      () => 'two apps have the same secret: a token could belong to either',
    ),
  ]
}
