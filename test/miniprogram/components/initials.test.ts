import { initials } from '../../../miniprogram/components/badge-card/initials'

describe('initials', () => {
  test.each([
    ['张三', '张三'],
    ['王小明', '小明'],
    ['欧阳娜仁其木格', '木格'],
    ['阿卜杜勒·热合曼·买买提江', '提江'],
    ['李', '李'],
    ['张三 (Jack)', '张三'],
    ['𠮷田', '𠮷田'],
  ])('of %s are the last two characters: %s', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })

  test.each([
    ['John Smith', 'JS'],
    ['jean-luc picard', 'JP'],
    ['Mary Jane van der Berg', 'MB'],
    ['Madonna', 'M'],
    ['  Ada   Lovelace ', 'AL'],
    ['élodie durand', 'ÉD'],
    ['zhangsan', 'Z'],
  ])('of %s are first letters: %s', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })

  test('of nobody are empty', () => {
    expect(initials('')).toBe('')
    expect(initials(' · ')).toBe('')
  })
})
