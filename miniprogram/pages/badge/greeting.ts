import type { TextKey, Translate } from '../../services/i18n'

export interface GreetingWords {
  words: string
  date: string
}

/** From which hour on each greeting is said; before the first it is night. */
const FROM_HOUR: [hour: number, key: TextKey][] = [
  [23, 'greeting.night'],
  [18, 'greeting.evening'],
  [13, 'greeting.afternoon'],
  [11, 'greeting.noon'],
  [5, 'greeting.morning'],
]

const WEEKDAYS: TextKey[] = [
  'weekday.0',
  'weekday.1',
  'weekday.2',
  'weekday.3',
  'weekday.4',
  'weekday.5',
  'weekday.6',
]

/** A greeting for the hour, `now` in epoch milliseconds; an empty name is left out. */
export function greeting(name: string, now: number, t: Translate): GreetingWords {
  const date = new Date(now)
  const [, key] = FROM_HOUR.find(([hour]) => date.getHours() >= hour) ?? [0, 'greeting.night']
  const words = t(key)
  return {
    words: name ? t('greeting.named', { greeting: words, name }) : words,
    date: t('greeting.date', {
      month: date.getMonth() + 1,
      day: date.getDate(),
      weekday: t(WEEKDAYS[date.getDay()] ?? 'weekday.0'),
    }),
  }
}
