import { build } from 'esbuild'
import { readFileSync } from 'node:fs'
import { toAppError } from '../../../../../cloudfunctions/shared/runtime/errors'
import {
  catalogue,
  explainErrcode,
} from '../../../../../cloudfunctions/shared/wecom/catalogue/catalogue'
import * as groups from '../../../../../cloudfunctions/shared/wecom/catalogue/groups'
import { WecomError } from '../../../../../cloudfunctions/shared/wecom/errors'
import { errorsPage } from '../../../../../scripts/errors-page'
import { inRoot } from '../../../../../scripts/paths'

const entries = catalogue.flatMap((theme) => theme.entries)
const texts = entries.flatMap(({ meaning, remedy }) => [meaning, remedy])
const inChinese = /[\u4e00-\u9fff]/

test('the catalogue has at least 90 numbers, each once and under a name of its own', () => {
  expect(entries.length).toBeGreaterThanOrEqual(90)
  expect(new Set(entries.map(({ errcode }) => errcode)).size).toBe(entries.length)
  expect(new Set(entries.map(({ name }) => name)).size).toBe(entries.length)
  for (const { name } of entries) expect(name).toMatch(/^[a-z][a-zA-Z]+$/)
})

test('every text is there in both languages, as sentences', () => {
  expect(texts.filter(({ zh }) => !inChinese.test(zh) || !zh.endsWith('。'))).toEqual([])
  expect(texts.filter(({ en }) => inChinese.test(en) || !/[A-Z].*\.$/.test(en))).toEqual([])
})

test('whatever an administrator can fix names its place in a console, in both languages', () => {
  const placeless = entries
    .filter(({ fixer }) => fixer === 'administrator')
    .filter(({ remedy }) => !remedy.zh.includes(' → ') || !remedy.en.includes(' → '))
  expect(placeless.map(({ errcode }) => errcode)).toEqual([])
})

test('every page is an official one', () => {
  for (const { page } of entries) {
    expect(page).toMatch(/^https:\/\/developer\.work\.weixin\.qq\.com\/document\/path\/\d{5}$/)
  }
})

test('a number in the catalogue is explained; any other degrades to WeCom’s query page', () => {
  expect(explainErrcode(60020)).toMatchObject({ known: true, name: 'addressNotTrusted' })
  expect(explainErrcode(-1)).toMatchObject({ known: true, retry: 'later' })
  expect(explainErrcode(987654)).toEqual({
    known: false,
    errcode: 987654,
    page: 'https://open.work.weixin.qq.com/devtool/query?e=987654',
  })
})

test('the groups overlap nowhere, and the catalogue says of their numbers what the groups say', () => {
  const all = Object.values(groups).flat()
  expect(new Set(all).size).toBe(all.length)
  const retriesOf = (errcodes: readonly number[]) => [
    ...new Set(
      errcodes.map((errcode) => {
        const explanation = explainErrcode(errcode)
        return explanation.known ? explanation.retry : 'unknown'
      }),
    ),
  ]
  expect(retriesOf(groups.codeRefused)).toEqual(['newCode'])
  expect(retriesOf(groups.tokenRejected)).toEqual(['newToken'])
  expect(retriesOf(groups.credentialsRefused)).toEqual(['never'])
  expect(retriesOf(groups.notVisible)).toEqual(['never'])
  expect(retriesOf(groups.miniprogramNotLinked)).toEqual(['never'])
  expect(retriesOf([...groups.tagRefused, ...groups.callForbidden])).toEqual(['never'])
  expect(retriesOf(groups.addressRefused)).toEqual(['later'])
  expect(retriesOf(groups.frequency)).toEqual(['afterWindow'])
  expect(retriesOf(groups.busy)).toEqual(['later'])
})

test.each([
  ['CODE_REFUSED', [40029, 42003, 42022]],
  ['MEMBER_NOT_VISIBLE', [60111, 60011, 60021, 50002, 40003]],
  ['MINIPROGRAM_NOT_LINKED', [90206, 90207, 90208]],
  ['IP_NOT_TRUSTED', [60020]],
  ['SECRET_REFUSED', [40001, 40013, 40091, 41002, 41004, 45031, 50003, 2000002, 40014, 42001]],
  ['WECOM_BUSY', [-1, 45009, 45033]],
  ['WECOM_REFUSED', [48002, 987654]],
])('the phone is told %s for %j', (code, errcodes) => {
  const codes = errcodes.map((errcode) =>
    toAppError(new WecomError({ failure: 'refused', path: '/cgi-bin/user/get', errcode })),
  )
  expect(codes.map((error) => [error.code, error.details?.errcode])).toEqual(
    errcodes.map((errcode) => [code, errcode]),
  )
})

test('docs/errors.md is what npm run docs writes, and has an anchor for each number', () => {
  const page = readFileSync(inRoot('docs', 'errors.md'), 'utf8')
  expect(page).toBe(errorsPage())
  for (const { errcode } of entries) {
    expect(page.split(`<a id="errcode${errcode}"></a>`)).toHaveLength(2)
  }
})

test('identity carries the groups and none of the texts', async () => {
  const { metafile } = await build({
    entryPoints: [inRoot('cloudfunctions', 'identity', 'index.ts')],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
  })
  const carried = Object.keys(metafile.inputs).filter((file) => file.includes('/catalogue/'))
  expect(carried.map((file) => file.replace(/.*\//, ''))).toEqual(['groups.ts'])
})
