/** What kind of program somebody came with: never more of its User-Agent than this. */
export type ClientKind =
  'android' | 'ios' | 'harmony' | 'windows' | 'mac' | 'devtools' | 'browser' | 'unknown'

// In this order: WeCom on Windows also calls itself Chrome, and DevTools also calls itself a Mac.
const signs: readonly [sign: RegExp, kind: ClientKind][] = [
  [/wechatdevtools/i, 'devtools'],
  [/openharmony|harmonyos/i, 'harmony'],
  [/android/i, 'android'],
  [/iphone|ipad|ipod/i, 'ios'],
  [/windowswechat|windows nt.*wxwork|wxwork.*windows/i, 'windows'],
  [/macwechat|macintosh.*wxwork|wxwork.*mac/i, 'mac'],
  [/mozilla/i, 'browser'],
]

// Nobody's program introduces itself at such length.
const longestUserAgent = 1024

/** Reads a User-Agent, which is its sender's word: fit for an audit, not for a decision. */
export const clientKindOf = (userAgent: string | undefined): ClientKind => {
  if (userAgent === undefined || userAgent.length > longestUserAgent) return 'unknown'
  return signs.find(([sign]) => sign.test(userAgent))?.[1] ?? 'unknown'
}
