import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { compileMiniProgram } from '../../scripts/check-wechat/compile'
import { complaintOf, type Thrown } from '../../scripts/check-wechat/complaint'
import { inspect, ownLimitBytes, wechatLimitBytes } from '../../scripts/check-wechat/inspect'
import { inRoot } from '../../scripts/paths'

const folder = '/invented/gongpai-wechat-x/project'
const project = {
  folder,
  root: 'miniprogram/',
  read: (file: string) => readFileSync(inRoot('miniprogram', file), 'utf8'),
}
const complaint = (thrown: Thrown) => complaintOf(thrown, project)
const lineOf = (file: string, text: string) =>
  project
    .read(file)
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1

// As miniprogram-ci 2.1.42 throws them.
test.each<[string, Thrown, object]>([
  [
    'TypeScript',
    {
      message: `file: pages/me/me.ts\n ${folder}/pages/me/me.ts: Unexpected token (82:9)\n\n  80 |   },\n> 82 | const x: = 3\n     |          ^`,
    },
    { file: 'pages/me/me.ts', line: 82, column: 9, text: 'Unexpected token' },
  ],
  [
    'WXML',
    { file: 'pages/me/me.wxml', message: '1:9:unexpected end tag: text' },
    { file: 'pages/me/me.wxml', line: 1, column: 9, text: 'unexpected end tag: text' },
  ],
  [
    'WXSS',
    {
      file: 'pages/me/me.wxss',
      message: '/pages/me/me.wxss:1:1: Unclosed block\n> 1 | .a { color: \n> 2 | ',
    },
    { file: 'pages/me/me.wxss', line: 1, column: 1, text: 'Unclosed block' },
  ],
  [
    'JSON',
    {
      file: 'miniprogram/pages/me/me.json',
      message:
        "miniprogram/pages/me/me.json: miniprogram/pages/me/me.json\nExpecting 'STRING','}', got EOF\n> 1 | {\n    | ^\n  2 | ",
    },
    { file: 'pages/me/me.json', line: 1, text: "Expecting 'STRING','}', got EOF" },
  ],
  [
    'the end of JSON',
    {
      file: 'miniprogram/pages/me/me.json',
      message:
        "miniprogram/pages/me/me.json: miniprogram/pages/me/me.json\nExpecting 'STRING','}', got EOF\n  1 | {",
    },
    { file: 'pages/me/me.json', line: 1, text: "Expecting 'STRING','}', got EOF" },
  ],
  [
    'a colour of app.json',
    {
      file: 'miniprogram/app.json or theme.json["light"]',
      message:
        'miniprogram/app.json or theme.json["light"]: window.navigationBarTextStyle field needs to be string, string',
    },
    { file: 'app.json', line: lineOf('app.json', '"navigationBarTextStyle"') },
  ],
  [
    'a value of app.json',
    {
      file: 'miniprogram/app.json or theme.json["light"]',
      message:
        'miniprogram/app.json or theme.json["light"]: ["tabBar"]["list"] must contain at least 2 items',
    },
    { file: 'app.json', line: lineOf('app.json', '"list"') },
  ],
  [
    'a page that is not there',
    {
      file: 'miniprogram/app.json',
      message:
        'miniprogram/app.json: ["pages"][1] could not find the corresponding file: "pages/me/me.wxml"',
    },
    {
      file: 'app.json',
      line: lineOf('app.json', '"pages/me/me"'),
      text: '["pages"][1] could not find the corresponding file: "pages/me/me.wxml"',
    },
  ],
])('of a fault in %s it is told where it is', (_what, thrown, expected) => {
  expect(complaint(thrown)).toMatchObject(expected)
  expect(JSON.stringify(complaint(thrown))).not.toContain(folder)
})

const packageOf = (files: Record<string, string>) =>
  new Map(Object.entries(files).map(([file, text]) => [file, Buffer.from(text)]))
const textsOf = (files: Record<string, string>) =>
  inspect(packageOf(files)).map(({ file, text }) => `${file} ${text}`)

test('a package that is in order is not complained of', () => {
  const files = {
    'app.js': 'var a = require("./services/index");require("/components/a.js")',
    'app.wxss': '@import "styles/tokens.wxss";@import "/styles/tokens.wxss";',
    'components/a.js': 'require("../services")',
    'services/index.js': '',
    'styles/tokens.wxss': '',
  }
  expect(textsOf(files)).toEqual([])
})

test('a script that the phone could not read is named, and what would have helped', () => {
  expect(textsOf({ 'app.js': 'let a = () => 1' })).toEqual([
    expect.stringMatching(/^app\.js is not ES5: .*enhance/),
  ])
})

test('a file that is asked for and not in the package is named', () => {
  expect(
    textsOf({ 'app.js': 'require("./gone")', 'pages/a.wxss': "@import '../gone.wxss'" }),
  ).toEqual([
    'app.js requires "./gone", which is not in the package',
    'pages/a.wxss imports "../gone.wxss", which is not in the package',
  ])
})

test('a package that is too large is told against which limit', () => {
  const large = (bytes: number) => textsOf({ 'app.json': '{}', 'big.json': ' '.repeat(bytes) })
  expect(large(ownLimitBytes - 2)).toEqual([])
  expect(large(ownLimitBytes)).toEqual([expect.stringMatching(/^big\.json .*allow ourselves/)])
  expect(large(wechatLimitBytes)).toEqual([expect.stringMatching(/^big\.json .*WeChat takes/)])
})

