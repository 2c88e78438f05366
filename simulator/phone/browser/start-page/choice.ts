import type { Host, Language, Theme } from '../../setup'

/** Who opens the mini program, where and how: everything that the address keeps. */
export interface Choice {
  as: string
  /** '' is the company of the mini program. */
  corp: string
  host: Host
  theme: Theme
  language: Language
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

function phoneParameters({ as, corp, host, theme, language }: Choice): URLSearchParams {
  const query = new URLSearchParams({ as, host })
  if (corp !== '') query.set('corp', corp)
  if (theme === 'dark') query.set('theme', theme)
  if (language === 'en') query.set('lang', language)
  return query
}
