/** In what a page was opened: decides where its visitor is sent to be known, and nothing else. */
export type HostApp = 'wecom' | 'wechat' | 'browser'

/**
 * Reads a User-Agent. That of WeCom names WeChat as well, so `wxwork` comes first.
 * https://developer.work.weixin.qq.com/document/path/90315
 */
export const hostAppOf = (userAgent = ''): HostApp => {
  if (/\bwxwork\//i.test(userAgent)) return 'wecom'
  return /\bMicroMessenger\//i.test(userAgent) ? 'wechat' : 'browser'
}
