import type { TagHolders } from '../wecom/endpoints/tag-get'

/** 标签: who has which, as far as this app may see. */
export interface TagBook {
  /** @param lineage The member's departments and all above them: a department can bear a tag. */
  holds(tagId: number, userId: string, lineage: readonly number[]): boolean
}

export type Holders = Pick<TagHolders, 'userIds' | 'departmentIds'>

/** By tag id; a tag that is not in it nobody has. */
export type TagHoldersById = Readonly<Record<number, Holders>>

interface Page {
  /** One text for each tag: a tenth of the memory that a set of its ids takes. */
  userIds: string
  departmentIds: ReadonlySet<number>
}

// No user id holds it.
const separator = '\n'

export const createTagBook = (holdersById: TagHoldersById): TagBook => {
  const pages = new Map<number, Page>()
  for (const [tagId, { userIds, departmentIds }] of Object.entries(holdersById)) {
    pages.set(Number(tagId), {
      userIds: separator + userIds.map((id) => id.toLowerCase() + separator).join(''),
      departmentIds: new Set(departmentIds),
    })
  }
  return {
    holds(tagId, userId, lineage) {
      const page = pages.get(tagId)
      if (!page) return false
      return (
        page.userIds.includes(separator + userId.toLowerCase() + separator) ||
        lineage.some((id) => page.departmentIds.has(id))
      )
    },
  }
}
