import { workbench } from '../services/index'
import { confirmAgain } from './refusal'

/**
 * Leads to what an entry of the workbench stands for: a page of this mini program, or a web page in a
 * page of its own. That one is told the entry and not the address, so that no link from outside can
 * have this mini program show any page of the web.
 */
function openEntry(id: string): void {
  const entry = workbench.entry(id)
  if (!entry) return
  const { target } = entry
  if ('url' in target) {
    wx.navigateTo({ url: `/pages/site/site?entry=${encodeURIComponent(id)}` })
    return
  }
  const url = `/${target.page.replace(/^\//, '')}`
  // A tab can only be switched to, any other page only be navigated to; which it is, the client knows.
  wx.switchTab({ url, fail: () => wx.navigateTo({ url }) })
}

/** Handlers of a page that shows entries of the workbench. */
export const entryMethods = {
  onOpen({ detail }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    openEntry(detail.id)
  },
  onPullDownRefresh() {
    void confirmAgain()
      .then(() => workbench.refresh())
      .then(() => wx.stopPullDownRefresh())
  },
}
