import type { Corp, Department, Member, VisibleRange } from '../company/company'
import type { View } from './visibility'

/** What is looked up in a corp often enough that a large one must not be searched for it. */
export interface CorpIndex {
  /** By userid in lower case: case does not count in WeCom. */
  members: ReadonlyMap<string, Member>
  /** 直接成员: those who are in a department itself, in the order of the company. */
  membersOf: ReadonlyMap<number, readonly Member[]>
  leadersOf: ReadonlyMap<number, readonly Member[]>
  departments: ReadonlyMap<number, Department>
  childrenOf: ReadonlyMap<number, readonly Department[]>
  /** What each range resolved to. */
  views: Map<VisibleRange, View>
}

const indexes = new WeakMap<Corp, CorpIndex>()

/** The index of a corp, made at the first look and kept until the corp changes. */
export const indexOf = (corp: Corp): CorpIndex => {
  const known = indexes.get(corp)
  if (known) return known
  const { members, departments } = corp
  const index: CorpIndex = {
    members: new Map(members.map((member) => [member.userId.toLowerCase(), member])),
    membersOf: grouped(members, (member) => member.departments),
    leadersOf: grouped(members, (member) => member.leaderOf),
    departments: new Map(departments.map((department) => [department.id, department])),
    childrenOf: grouped(departments, ({ parentId }) => [parentId]),
    views: new Map(),
  }
  indexes.set(corp, index)
  return index
}

/** For whoever changes a corp in place: what was known of it is no longer so. */
export const dropIndex = (corp: Corp): void => void indexes.delete(corp)

const grouped = <T>(all: readonly T[], keysOf: (one: T) => readonly number[]) => {
  const groups = new Map<number, T[]>()
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = groups.get(key)
      if (group) group.push(one)
      else groups.set(key, [one])
    }
  }
  return groups
}
