import type { Language } from '../host'

/** What each language calls itself: whoever looks for their own must be able to read it. */
export const languageNames: Record<Language, string> = { 'zh-CN': '简体中文', en: 'English' }
