import { isRefusal, type WecomError } from '../wecom/errors'
import { callForbidden, notVisible, tagRefused } from '../wecom/catalogue/groups'
import type { TagHolders } from '../wecom/endpoints/tag-get'
import { fewAtOnce } from './few-at-once'
import type { Holders, TagHoldersById } from './tags'

// WeCom answers 45033 to too many at the same time.
const atOnce = 8
const unreadable = [...tagRefused, ...notVisible, ...callForbidden]

/**
 * Asks WeCom for each of these tags. One that it refuses, because the tag was deleted or the app may not
 * read it, is reported and nobody has it: it must not keep people from signing in.
 *
 * @throws WecomError for what is no refusal of a tag
 */
export const readTags = async (
  tagIds: readonly number[],
  readTag: (tagId: number) => Promise<TagHolders>,
  onRefused: (tagId: number, refusal: WecomError) => void,
): Promise<TagHoldersById> => {
  const read = async (tagId: number): Promise<[number, Holders] | undefined> => {
    try {
      const { userIds, departmentIds } = await readTag(tagId)
      return [tagId, { userIds, departmentIds }]
    } catch (error) {
      if (!isRefusal(error, ...unreadable)) throw error
      onRefused(tagId, error)
      return undefined
    }
  }
  const tags = await fewAtOnce(atOnce, tagIds, read)
  return Object.fromEntries(tags.filter((tag) => tag !== undefined))
}
