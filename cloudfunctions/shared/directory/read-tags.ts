import { isRefusal, type WecomError } from '../wecom/errors'
import { callForbidden, notVisible, tagRefused } from '../wecom/catalogue/groups'
import type { TagHolders } from '../wecom/endpoints/tag-get'
import type { TagHoldersById } from './tags'

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
  const holders: Record<number, Pick<TagHolders, 'userIds' | 'departmentIds'>> = {}
  const waiting = [...tagIds]
  const askInTurn = async () => {
    for (let tagId = waiting.shift(); tagId !== undefined; tagId = waiting.shift()) {
      try {
        const { userIds, departmentIds } = await readTag(tagId)
        holders[tagId] = { userIds, departmentIds }
      } catch (error) {
        if (!isRefusal(error, ...unreadable)) throw error
        onRefused(tagId, error)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, askInTurn))
  return holders
}
