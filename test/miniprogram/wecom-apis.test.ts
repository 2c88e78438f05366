/**
 * The phone of the employee is WeCom's: nothing may be asked of `wx` that it does not have.
 *
 * @jest-environment node
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readSource, sourceRoot } from '../support/mini-program-source'
import { filesBelow } from './fixtures/files'
import { callsInWecom, tagsNotInWecom, type Standing } from './fixtures/wecom-apis'
import { asked, everything, type Asked } from './fixtures/wx-uses'

// TypeScript reads the whole mini program, on a machine that may be busy.
jest.setTimeout(60_000)

const where: Record<Exclude<Standing, 'everywhere'>, string> = {
  phones: 'WeCom has on phones alone',
  'not Windows': 'WeCom does not have on Windows',
  'not Mac': 'WeCom does not have on a Mac',
  nowhere: 'WeCom does not have',
  'WeCom alone': 'plain WeChat does not have',
}

const complaintsOf = (uses: Asked[]): string[] =>
  uses.flatMap(({ name, isOptional, at }) => {
    const standing = callsInWecom.get(name)
    if (name === everything) {
      return `${at} hands over wx as it is: name what is used of it in an interface of its own`
    }
    if (standing === undefined) {
      return `${at} asks for wx.${name}: nobody has looked up whether WeCom has it. Look at https://developer.work.weixin.qq.com/document/path/92385 and put it into test/miniprogram/fixtures/wecom-apis.ts`
    }
    if (standing === 'everywhere' || isOptional) return []
    return `${at} takes wx.${name} for granted, which ${where[standing]}: make it optional (?) in the interface that wx is handed over as, and do without where it is missing`
  })

const complaints = (source: string): string[] => {
  const program = readSource({ 'planted.ts': source })
  return complaintsOf(asked(program).filter(({ at }) => at.startsWith('planted.ts')))
}

test('nothing is asked of wx that WeCom does not have', () => {
  const uses = asked(readSource())
  expect(new Set(uses.map(({ name }) => name)).size).toBeGreaterThan(10)
  expect(uses.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['request', 'qy.login', 'setStorageSync', 'getSystemInfoSync']),
  )
  expect(complaintsOf(uses)).toEqual([])
})

test('whatever way it is asked, it is found', () => {
  const found = complaints(`
wx.getWindowInfo()
const light = wx.onThemeChange
wx.scanCode({})
wx.neverHeardOf()
interface Needs { getRandomValues(options: object): void; request(options: object): unknown }
const take = (source: Needs, more?: { part: Needs }) => [source, more]
take(wx)
const all: WechatMiniprogram.Wx = wx
const loose = wx
wx.qy.login({})
export { light, all, loose }
`)
  const lines = found.map((complaint) =>
    /^planted\.ts:(\d+).*?(wx\S*)/.exec(complaint)?.slice(1, 3),
  )
  expect(lines).toEqual([
    ['2', 'wx.getWindowInfo'],
    ['3', 'wx.onThemeChange'],
    ['4', 'wx.scanCode'],
    ['5', expect.stringContaining('wx.neverHeardOf')],
    ['8', 'wx.getRandomValues'],
    ['9', 'wx'],
    ['10', 'wx'],
    ['11', 'wx.qy'],
  ])
})

test('what asks first is in order', () => {
  expect(
    complaints(`
wx.qy?.login({})
wx.onThemeChange?.(() => {})
if (wx.scanCode) wx.showToast({ title: '' })
interface Maybe { openPrivacyContract?(options: object): void; qy?: { login(o: object): void } }
const take = (source: Maybe) => source
take(wx)
export const size = typeof wx.getWindowInfo
`),
  ).toEqual([])
})

test('no template has a component that WeCom lacks', () => {
  const found = filesBelow(sourceRoot, ['.wxml']).flatMap((file) =>
    tagsNotInWecom
      .filter((tag) => new RegExp(`<${tag}[\\s/>]`).test(readFileSync(file, 'utf8')))
      .map((tag) => `${path.relative(sourceRoot, file)} has <${tag}>`),
  )
  expect(found).toEqual([])
})
