/**
 * The WeCom client has an old base library on an old engine. Syntax is the compiler's affair (es6 and
 * enhance make ES5 of it); what is called must be there, so TypeScript is told of nothing newer.
 *
 * @jest-environment node
 */
import { parse } from 'acorn'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { filesBelow } from './fixtures/files'
import { filesOf, problemsIn, readSource, sourceRoot } from '../support/mini-program-source'

// TypeScript reads the whole mini program, on a machine that may be busy.
jest.setTimeout(60_000)

const program = readSource()

const readJson = <T>(file: string): T =>
  JSON.parse(readFileSync(path.join(sourceRoot, '..', file), 'utf8')) as T

test('DevTools makes ES5 of the TypeScript, for the base library that WeCom has', () => {
  const { libVersion, setting } = readJson<{
    libVersion: string
    setting: Record<string, unknown>
  }>('project.config.json')
  expect(libVersion).toMatch(/^2\.14\./)
  expect(setting).toMatchObject({
    useCompilerPlugins: ['typescript'],
    es6: true,
    enhance: true,
    // Without these two, nothing that DevTools does before an upload reads the templates.
    minifyWXML: true,
    minifyWXSS: true,
    minified: true,
    postcss: true,
  })
  // By another compiler: it leaves syntax of ES2015 in (measured with miniprogram-ci 2.1.42).
  expect(setting).not.toHaveProperty('swc')
})

test('TypeScript knows ES2017 and the mini program, and no browser', () => {
  const { compilerOptions } = readJson<{ compilerOptions: object }>('tsconfig.json')
  expect(compilerOptions).toMatchObject({ lib: ['ES2017'], types: ['miniprogram-api-typings'] })
})

test('the mini program calls nothing that is newer, or of a browser', () => {
  const files = filesOf(program).map(({ fileName }) => path.relative(sourceRoot, fileName))
  expect(files.length).toBeGreaterThan(30)
  const problems = files.flatMap((file) =>
    problemsIn(program, file).map(({ line, text }) => `${file}:${line} ${text}`),
  )
  expect(problems).toEqual([])
})

test('the mini program chains promises: async functions cost a runtime on every phone (docs/decisions/011)', () => {
  const costly = filesOf(program)
    .filter((file) => /\basync\b/.test(file.text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')))
    .map(({ fileName }) => path.relative(sourceRoot, fileName))
  expect(costly).toEqual([])
})

test('what is newer would be noticed', () => {
  const newer = [
    '[[1]].flat()',
    '[1].flatMap((one) => one)',
    '[1].at(0)',
    '[1].findLast(Boolean)',
    '[1].toSorted()',
    'Object.fromEntries([])',
    'Object.hasOwn({}, "a")',
    'Object.groupBy([], String)',
    'Promise.allSettled([])',
    'Promise.any([])',
    'Promise.resolve().finally(() => {})',
    '"a".replaceAll("a", "b")',
    '"a".trimStart()',
    '"a".matchAll(/a/g)',
    'BigInt(1)',
    'structuredClone({})',
    'new URL("https://a")',
    'new URLSearchParams()',
    'new AbortController()',
    'new TextEncoder()',
    'fetch("")',
    'crypto.getRandomValues',
    'btoa("")',
    'document.title',
    'window.name',
    'localStorage.length',
    'process.env',
    'new WeakRef({})',
  ]
  const planted = newer.map(
    (expression) => `export const a${newer.indexOf(expression)} = ${expression}`,
  )
  const newest = readSource({ 'planted.ts': planted.join('\n') })
  const noticed = new Set(problemsIn(newest, 'planted.ts').map(({ line }) => line))
  expect(newer.filter((_expression, place) => !noticed.has(place + 1))).toEqual([])
})

// “Do you need to change your target library?”, and names that nobody has declared.
const isOfAnotherWorld = (code: number) => [2304, 2550, 2552, 2583, 2584].includes(code)

test('nor does what we have from others', () => {
  const scripts = filesBelow(sourceRoot, ['.js']).map((file) => path.relative(sourceRoot, file))
  expect(scripts.length).toBeGreaterThan(0)
  const planted = { 'planted.js': 'export const a = [[1]].flat()\nexport const b = document.title' }
  const copies = Object.fromEntries(
    scripts.map((file) => [`copied/${file}`, readFileSync(path.join(sourceRoot, file), 'utf8')]),
  )
  const others = readSource({ ...planted, ...copies }, { allowJs: true, checkJs: true })
  const newer = (file: string) =>
    problemsIn(others, file)
      .filter(({ code }) => isOfAnotherWorld(code))
      .map(({ line, text }) => `${file}:${line} ${text}`)
  expect(newer('planted.js')).toHaveLength(2)
  expect(Object.keys(copies).flatMap(newer)).toEqual([])
})

// TypeScript knows these whatever it is told; Proxy is in ES2015, and no phone can be taught it.
const unknownToThePhone = /\b(globalThis|Proxy|Intl|eval|WebAssembly)\b|\bnew Function\b/

test('nothing is named that no base library can add to an old engine', () => {
  const found = filesOf(program).flatMap(({ fileName, text }) =>
    text
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .split('\n')
      .filter((line) => unknownToThePhone.test(line))
      .map((line) => `${path.relative(sourceRoot, fileName)}: ${line.trim()}`),
  )
  expect(found).toEqual([])
  expect('new Proxy({}, {})').toMatch(unknownToThePhone)
})

const isOld = (expression: string): boolean => {
  try {
    return Boolean(parse(expression, { ecmaVersion: 2017 }))
  } catch {
    return false
  }
}

test('regular expressions are as old as the engine, because the compiler rewrites some of them and not others', () => {
  const found: string[] = []
  for (const file of filesOf(program)) {
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node) && !isOld(node.text)) {
        found.push(`${path.relative(sourceRoot, file.fileName)}: ${node.text}`)
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  expect(found).toEqual([])
  expect(['/(?<=a)b/', '/(?<year>a)/', '/./s', '/\\p{L}/u'].filter(isOld)).toEqual([])
})

test('what is as old as the engine passes', () => {
  const older = `export const old = [
    [1].includes(1), Object.entries({}), Object.values({}), 'a'.padStart(2), new Map([[1, 2]]),
    Array.from([1]), Object.assign({}, {}), Promise.all([]), Symbol('a'), 'a'.startsWith('a'),
  ]
  export const later = async () => await Promise.race([])`
  expect(problemsIn(readSource({ 'planted.ts': older }), 'planted.ts')).toEqual([])
})
