import type { Translate } from './i18n'

const MINUTE = 60_000

/** A moment in words, as seen from `now`; both in epoch milliseconds, read in the phone's time zone. */
export function whenWords(at: number, now: number, t: Translate): string {
  const minutes = Math.floor((now - at) / MINUTE)
  // A little ahead of now is still now: clocks differ.
  if (minutes < 1) return t('when.justNow')
  if (minutes < 60) return t('when.minutesAgo', { minutes })
  return momentWords(at, now, t)
}

/** The same by the clock and the calendar: also for moments to come. */
export function momentWords(at: number, now: number, t: Translate): string {
  const then = new Date(at)
  const today = new Date(now)
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1)
  const time = `${twoDigits(then.getHours())}:${twoDigits(then.getMinutes())}`
  if (isSameDay(then, today)) return t('when.today', { time })
  if (isSameDay(then, yesterday)) return t('when.yesterday', { time })
  const date = { year: then.getFullYear(), month: then.getMonth() + 1, day: then.getDate(), time }
  return t(date.year === today.getFullYear() ? 'when.thisYear' : 'when.date', date)
}

function isSameDay(one: Date, other: Date): boolean {
  return one.toDateString() === other.toDateString()
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
