import { isIP } from 'node:net'
import type { App, Corp } from './company'
import type { Problem } from './problem'
import { danglingReferences, type KnownIds } from './references'
import { repeated } from './repeated'

/** Apps (应用): ids once, dates and addresses that are some, visible ranges of what is there. */
export const appProblems = (corp: Corp, known: KnownIds): Problem[] => [
  ...repeated(
    corp.apps.map(({ agentId }) => agentId),
    (index) => ['apps', index, 'agentId'],
    (agentId) => `app ${agentId} (应用) is defined twice`,
  ),
  ...corp.apps.flatMap((app, index) =>
    [...settingProblems(app), ...visibleRangeProblems(app, corp, known)].map(
      ({ path, message }) => ({
        path: ['apps', index, ...path],
        message,
      }),
    ),
  ),
]

const settingProblems = ({ createdAt, trustedIps = [] }: App): Problem[] => [
  ...(Number.isNaN(Date.parse(createdAt))
    ? [{ path: ['createdAt'], message: `${createdAt} is no date` }]
    : []),
  ...addressProblems(trustedIps, ['trustedIps']),
]

/** Entries of a list of addresses that are none. */
export const addressProblems = (ips: readonly string[], path: Problem['path']): Problem[] =>
  ips.flatMap((ip, at) =>
    isIP(ip) ? [] : [{ path: [...path, at], message: `${ip} is no IP address` }],
  )

const visibleRangeProblems = ({ visibleRange }: App, corp: Corp, known: KnownIds): Problem[] => {
  const tagIds = new Set(corp.tags.map(({ id }) => id))
  return [
    ...danglingReferences(known, visibleRange, ['visibleRange']),
    ...visibleRange.tags.flatMap((id, at) =>
      tagIds.has(id)
        ? []
        : [{ path: ['visibleRange', 'tags', at], message: `there is no tag ${id} (标签)` }],
    ),
  ]
}
