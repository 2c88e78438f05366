import { readFileSync } from 'node:fs'
import { en } from '../../../miniprogram/services/catalogue/en'
import { zhCN } from '../../../miniprogram/services/catalogue/zh-cn'
import { FAILURE_CODES } from '../../../miniprogram/services/failure-kinds'
import { createTranslate } from '../../../miniprogram/services/i18n'
import { ROOT } from '../../support/mini-program'
import { filesBelow } from '../fixtures/files'

const chinese = zhCN as Record<string, string>
const english = en as Record<string, string>
const CJK = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/
const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

describe('the catalogues', () => {
  test('have the same keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zhCN).sort())
  })

  test('leave no text empty', () => {
    const texts = [...Object.values(zhCN), ...Object.values(en)]
    expect(texts.filter((text) => text.trim() === '')).toEqual([])
  })

  test('use the same parameters in both languages', () => {
    for (const key of Object.keys(chinese).filter((key) => !key.startsWith('when.'))) {
      expect([key, placeholders(english[key] ?? '')]).toEqual([
        key,
        placeholders(chinese[key] ?? ''),
      ])
    }
  })

  test('keep each to its own language', () => {
    expect(Object.entries(english).filter(([, text]) => CJK.test(text))).toEqual([])
    expect(Object.entries(chinese).filter(([, text]) => !CJK.test(text))).toEqual([])
  })

  test.each(FAILURE_CODES)('say what %s means and what to do next', (code) => {
    for (const catalogue of [chinese, english]) {
      expect(catalogue[`error.${code}.what`]).toBeTruthy()
      expect(catalogue[`error.${code}.next`]).toBeTruthy()
    }
  })

  test('say nothing technical to employees', () => {
    const texts = Object.entries({ ...chinese, ...english }).filter(
      ([key]) => !key.startsWith('adminHint.'),
    )
    for (const [, text] of texts)
      expect(text).not.toMatch(/token|session|HTTP|API|JSON|errcode|null/i)
  })
})

test('every text on a page comes from the catalogue', () => {
  const outside = filesBelow(ROOT, ['.wxml', '.ts', '.wxss'])
    .filter((file) => !file.includes('/catalogue/'))
    .filter((file) => {
      const source = readFileSync(file, 'utf8')
      // Comments may name a Chinese thing; only what can reach the screen counts.
      const visible = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
      return CJK.test(visible)
    })
  expect(outside).toEqual([])
})

test('no text waits in vain to be shown', () => {
  const source = filesBelow(ROOT, ['.ts'])
    .filter((file) => !file.includes('/catalogue/'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('')
  // The keys of these families are put together at run time, from closed unions.
  const families =
    /^(error\.|field\.|gender\.|withheld\.|help\.client|help\.\w+\.(what|next)|privacy\.\w+\.(what|next)|me\.(privacy|help))/
  const idle = Object.keys(zhCN).filter(
    (key) => !families.test(key) && !source.includes(`'${key}'`),
  )
  expect(idle).toEqual([])
})

test('a template holds no words of its own', () => {
  for (const file of filesBelow(ROOT, ['.wxml'])) {
    const words = readFileSync(file, 'utf8')
      .replace(/\{\{[^}]*\}\}/g, '')
      .replace(/<[^>]*>/g, '')
    expect([file, words.trim()]).toEqual([file, ''])
  }
})

describe('a translation', () => {
  test('fills in its parameters', () => {
    expect(createTranslate(() => 'en')('when.minutesAgo', { minutes: 3 })).toBe('3 min ago')
    expect(createTranslate(() => 'zh-CN')('when.minutesAgo', { minutes: 3 })).toBe('3 分钟前')
  })

  test('takes a parameter as it is, whatever characters it has', () => {
    expect(createTranslate(() => 'en')('badge.card', { name: '$& {x}' })).toBe('Badge of $& {x}')
  })

  test('leaves a placeholder that nobody filled', () => {
    expect(createTranslate(() => 'en')('badge.card')).toBe('Badge of {name}')
  })
})
