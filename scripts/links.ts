import type { Config } from '../cloudfunctions/shared/runtime/config'
import { authorizeUrl } from '../cloudfunctions/shared/wecom/endpoints/authorize-url'
import { safeReturnPath } from '../cloudfunctions/web/safe-return-path'

export interface WebLinks {
  /** The page itself: who is not known there yet is sent to WeCom by it. */
  page: string
  /** The same by way of WeCom's authorize page, where a console asks for such a link. */
  authorize: string
}

// It binds nothing: a link that everybody gets can't know their browser. The sign-in that it leads to
// makes a state of its own, and leaves the code of this link alone.
const stateOfLink = 'link'

/**
 * The links of one of our web pages, for a menu, a message or the workbench.
 *
 * @param path With its query; what no address may hold as it is gets encoded.
 * @throws Error for what the sign-in would not come back to
 */
export const webLinks = (path: string, { app, web }: Config<'app' | 'web'>): WebLinks => {
  const { corpId, agentId } = app
  const { publicBaseUrl, authorizeBase } = web
  const target = encodedPath(path)
  if (safeReturnPath(target) !== target) {
    throw new Error(
      `不是网页的路径，形如 '/web/payroll?month=11'。 This is no path of ours, such as '/web/payroll?month=11'.`,
    )
  }
  const signIn = `${publicBaseUrl}/web/signin?to=${encodeURIComponent(target)}`
  const link = { corpId, agentId, redirectUri: signIn, state: stateOfLink }
  return {
    page: publicBaseUrl + target,
    authorize: authorizeUrl(authorizeBase, { ...link, scope: 'snsapi_base' }),
  }
}

/** Only what stands outside of ASCII, and spaces: what is encoded already stays. */
const encodedPath = (path: string): string =>
  // By way of bytes, which half a character becomes a replacement in: encodeURIComponent would throw.
  path.replace(/[^\x21-\x7e]+/g, (text) => encodeURIComponent(Buffer.from(text).toString()))

export interface MiniProgramLinks {
  /** For a button of an app's menu. https://developer.work.weixin.qq.com/document/path/90231 */
  menu: { type: 'view_miniprogram'; appid: string; pagepath: string }
  /** For a message. https://developer.work.weixin.qq.com/document/path/90236 */
  message: { msgtype: 'miniprogram_notice'; miniprogram_notice: { appid: string; page: string } }
}

/**
 * The links of a page of the mini program.
 *
 * @param path Such as `/pages/me/me?from=menu`.
 * @param pages Those that there are, as in app.json.
 * @throws Error for a page that there is not
 */
export const miniProgramLinks = (
  path: string,
  { appId, pages }: { appId: string; pages: readonly string[] },
): MiniProgramLinks => {
  const page = encodedPath(path).replace(/^\//, '')
  const [route = ''] = page.split('?')
  if (!pages.includes(route)) {
    throw new Error(`小程序的页面有 ${pages.join('、')}。 These are the mini program's pages.`)
  }
  return {
    menu: { type: 'view_miniprogram', appid: appId, pagepath: page },
    message: { msgtype: 'miniprogram_notice', miniprogram_notice: { appid: appId, page } },
  }
}
