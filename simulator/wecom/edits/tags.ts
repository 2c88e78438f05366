import type { Tag } from '../company/company'
import type { World } from '../state/world'
import { inPlaceOf, shaped, type Commit } from './commit'
import { corpOf, tagOf } from './find'
import { patched, type Patch } from './patch'
import { EditRefused } from './refused'

/** Without an id, the next free one. */
export type NewTag = Pick<Tag, 'name'> & Partial<Tag>

/** Edits of tags (标签); without `corpId`, of our own corp. */
export interface TagEdits {
  addTag(tag: NewTag, corpId?: string): Tag
  editTag(id: number, changes: Patch<Omit<Tag, 'id'>>, corpId?: string): Tag
  /** Deletes a tag, and takes it out of every visible range (可见范围). */
  removeTag(id: number, corpId?: string): void
}

export const createTagEdits = ({ corps }: Pick<World, 'corps'>, commit: Commit): TagEdits => ({
  addTag: (tag, corpId) => {
    const corp = corpOf(corps, corpId)
    const id = Math.max(0, ...corp.tags.map((one) => one.id)) + 1
    const added = shaped<Tag>('tag', structuredClone({ id, ...tag }))
    commit(corp, { tags: [...corp.tags, added] })
    return structuredClone(added)
  },
  editTag: (id, changes, corpId) => {
    const corp = corpOf(corps, corpId)
    const before = tagOf(corp, id)
    const after = shaped<Tag>('tag', patched(before, changes))
    if (after.id !== id) throw new EditRefused('invalid', 'the id of a tag stays')
    commit(corp, { tags: inPlaceOf(corp.tags, before, after) })
    return structuredClone(after)
  },
  removeTag: (id, corpId) => {
    const corp = corpOf(corps, corpId)
    const gone = tagOf(corp, id)
    commit(corp, {
      tags: corp.tags.filter((tag) => tag !== gone),
      apps: corp.apps.map((app) => ({
        ...app,
        visibleRange: {
          ...app.visibleRange,
          tags: app.visibleRange.tags.filter((one) => one !== id),
        },
      })),
    })
  },
})
