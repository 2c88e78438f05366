import {
  readFontSize,
  readNet,
  readWidth,
  STANDARD_FONT_SIZE,
  USUAL_DEVICE,
  type Net,
} from '../../choices'
import type { Host, Language, PrivacyGuide, Theme } from '../../setup'
import type { LiveChange } from '../live-change'

/** Who opens the mini program, where and how: everything that the address keeps. */
export interface Choice {
  as: string
  /** '' is the company of the mini program. */
  corp: string
  host: Host
  theme: Theme
  language: Language
  net: Net
  /** Points. */
  width: number
  fontSize: number
  privacy: PrivacyGuide
  /** Language of the start page itself. */
  words: 'zh' | 'en'
}

/** Reads a choice from the address; what is missing or odd becomes the default. */
export function readChoice(search: string): Choice {
  const query = new URLSearchParams(search)
  return {
    as: query.get('as') || 'zhangsan',
    corp: query.get('corp') ?? '',
    host: query.get('host') === 'wechat' ? 'wechat' : 'wecom',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    language: query.get('lang') === 'en' ? 'en' : 'zh_CN',
    net: readNet(query),
    width: readWidth(query) || USUAL_DEVICE.width,
    fontSize: readFontSize(query),
    privacy: query.get('privacy') === 'undeclared' ? 'undeclared' : 'declared',
    words: query.get('ui') === 'en' ? 'en' : 'zh',
  }
}

/** The query of the start page's own address. */
export function startQuery(choice: Choice): string {
  const query = phoneParameters(choice)
  if (choice.words === 'en') query.set('ui', 'en')
  return `?${query}`
}

/** The address of the phone. */
export function phoneAddress(choice: Choice): string {
  return `/phone?${phoneParameters(choice)}`
}

/** What a phone that is open learns without being opened anew: the network, and in WeChat its look. */
export function liveChange({ net, theme }: Choice): LiveChange {
  return { kind: 'live-change', net, theme }
}

/** Whether going from one choice to the other takes a phone that is opened anew. */
export function mustReopen(before: Choice, after: Choice): boolean {
  const live = after.host === 'wechat' ? { net: after.net, theme: after.theme } : { net: after.net }
  return phoneAddress({ ...before, ...live }) !== phoneAddress(after)
}

function phoneParameters(choice: Choice): URLSearchParams {
  const { as, corp, host, theme, language, net, width, fontSize, privacy } = choice
  const query = new URLSearchParams({ as, host })
  if (corp !== '') query.set('corp', corp)
  if (theme === 'dark') query.set('theme', theme)
  if (language === 'en') query.set('lang', language)
  if (net !== 'wifi') query.set('net', net)
  if (width !== USUAL_DEVICE.width) query.set('width', String(width))
  if (fontSize !== STANDARD_FONT_SIZE) query.set('font', String(fontSize))
  if (privacy === 'undeclared') query.set('privacy', privacy)
  return query
}
