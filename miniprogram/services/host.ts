export type Language = 'zh-CN' | 'en'

/** How large the employee reads: the font size of the phone, in three steps. */
export type TextSize = 'standard' | 'large' | 'huge'

/** The client that opened the mini program, decided once. */
export interface Host {
  kind: 'wecom' | 'wechat'
  language: Language
  textSize: TextSize
}

/** The part of `wx` that tells one host from another. */
export interface HostSource {
  getSystemInfoSync(): { environment?: string; language: string; fontSizeSetting?: number }
  qy?: { login?: unknown }
}

/**
 * Tells WeCom from WeChat, and which language the client speaks. Ask once, at launch, and keep the
 * answer: DevTools has been seen to drop `environment` on later pages, hence also the look at `wx.qy`.
 * https://developer.work.weixin.qq.com/document/path/91511
 */
export function readHost(source: HostSource): Host {
  const system = source.getSystemInfoSync()
  const wecom = system.environment === 'wxwork' || typeof source.qy?.login === 'function'
  return {
    kind: wecom ? 'wecom' : 'wechat',
    language: /^zh/i.test(system.language) ? 'zh-CN' : 'en',
    textSize: readTextSize(system.fontSizeSetting),
  }
}

/** 字体大小 of the client, in px. Its standard is 16 or 17; clients that do not tell it have the standard. */
function readTextSize(setting = 16): TextSize {
  if (setting >= 22) return 'huge'
  return setting >= 19 ? 'large' : 'standard'
}
