import { createTranslate } from '../../../miniprogram/services/i18n'
import { whenWords } from '../../../miniprogram/services/when'

const t = createTranslate(() => 'zh-CN')
const local = (...parts: [number, number, number, number, number, number?]) =>
  new Date(...parts).getTime()
const NOW = local(2026, 10, 20, 12, 0)

describe('a moment in words', () => {
  test.each([
    ['this second', NOW, '刚刚'],
    ['59 seconds ago', NOW - 59_000, '刚刚'],
    ['ahead of now, because clocks differ', NOW + 30_000, '刚刚'],
    ['a minute ago', NOW - 60_000, '1 分钟前'],
    ['59 minutes ago', NOW - 59 * 60_000, '59 分钟前'],
    ['this morning', local(2026, 10, 20, 8, 5), '今天 08:05'],
    ['yesterday evening', local(2026, 10, 19, 18, 2), '昨天 18:02'],
    ['the day before', local(2026, 10, 18, 23, 59), '11月18日 23:59'],
    ['last year', local(2025, 11, 31, 9, 0), '2025年12月31日'],
  ])('%s', (_name, at, words) => {
    expect(whenWords(at, NOW, t)).toBe(words)
  })

  test('knows yesterday across the turn of the year', () => {
    expect(whenWords(local(2025, 11, 31, 18, 2), local(2026, 0, 1, 9, 0), t)).toBe('昨天 18:02')
  })

  test('counts minutes across midnight', () => {
    expect(whenWords(local(2026, 10, 19, 23, 40), local(2026, 10, 20, 0, 10), t)).toBe('30 分钟前')
  })
})
