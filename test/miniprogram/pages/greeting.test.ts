import { createTranslate } from '../../../miniprogram/services/i18n'
import { greeting } from '../../../miniprogram/pages/badge/greeting'

const zh = createTranslate(() => 'zh-CN')
const en = createTranslate(() => 'en')
/** The phone's own time zone, whatever that is. */
const at = (hour: number) => new Date(2026, 10, 27, hour, 30).getTime()

describe('the greeting', () => {
  test.each([
    [0, '夜深了'],
    [4, '夜深了'],
    [5, '早上好'],
    [10, '早上好'],
    [11, '中午好'],
    [13, '下午好'],
    [17, '下午好'],
    [18, '晚上好'],
    [22, '晚上好'],
    [23, '夜深了'],
  ])('at %i:30 is %s', (hour, words) => {
    expect(greeting('', at(hour), zh).words).toBe(words)
  })

  test('names whoever is known', () => {
    expect(greeting('张三', at(9), zh).words).toBe('早上好，张三')
    expect(greeting('David', at(9), en).words).toBe('Good morning, David')
  })

  test('says which day it is', () => {
    expect(greeting('', at(9), zh).date).toBe('11月27日 星期五')
    expect(greeting('', at(9), en).date).toBe('Friday, 11/27')
  })
})
