import { Ajv2020 } from 'ajv/dist/2020'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Problem } from '../../../cloudfunctions/shared/directory/read-audience'
import { readContent } from '../../../cloudfunctions/workbench/read-content'
import { inRoot } from '../../../scripts/paths'
import { readContentFile } from '../../../scripts/workbench/read-file'
import schema from '../../../cloudfunctions/workbench/content.schema.json'

const example = readFileSync(inRoot('cloudfunctions', 'workbench', 'content.yaml'), 'utf8')
const isShaped = new Ajv2020({ allowUnionTypes: true }).compile(schema)

const problemsIn = (value: unknown): string[] => {
  const problems: Problem[] = []
  readContent(value, problems)
  return problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
}

const entry = { id: 'leave', title: '请假', url: 'https://oa.example.com/', audience: 'everyone' }
const notice = {
  id: 'upgrade',
  title: '升级',
  text: '周六凌晨升级。',
  publishedAt: '2026-11-02T09:00:00+08:00',
  audience: { departments: [2] },
}
const withEntry = (change: object) => ({
  groups: [{ title: '日常', entries: [{ ...entry, ...change }] }],
})
const withNotice = (change: object) => ({ notices: [{ ...notice, ...change }] })

test.each([
  ['the example', parse(example) as unknown],
  ['nothing at all', {}],
  ['keys with nothing under them', { groups: null, notices: null }],
  ['an entry with all it can have', withEntry({ note: '年假', audience: { not: 'leaders' } })],
  ['a page with a query', withEntry({ url: undefined, page: '/pages/me/index?tab=2' })],
  ['a notice that ends', withNotice({ until: '2026-12-01T00:00Z' })],
])('%s is content, to the reader and to an editor’s schema', (_what, value) => {
  expect(problemsIn(value)).toEqual([])
  expect(isShaped(JSON.parse(JSON.stringify(value)))).toBe(true)
})

test.each([
  [[], ': must have: groups, notices'],
  [{ entries: [] }, 'entries: "entries" is not known here: groups, notices'],
  [{ groups: {} }, 'groups: must be a list'],
  [{ groups: ['日常'] }, 'groups.0: must have: title, entries'],
  [{ groups: [{ entries: [] }] }, 'groups.0.title: lacks title: a text'],
  [withEntry({ audience: undefined }), 'groups.0.entries.0.audience: lacks an audience'],
  [withEntry({ audience: { department: [1] } }), 'groups.0.entries.0.audience.department: "dep'],
  [withEntry({ title: 2026 }), 'groups.0.entries.0.title: is not a text of 1 to 32 characters (a'],
  [withEntry({ title: '  ' }), 'groups.0.entries.0.title: is not a text'],
  [withEntry({ title: '长'.repeat(33) }), 'groups.0.entries.0.title: is not a text'],
  [withEntry({ id: 'Leave!' }), 'groups.0.entries.0.id: is not an id'],
  [withEntry({ icon: 'x' }), 'groups.0.entries.0.icon: "icon" is not known here'],
  [withEntry({ url: 'http://oa.example.com/' }), 'groups.0.entries.0.url: is not an https address'],
  [withEntry({ url: 'javascript:alert(1)' }), 'groups.0.entries.0.url: is not an https address'],
  [withEntry({ page: '/pages/me/index' }), 'groups.0.entries.0: must have either a page or a url'],
  [withEntry({ url: undefined, page: 'pages/me' }), 'groups.0.entries.0.page: is not a page'],
  [withNotice({ publishedAt: '2026-11-02' }), 'notices.0.publishedAt: is not a time'],
  [withNotice({ publishedAt: '2026-11-02T09:00:00' }), 'notices.0.publishedAt: is not a time'],
  [withNotice({ until: 1793581200000 }), 'notices.0.until: is not a time'],
  [withNotice({ text: '' }), 'notices.0.text: is not a text of 1 to 4000'],
])('%j is refused by both, with the place of the mistake', (value, problem) => {
  expect(problemsIn(value)).toEqual([expect.stringContaining(problem)])
  expect(isShaped(JSON.parse(JSON.stringify(value)))).toBe(false)
})

test.each([
  [{ ...withEntry({}), ...withNotice({ id: 'leave' }) }, 'notices.0.id: "leave" is used above'],
  [withEntry({ url: 'https://a:b@oa.example.com/' }), 'groups.0.entries.0.url: is not an https'],
  [withNotice({ publishedAt: '2026-13-02T09:00:00Z' }), 'notices.0.publishedAt: is not a time'],
])('%j is refused by the reader alone, because no schema can say it', (value, problem) => {
  expect(problemsIn(value)).toEqual([expect.stringContaining(problem)])
  expect(isShaped(value)).toBe(true)
})

describe('a file', () => {
  const read = (text: string) => readContentFile(text, ['pages/index/index'])
  const file = [
    'groups:',
    '  - title: 日常',
    '    entries:',
    '      - id: leave',
    '        title: 请假',
    '        page: /pages/index/index?from=workbench',
    '        audience: everyone',
  ]
  const placesIn = (lines: string[]): string[] => {
    const result = read(lines.join('\n'))
    return 'content' in result
      ? []
      : result.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
  }
  const withLine = (number: number, line: string) => [
    ...file.slice(0, number - 1),
    line,
    ...file.slice(number),
  ]

  test('is content when nothing is wrong with it', () => {
    expect(placesIn(file)).toEqual([])
  })

  test.each([
    [7, '        audience: { rolls: [hr] }', /^7:21 "rolls" is not known here/],
    [7, '        audience: { departments: [2, x] }', /^7:38 is not the number of a department/],
    [7, '        audience: all', /^7:19 is none of/],
    [7, '', /^4:9 lacks an audience/],
    [6, '        page: /pages/gone/index', /^6:15 is no page of the mini program: pages\/index/],
    [2, '  - title: [日常', /^\d+:\d+ /],
    [4, '      - id: *leave', /^4:13 /],
  ])('with line %i as %j is refused there', (number, line, problem) => {
    expect(placesIn(withLine(number, line))[0]).toMatch(problem)
  })

  test('tells all that is wrong at once, in its order', () => {
    const lines = withLine(5, '        title: 7')
    lines[6] = '        audience: nobody'
    expect(placesIn(lines)).toEqual([
      expect.stringMatching(/^5:16 /),
      expect.stringMatching(/^7:19 /),
    ])
  })
})