test('without the registry it says that nothing was compiled, and fails', () => {
  const cache = mkdtempSync(path.join(os.tmpdir(), 'gongpai-npm-'))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inRoot('scripts', 'run.cjs'), 'check-wechat'],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        npm_config_cache: cache,
        npm_config_registry: 'http://127.0.0.1:1',
        npm_config_fetch_retries: '0',
      },
    },
  )
  rmSync(cache, { recursive: true })
  expect(status).toBe(1)
  expect(stderr).toMatch(/没有编译.*\n.*could not install/)
  expect(stdout).not.toContain('✓')
})

// CHECK_WECHAT=1 npx jest --selectProjects node --testPathPatterns check-wechat: npx installs 276 MB.
const onDemand = process.env.CHECK_WECHAT === '1' ? describe : describe.skip

onDemand('WeChat’s own compiler', () => {
  jest.setTimeout(900_000)

  const compileWith = async (spoil: (at: (file: string) => string) => void) => {
    const copy = mkdtempSync(path.join(os.tmpdir(), 'gongpai-spoilt-'))
    for (const part of ['project.config.json', 'miniprogram']) {
      cpSync(inRoot(part), path.join(copy, part), { recursive: true })
    }
    spoil((file) => path.join(copy, file))
    const compilation = await compileMiniProgram(copy)
    rmSync(copy, { recursive: true })
    return compilation
  }
  const edit = (file: string, from: string | RegExp, to: string) => {
    const text = readFileSync(file, 'utf8')
    if (text.replace(from, to) === text) throw new Error(`${file} has no ${from}`)
    writeFileSync(file, text.replace(from, to))
  }
  const me = 'miniprogram/pages/me/me'
  const settings = 'project.config.json'

  test('compiles the mini program into ES5, within our limit', async () => {
    const { contents, complaints } = await compileWith(() => {})
    expect(complaints).toEqual([])
    expect(contents.has('app.js') && contents.has('pages/me/me.wxml')).toBe(true)
  })

  test.each<[string, (at: (file: string) => string) => void, object]>([
    [
      'a type that is cut off',
      (at) => appendFileSync(at(`${me}.ts`), '\nconst x: = 3\n'),
      { file: 'pages/me/me.ts', line: expect.any(Number), text: 'Unexpected token' },
    ],
    [
      'an import of nothing',
      (at) => appendFileSync(at(`${me}.ts`), "\nimport x from './nowhere'\nconsole.log(x)\n"),
      { file: 'pages/me/me.js', text: expect.stringContaining('"./nowhere"') },
    ],
    [
      'a tag that is cut off',
      (at) => appendFileSync(at(`${me}.wxml`), '<view'),
      { file: 'pages/me/me.wxml', line: expect.any(Number) },
    ],
    [
      'a tag that another closes',
      (at) => writeFileSync(at(`${me}.wxml`), '<view></text>'),
      { file: 'pages/me/me.wxml', line: 1 },
    ],
    [
      'an expression that is cut off',
      (at) => writeFileSync(at(`${me}.wxml`), '<view wx:if="{{a"></view>'),
      { file: 'pages/me/me.wxml' },
    ],
    [
      'a rule that is cut off',
      (at) => writeFileSync(at(`${me}.wxss`), '.a { color: '),
      { file: 'pages/me/me.wxss', line: 1 },
    ],
    [
      'a style of nowhere',
      (at) => appendFileSync(at('miniprogram/app.wxss'), '\n@import "nowhere.wxss";\n'),
      { file: 'app.wxss', text: expect.stringContaining('"nowhere.wxss"') },
    ],
    [
      'JSON that is cut off',
      (at) => writeFileSync(at(`${me}.json`), '{'),
      { file: 'pages/me/me.json', line: 1 },
    ],
    [
      'a component of nowhere',
      (at) =>
        writeFileSync(at(`${me}.json`), '{\n"usingComponents": {\n"gone": "/components/gone" } }'),
      { file: 'pages/me/me.json', line: 3 },
    ],
    [
      'a page without its template',
      (at) => rmSync(at(`${me}.wxml`)),
      { file: 'app.json', line: expect.any(Number), text: expect.stringContaining('me.wxml') },
    ],
    [
      'a colour that is none',
      (at) => edit(at('miniprogram/app.json'), '"@navText"', '"mauve"'),
      { file: 'app.json', line: expect.any(Number) },
    ],
    [
      'no plug-in for TypeScript',
      (at) => edit(at(settings), '"useCompilerPlugins": ["typescript"],', ''),
      { file: 'app.json', text: expect.stringContaining('.js') },
    ],
    [
      'scripts that are left as they are',
      (at) => {
        edit(at(settings), '"es6": true', '"es6": false')
        edit(at(settings), '"enhance": true', '"enhance": false')
      },
      { text: expect.stringContaining('is not ES5') },
    ],
    [
      'a file that makes it too large',
      (at) => writeFileSync(at('miniprogram/big.json'), `"${'x'.repeat(wechatLimitBytes)}"`),
      { file: 'big.json', text: expect.stringContaining('WeChat takes') },
    ],
  ])('or this check complains of %s', async (_what, spoil, expected) => {
    const { complaints } = await compileWith(spoil)
    expect(complaints[0]).toMatchObject(expected)
  })
})
