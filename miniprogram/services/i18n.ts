import { en } from './catalogue/en'
import { zhCN } from './catalogue/zh-cn'
import type { TextKey } from './catalogue/zh-cn'
import type { Language } from './host'

export type { TextKey } from './catalogue/zh-cn'

/** The text of a key in the employee's language, `{name}` replaced by the parameter of that name. */
export type Translate = (key: TextKey, params?: Record<string, string | number>) => string

const CATALOGUES: Record<Language, Record<TextKey, string>> = { 'zh-CN': zhCN, en }

/** The mini program's voice, in the language of the moment. */
export function createTranslate(language: () => Language): Translate {
  return (key, params = {}) =>
    CATALOGUES[language()][key].replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      String(params[name] ?? placeholder),
    )
}
