import type { Translate } from './i18n'
import type { ReadyState } from './identity'
import { whenWords } from './when'

export interface FootWords {
  tone: 'confirmed' | 'confirming' | 'waiting'
  words: string
}

/** Who confirmed the badge and when, as seen from `now` (epoch milliseconds). */
export function footWords(ready: ReadyState, now: number, t: Translate): FootWords {
  const when = whenWords(ready.asOf, now, t)
  if (!ready.stale) return { tone: 'confirmed', words: t('badge.confirmed', { when }) }
  if (ready.failure) return { tone: 'waiting', words: t('badge.notConfirmed', { when }) }
  return { tone: 'confirming', words: t('badge.confirming', { when }) }
}
