import type { Language } from './host'
import { createListeners } from './listeners'
import { succeeds } from './storage'
import type { Storage } from './storage'

/** `system` follows the language of the client. */
export type LanguageChoice = Language | 'system'

export const LANGUAGE_CHOICES: LanguageChoice[] = ['system', 'zh-CN', 'en']

/** The language that the employee reads, and may choose. */
export interface LanguageKeeper {
  current(): Language
  choice(): LanguageChoice
  /** Speaks another language from now on, and at every later launch. */
  choose(choice: LanguageChoice): void
  onChange(listener: (language: Language) => void): () => void
}

const KEY = 'language'

/** Keeps the choice of a language on the phone; whatever is unreadable there follows the client. */
export function createLanguage(parts: { system: Language; storage: Storage }): LanguageKeeper {
  const { system, storage } = parts
  const listeners = createListeners<Language>()
  let choice = readChoice(storage)
  const current = (): Language => (choice === 'system' ? system : choice)

  return {
    current,
    choice: () => choice,
    choose(next) {
      choice = next
      if (next === 'system') succeeds(() => storage.removeStorageSync(KEY))
      else succeeds(() => storage.setStorageSync(KEY, next))
      listeners.tell(current())
    },
    onChange: listeners.listen,
  }
}

function readChoice(storage: Storage): LanguageChoice {
  try {
    const stored = storage.getStorageSync(KEY)
    return LANGUAGE_CHOICES.find((known) => known === stored) ?? 'system'
  } catch {
    return 'system'
  }
}
