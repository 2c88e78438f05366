import type { Field } from '../../components/field-list/field'
import { languageNames } from '../../services/catalogue/languages'
import type { Translate } from '../../services/i18n'
import type { LanguageChoice } from '../../services/language'
import { momentWords } from '../../services/when'
import { field } from '../field'

/** A choice of language in words: each names itself, so that whoever looks for it can read it. */
export function choiceWords(choice: LanguageChoice, t: Translate): string {
  return choice === 'system' ? t('me.language.system') : languageNames[choice]
}

/** The mini program itself: how long one is signed in, its language, and where to read on. */
export function appRows(
  about: {
    /** Epoch milliseconds; null without a session. */
    sessionUntil: number | null
    now: number
    choice: LanguageChoice
    version: string
  },
  t: Translate,
): Field[] {
  const { sessionUntil, now, choice, version } = about
  const until = sessionUntil && momentWords(sessionUntil, now, t)
  return [
    ...(until
      ? [
          field({
            key: 'session',
            label: t('me.session'),
            value: t('me.sessionUntil', { when: until }),
          }),
        ]
      : []),
    field({
      key: 'language',
      label: t('me.language'),
      value: choiceWords(choice, t),
      action: t('me.language'),
      opens: true,
    }),
    ...(['privacy', 'help'] as const).map((key) =>
      field({ key, label: t(`me.${key}`), value: '', action: t(`me.${key}`), opens: true }),
    ),
    field({ key: 'version', label: t('me.version'), value: version || t('me.versionNone') }),
  ]
}
