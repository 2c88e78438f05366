import { compileMiniProgram } from '../../../../simulator/phone/compile/mini-program'
import { problemLine } from '../../../../simulator/phone/compile/problems'
import { FIXTURE, smallestApp, temporaryApp } from '../temporary-app'

async function compile(more: Record<string, string>) {
  const app = temporaryApp(smallestApp(more))
  try {
    return await compileMiniProgram(app.root)
  } finally {
    app.remove()
  }
}

test('the smallest mini program compiles without a problem', async () => {
  const { problems, pages, script } = await compile({})
  expect(problems).toEqual([])
  expect(pages).toEqual(['pages/a/a'])
  expect(script).toContain('Page({})')
})

test('the fixture compiles without a problem, in less than half a second once warm', async () => {
  expect((await compileMiniProgram(FIXTURE)).problems).toEqual([])
  const { ms } = await compileMiniProgram(FIXTURE)
  expect(ms).toBeLessThan(500)
})

test('pages of subpackages are pages', async () => {
  const { pages, problems } = await compile({
    'app.json': '{ "pages": ["pages/a/a"], "subpackages": [{ "root": "more", "pages": ["b"] }] }',
    'more/b.ts': 'Page({})',
    'more/b.wxml': '',
  })
  expect(problems).toEqual([])
  expect(pages).toEqual(['pages/a/a', 'more/b'])
})

test.each([
  {
    what: 'a template that does not close',
    files: { 'pages/a/a.wxml': '<view>\n  <text>a</view>' },
    file: 'pages/a/a.wxml',
    line: 2,
  },
  {
    what: 'an expression that does not end',
    files: { 'pages/a/a.wxml': '<view>\n\n{{ a + }}</view>' },
    file: 'pages/a/a.wxml',
    line: 3,
  },
  {
    what: 'a WXS file that does not parse',
    files: {
      'pages/a/a.wxml': '<wxs src="./a.wxs" module="m"/>',
      'pages/a/a.wxs': 'var a = 1\nvar b = {',
    },
    file: 'pages/a/a.wxs',
    line: 2,
  },
  {
    what: 'a script that does not parse',
    files: { 'pages/a/a.ts': 'Page({\n  data: {,\n})' },
    file: 'pages/a/a.ts',
    line: 2,
  },
  {
    what: 'an import that leads nowhere',
    files: { 'pages/a/a.ts': "\nimport { b } from './b'\nPage({ b })" },
    file: 'pages/a/a.ts',
    line: 2,
  },
  {
    what: 'JSON with a comma too many',
    files: { 'pages/a/a.json': '{\n  "navigationBarTitleText": "a",\n}' },
    file: 'pages/a/a.json',
    line: 3,
  },
])('$what is an error with file, line, column and lines', async ({ files, file, line }) => {
  const { problems } = await compile(files as unknown as Record<string, string>)
  expect(problems[0]).toMatchObject({ level: 'error', file, line })
  expect(problems[0]?.column).toBeGreaterThan(0)
  expect(problems[0]?.excerpt).toMatch(new RegExp(`^> ${line} \\|`, 'm'))
  expect(problemLine(problems[0]!)).toMatch(new RegExp(`^${file}:${line}:\\d+  error  .`))
})

test.each([
  [
    'a page without template',
    { 'app.json': '{ "pages": ["pages/a/a", "b"] }', 'b.ts': '' },
    'b.wxml',
  ],
  [
    'a page without script',
    { 'app.json': '{ "pages": ["pages/a/a", "b"] }', 'b.wxml': '' },
    'b.ts',
  ],
  [
    'a component that is not there',
    { 'pages/a/a.json': '{ "usingComponents": { "x": "../x/x" } }' },
    'pages/a/a.json',
  ],
  [
    'a tab that is no page',
    { 'app.json': '{ "pages": ["pages/a/a"], "tabBar": { "list": [{ "pagePath": "b" }] } }' },
    'app.json',
  ],
  [
    'a theme variable that is not there',
    { 'app.json': '{ "pages": ["pages/a/a"], "window": { "backgroundColor": "@no" } }' },
    'app.json',
  ],
  [
    'a template include that is not there',
    { 'pages/a/a.wxml': '<include src="./no.wxml"/>' },
    'pages/a/no.wxml',
  ],
  [
    'a .wxs file that is not there',
    { 'pages/a/a.wxml': '<wxs src="./no.wxs" module="m"/>' },
    'pages/a/no.wxs',
  ],
])('%s is an error of that file', async (_, files, file) => {
  const { problems } = await compile(files as unknown as Record<string, string>)
  expect(problems.map((problem) => problem.file)).toContain(file)
  expect(problems.every(({ level }) => level === 'error')).toBe(true)
})

test('theme.json gives its variables to both themes', async () => {
  const { script, problems } = await compile({
    'app.json':
      '{ "pages": ["pages/a/a"], "darkmode": true, "themeLocation": "theme.json", "window": { "backgroundColor": "@ground" } }',
    'theme.json': '{ "light": { "ground": "#fefefe" }, "dark": { "ground": "#010101" } }',
  })
  expect(problems).toEqual([])
  expect(script).toContain('"#fefefe"')
  expect(script).toContain('"#010101"')
})
