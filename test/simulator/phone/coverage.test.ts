import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { withPreviewCoverage } from '../../../scripts/coverage-tables'
import { inRoot } from '../../../scripts/paths'
import { BOX_TAGS, BUILTIN_TAGS, SIMULATED_TAGS } from '../../../simulator/phone/builtin-tags'
import { calls } from '../../../simulator/phone/coverage/calls'
import { components } from '../../../simulator/phone/coverage/components'
import { coverage } from '../../../simulator/phone/coverage/coverage'
import type { CoverageTheme } from '../../../simulator/phone/coverage/row'
import { wecomCalls } from '../../../simulator/phone/coverage/wecom-calls'
import { PLATFORM_CALLS, QY_CALLS } from '../../../simulator/phone/platform'

const rows = coverage.flatMap((theme) => theme.rows)
const namesIn = ({ rows: some }: CoverageTheme, are: (is: string) => boolean) =>
  some.filter(({ is }) => are(is)).flatMap(({ names = [] }) => names)
const isThere = (is: string) => is !== 'absent'
const isAbsent = (is: string) => is === 'absent'

const tests = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(__dirname, file), 'utf8') }))
const shownBy = new Set(rows.flatMap((row) => row.shownBy ?? []))

test('every tag that behaves is in the table, and every box as absent', () => {
  expect(namesIn(components, isThere).sort()).toEqual([...SIMULATED_TAGS].sort())
  expect(namesIn(components, isAbsent).sort()).toEqual([...BOX_TAGS].sort())
  expect([...BUILTIN_TAGS].sort()).toEqual(
    [...SIMULATED_TAGS, ...BOX_TAGS, 'page', 'block', 'slot'].sort(),
  )
})

test('every call of wx is in the table once, and what is absent there is absent here', () => {
  const listed = PLATFORM_CALLS.map(({ name }) => name)
  expect(namesIn(calls, isThere).sort()).toEqual([...listed].sort())
  expect(namesIn(calls, isAbsent).filter((name) => listed.includes(name))).toEqual([])
})

test('every call of wx.qy is in the table once', () => {
  expect(namesIn(wecomCalls, () => true).sort()).toEqual(Object.keys(QY_CALLS).sort())
})

test('nothing is listed twice, and whatever is approximate says how', () => {
  expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length)
  expect(rows.filter(({ is, note }) => is === 'approximate' && note === '')).toEqual([])
})

test('every test that a row names is there', () => {
  const missing = [...shownBy].filter((title) => !tests.some(({ text }) => text.includes(title)))
  expect(missing).toEqual([])
})

test('the zoo shows sixty features and more, each of them in the table', () => {
  const titles = tests
    .filter(({ file }) => file.startsWith('zoo-'))
    .flatMap(({ text }) => [...text.matchAll(/\btest\('([^']+)'/g)].map(([, title]) => title))
  expect(titles.length).toBeGreaterThan(60)
  expect(titles.filter((title) => !shownBy.has(title ?? ''))).toEqual([])
})

test('simulator/phone/README.md prints the table as npm run docs writes it', () => {
  const readme = readFileSync(inRoot('simulator', 'phone', 'README.md'), 'utf8')
  expect(readme).toBe(withPreviewCoverage(readme))
})
