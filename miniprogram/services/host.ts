export type Language = 'zh-CN' | 'en'

/** The client that opened the mini program, decided once. */
export interface Host {
  kind: 'wecom' | 'wechat'
  language: Language
}

/** The part of `wx` that tells one host from another. */
export interface HostSource {
  getSystemInfoSync(): { environment?: string; language: string }
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
  }
}
