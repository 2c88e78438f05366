import type { Problem } from '../../../../simulator/phone/compile/problems'
import { openSourceTree } from '../../../../simulator/phone/compile/source-tree'
import { compileStyle } from '../../../../simulator/phone/compile/styles'
import { temporaryApp, type TemporaryApp } from '../temporary-app'

let app: TemporaryApp
afterEach(() => app.remove())

function compile(files: Record<string, string>, styleScope = '') {
  app = temporaryApp(files)
  const problems: Problem[] = []
  const tree = openSourceTree(app.root)
  const css = compileStyle(tree, 'a.wxss', styleScope, (problem) => problems.push(problem))
  return { css: css.replace(/\s+/g, ' ').trim(), problems }
}

test('tags become the elements of the phone', () => {
  const { css } = compile({ 'a.wxss': 'page view > text, .view { margin: 1px }' })
  expect(css).toBe('wx-page wx-view > wx-text, :where(wx-page) .view { margin: 1px }')
})

test('class names of an isolated component carry its scope, and :host is its element', () => {
  const { css } = compile({ 'a.wxss': ':host { color: red } .a.b:not(.c) { color: blue }' }, 's1')
  expect(css).toBe('[wx-host=s1] { color: red } .s1--a.s1--b:not(.s1--c) { color: blue }')
})

test('steps of an animation are not selectors', () => {
  const { css } = compile({ 'a.wxss': '@keyframes x { from { top: 0 } 50% { top: 75rpx } }' }, 's')
  expect(css).toBe('@keyframes x { from { top: 0 } 50% { top: calc(100cqw * 75 / 750) } }')
})

test('imports are inlined once, relative to the file that names them', () => {
  const { css, problems } = compile({
    'a.wxss': "@import './b/b.wxss'; @import '/c.wxss'; .a { top: 0 }",
    'b/b.wxss': "@import '../c.wxss'; .b { top: 0 }",
    'c.wxss': '.c { top: 0 }',
  })
  expect(problems).toEqual([])
  expect(css.replace(/:where\(wx-page\) /g, '')).toBe('.c { top: 0 } .b { top: 0 } .a { top: 0 }')
})

test('colour schemes follow the theme of the phone, without added specificity', () => {
  const { css } = compile({
    'a.wxss': '@media (prefers-color-scheme: dark) { .a, .b { top: 0 } }',
  })
  const bound = (name: string) => `:where(:root[data-theme="dark"]) :where(wx-page) .${name}`
  expect(css.replace(/, +/g, ', ')).toBe(`${bound('a')}, ${bound('b')} { top: 0 }`)
})

test('what else a media query asks stays asked', () => {
  const { css } = compile({
    'a.wxss': '@media (min-width: 300px) and (prefers-color-scheme: light) { .a { top: 0 } }',
  })
  expect(css).toBe(
    '@media (min-width: 300px) { :where(:root[data-theme="light"]) :where(wx-page) .a { top: 0 } }',
  )
})

test('the safe area is the phone’s', () => {
  const { css } = compile({ 'a.wxss': '.a { bottom: env(safe-area-inset-bottom, 0px) }' })
  expect(css).toBe(':where(wx-page) .a { bottom: var(--safe-area-inset-bottom, 0px) }')
})

test('a syntax error is reported with its place and lines', () => {
  const { problems } = compile({ 'a.wxss': '.a {\n  top: 0;\n' })
  expect(problems).toEqual([
    expect.objectContaining({ level: 'error', file: 'a.wxss', line: 1, column: 1 }),
  ])
  expect(problems[0]?.excerpt).toContain('> 1 | .a {')
})

test('a missing import is reported where it is named', () => {
  const { problems } = compile({ 'a.wxss': ".a { top: 0 }\n\n@import './no.wxss';" })
  expect(problems).toEqual([
    expect.objectContaining({ level: 'error', file: 'a.wxss', line: 3, column: 1 }),
  ])
  expect(problems[0]?.message).toContain('./no.wxss')
})

test('an error in an imported file names that file', () => {
  const { problems } = compile({ 'a.wxss': "@import 'b.wxss';", 'b.wxss': '\n\n.b { top: 0' })
  expect(problems).toEqual([expect.objectContaining({ file: 'b.wxss', line: 3 })])
})
