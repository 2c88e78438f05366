import type { ContactCallback } from '../company/company'
import type { World } from '../state/world'
import { shaped, type Commit } from './commit'
import { corpOf } from './find'

/** Where a corp's contact events go (通讯录同步 → 接收事件服务器). */
export interface ContactCallbackEdits {
  /** null: nowhere. Without `corpId`, of our own corp. */
  setContactCallback(callback: ContactCallback | null, corpId?: string): void
}

export const createContactCallbackEdits = (
  { corps, changes }: Pick<World, 'corps' | 'changes'>,
  commit: Commit,
): ContactCallbackEdits => ({
  setContactCallback: (callback, corpId) => {
    const corp = corpOf(corps, corpId)
    if (callback === null) changes.change(corp, () => delete corp.contactCallback)
    else {
      const contactCallback = shaped<ContactCallback>('contactCallback', structuredClone(callback))
      commit(corp, { contactCallback })
    }
  },
})
