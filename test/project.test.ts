/** Opens the tree the way WeChat DevTools does: whatever the JSON files name must be there. */
import { transformSync } from 'esbuild'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { buildFunctions, functionNames } from '../scripts/functions'
import { inRoot } from '../scripts/paths'

const readJson = <T>(...parts: string[]): T =>
  JSON.parse(readFileSync(inRoot(...parts), 'utf8')) as T
const project = readJson<{
  appid: string
  miniprogramRoot: string
  cloudfunctionRoot: string
  setting: { useCompilerPlugins: string[]; urlCheck: boolean }
}>('project.config.json')
const app = readJson<{
  pages: string[]
  usingComponents?: Record<string, string>
  tabBar?: { list: { pagePath: string }[] }
  themeLocation?: string
  sitemapLocation?: string
}>(project.miniprogramRoot, 'app.json')

const inMiniProgram = (...parts: string[]) => inRoot(project.miniprogramRoot, ...parts)
const partsOf = (name: string) => ['.ts', '.json', '.wxml'].map((extension) => name + extension)

test.each(app.pages)('page %s has its script, its configuration and its template', (page) => {
  for (const part of partsOf(page))
    expect([part, existsSync(inMiniProgram(part))]).toEqual([part, true])
})

test('every component that a page or a component names is there, and says that it is one', () => {
  const seen = new Set<string>()
  const visit = (owner: string, using: Record<string, string> = {}) => {
    for (const reference of Object.values(using)) {
      const name = reference.startsWith('/')
        ? reference.slice(1)
        : path.posix.join(path.posix.dirname(owner), reference)
      if (seen.has(name)) continue
      seen.add(name)
      for (const part of partsOf(name))
        expect([part, existsSync(inMiniProgram(part))]).toEqual([part, true])
      const json = readJson<{ component: boolean; usingComponents?: Record<string, string> }>(
        project.miniprogramRoot,
        `${name}.json`,
      )
      expect([name, json.component]).toEqual([name, true])
      visit(name, json.usingComponents)
    }
  }
  visit('app', app.usingComponents)
  for (const page of app.pages) {
    visit(
      page,
      readJson<{ usingComponents?: Record<string, string> }>(
        project.miniprogramRoot,
        `${page}.json`,
      ).usingComponents,
    )
  }
  expect(seen.size).toBeGreaterThan(3)
})

test('what app.json points at exists', () => {
  for (const { pagePath } of app.tabBar?.list ?? []) expect(app.pages).toContain(pagePath)
  for (const file of [app.themeLocation, app.sitemapLocation]) {
    if (file) expect([file, existsSync(inMiniProgram(file))]).toEqual([file, true])
  }
})

test('every function is built where DevTools looks for it', async () => {
  await buildFunctions()
  for (const name of functionNames()) {
    for (const file of ['index.js', 'package.json', 'config.json']) {
      expect(existsSync(inRoot(project.cloudfunctionRoot, name, file))).toBe(true)
    }
  }
})

test('DevTools compiles the TypeScript itself, and lets a developer call this machine', () => {
  expect(project.setting.useCompilerPlugins).toEqual(['typescript'])
  expect(project.setting.urlCheck).toBe(false)
})

const loaders = { '.ts': 'ts', '.js': 'js', '.wxss': 'css' } as const

/** A file without what "minified" takes away; templates stay as they are. */
const minified = (file: string): Uint8Array => {
  const loader = loaders[path.extname(file) as keyof typeof loaders]
  const source = readFileSync(file)
  if (!loader) return source
  const options = { loader, minify: true, target: 'es2017', charset: 'utf8' } as const
  return Buffer.from(transformSync(source.toString('utf8'), options).code)
}

// WeChat's ES5 is a tenth larger than this; npm run check:wechat holds it to 120 KB.
test('the mini program is at most 108 KB before WeChat’s compiler makes ES5 of it', () => {
  const bytes = readdirSync(inMiniProgram(), { recursive: true, encoding: 'utf8' })
    .filter((name) => path.extname(name) !== '' && !name.endsWith('.d.ts'))
    .map((name) => minified(inMiniProgram(name)).length)
    .reduce((sum, size) => sum + size, 0)
  expect(bytes).toBeGreaterThan(50_000)
  expect(bytes).toBeLessThanOrEqual(108 * 1024)
})

test('no one’s AppID is in the project: a placeholder stands there', () => {
  expect(project.appid).toMatch(/^wx0{16}$/)
  expect(readJson<{ appid: string }>('project.private.config.example.json').appid).toBe(
    project.appid,
  )
})

test('.env.example tells of every variable that the functions read', () => {
  const sections = inRoot('cloudfunctions', 'shared', 'runtime', 'sections')
  const source = readdirSync(sections)
    .map((file) => readFileSync(path.join(sections, file), 'utf8'))
    .join('\n')
  const names = new Set(source.match(/(?<='|environment\.)[A-Z]+(?:_[A-Z]+)*(?='|\b)/g))
  expect(names.size).toBeGreaterThan(7)
  const example = readFileSync(inRoot('.env.example'), 'utf8')
  expect([...names].filter((name) => !new RegExp(`^#? ?${name}=`, 'm').test(example))).toEqual([])
})
