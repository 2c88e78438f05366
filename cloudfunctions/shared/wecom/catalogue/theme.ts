/** The same in both languages. */
export interface Bilingual {
  zh: string
  en: string
}

/** Who can do something about it. */
export type Fixer = 'employee' | 'administrator' | 'developer' | 'wecom'

/**
 * Whether the same call can work, and after what: `later` by itself, `newCode` after another login on
 * the phone, `newToken` after another gettoken, `afterWindow` when the limit's period is over.
 */
export type RetryClass = 'never' | 'later' | 'newCode' | 'newToken' | 'afterWindow'

/** 返回码: one number, and what to do about it. */
export interface ErrcodeEntry {
  errcode: number
  /** For programs and logs. */
  name: string
  meaning: Bilingual
  fixer: Fixer
  /** With the place in the admin console where there is one. */
  remedy: Bilingual
  retry: RetryClass
  /** The official page. */
  page: string
}

/** Errcodes that somebody meets while doing the same thing. */
export interface Theme {
  title: Bilingual
  entries: readonly ErrcodeEntry[]
}
