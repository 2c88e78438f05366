import { settled } from './callback'
import type { Callbacks } from './callback'

/** The part of `wx` that asks for the consent to the privacy guide (隐私保护指引). WeCom has none of it. */
export interface PrivacySource {
  canIUse(schema: string): boolean
  requirePrivacyAuthorize?(options: Callbacks<unknown>): void
  openPrivacyContract?(options: Callbacks<unknown>): void
}

export interface Privacy {
  /** Whether the employee agrees, or the client does not ask. Must come before any call that the guide lists. */
  agreed(): Promise<boolean>
  /** Whether the client can show the guide that was declared for this mini program. */
  hasGuide: boolean
  openGuide(): void
}

/**
 * WeChat's privacy authorisation (隐私授权): the client shows the declared guide once, and remembers what
 * was answered. Clients without it, WeCom among them, ask nothing.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
export function createPrivacy(source: PrivacySource): Privacy {
  return {
    hasGuide: source.canIUse('openPrivacyContract'),
    agreed() {
      if (!source.canIUse('requirePrivacyAuthorize')) return Promise.resolve(true)
      return settled<unknown>((callbacks) => source.requirePrivacyAuthorize?.(callbacks)).then(
        () => true,
        () => false,
      )
    },
    openGuide() {
      source.openPrivacyContract?.({ success() {}, fail() {} })
    },
  }
}
