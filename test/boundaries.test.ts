/**
 * The plan of the house, held against the code: who may import what, and how large a file may grow.
 * Imports are taken from esbuild's metafile, so that what counts is what would be bundled.
 */
import { build } from 'esbuild'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { functionNames } from '../scripts/functions'
import { inRoot } from '../scripts/paths'

const rooms = ['miniprogram', 'cloudfunctions', 'simulator', 'scripts', 'bench', 'typings', 'test']

const filesIn = (room: string): string[] =>
  readdirSync(inRoot(room), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(room, file.split(path.sep).join('/')))
    .filter((file) => /\.(ts|cjs|mjs|js|wxml|wxss)$/.test(file) && !file.includes('/node_modules/'))

const sources = rooms.flatMap(filesIn)

interface Import {
  from: string
  to: string
}

const readImports = async (): Promise<Import[]> => {
  const { metafile } = await build({
    entryPoints: sources.filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')),
    absWorkingDir: inRoot(),
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    packages: 'external',
    outdir: 'dist/never-written',
    loader: { '.yaml': 'text', '.css': 'empty' },
    logLevel: 'error',
  })
  return Object.entries(metafile.inputs).flatMap(([from, { imports }]) =>
    imports.map(({ path: to }) => ({ from, to })),
  )
}

/** Packages that a room may reach; node's own modules are named `node:*`. */
const isNode = (to: string) => to.startsWith('node:')
const isPackage = (to: string) =>
  !/^(\.|miniprogram|cloudfunctions|simulator|scripts|typings|test)\//.test(to)

interface Rule {
  /** Who imports. */
  from: RegExp
  may: (to: string) => boolean
}

const within =
  (...patterns: RegExp[]) =>
  (to: string) =>
    patterns.some((pattern) => pattern.test(to))
const anyPackage = (to: string) => isPackage(to) || isNode(to)
const oneOf =
  (...allowed: ((to: string) => boolean)[]) =>
  (to: string) =>
    allowed.some((rule) => rule(to))

/** Pure files of the phone, which DevTools must find there, that web pages of a function use as well. */
const forPhoneAndWeb = /^miniprogram\/(services\/avatar-url|components\/badge-card\/initials)\.ts$/

const functionRules = functionNames().flatMap((name): Rule[] => [
  {
    // Wiring, which may reach everything that is shared.
    from: new RegExp(`^cloudfunctions/${name}/(index|define)\\.ts$`),
    may: within(new RegExp(`^cloudfunctions/(${name}|shared)/`), /^(wx-server-sdk|node:crypto)$/),
  },
  {
    // The logic of a function: no SDK, no process.
    from: new RegExp(`^cloudfunctions/${name}/(?!(index|define)\\.ts)`),
    may: within(
      new RegExp(`^cloudfunctions/${name}/`),
      /^cloudfunctions\/shared\/(?!store\/(cloudbase|redis)-store|runtime\/)/,
      /^cloudfunctions\/shared\/runtime\/(config-error|errors|http|request)\.ts$/,
      /^node:crypto$/,
      forPhoneAndWeb,
    ),
  },
])

const rules: Rule[] = [
  { from: forPhoneAndWeb, may: () => false },
  { from: /^miniprogram\/app\.ts$/, may: within(/^miniprogram\/(services|config)/) },
  { from: /^miniprogram\/config\.ts$/, may: () => false },
  {
    // Whom a rule admits is one pure file, for a page as a whole and for a block of it.
    from: /^miniprogram\/pages\//,
    may: within(
      /^miniprogram\/(pages|services|vendor)\//,
      /^miniprogram\/components\/audience\/admits\.ts$/,
    ),
  },
  { from: /^miniprogram\/components\//, may: within(/^miniprogram\/components\//) },
  { from: /^miniprogram\/services\//, may: within(/^miniprogram\/(services\/|config)/) },
  ...functionRules,
  // Knows nothing of this project: whoever wants a client of WeCom may take the folder with them.
  {
    from: /^cloudfunctions\/shared\/wecom\//,
    may: oneOf(isNode, within(/^cloudfunctions\/shared\/wecom\//)),
  },
  {
    from: /^cloudfunctions\/shared\/(access-token|audit|callbacks|directory|employees|session|limits|single-use)\//,
    may: oneOf(
      isNode,
      within(
        /^cloudfunctions\/shared\/(access-token|audit|callbacks|directory|employees|session|limits|single-use)\//,
        // Interfaces, and pure files without a memory: docs/decisions/002.
        /^cloudfunctions\/shared\/(wecom\/(errors|catalogue\/groups)|runtime\/(clock|errors))\.ts$/,
        /^cloudfunctions\/shared\/store\/(store|store-error|seal|forgiving)\.ts$/,
      ),
    ),
  },
  {
    from: /^cloudfunctions\/shared\/private-data\//,
    may: oneOf(
      isNode,
      within(
        /^cloudfunctions\/shared\/private-data\//,
        /^cloudfunctions\/shared\/store\/(store|seal)\.ts$/,
      ),
    ),
  },
  {
    // The only place that knows SDKs of engines, each loaded when it is first needed.
    from: /^cloudfunctions\/shared\/store\/open-store\.ts$/,
    may: within(
      /^cloudfunctions\/shared\/(store\/|runtime\/clock)/,
      /^(@cloudbase\/node-sdk|ioredis)$/,
    ),
  },
  {
    from: /^cloudfunctions\/shared\/store\//,
    may: oneOf(isNode, within(/^cloudfunctions\/shared\/(store\/|runtime\/clock)/)),
  },
  {
    from: /^cloudfunctions\/shared\/runtime\//,
    may: oneOf(isNode, within(/^cloudfunctions\/shared\//)),
  },
  {
    // Puts the rooms together.
    from: /^cloudfunctions\/shared\/backend\//,
    may: oneOf(isNode, within(/^cloudfunctions\/shared\//)),
  },
  ...['wecom', 'cloudbase', 'phone'].map((name) => ({
    from: new RegExp(`^simulator/${name}/`),
    may: oneOf(anyPackage, within(new RegExp(`^simulator/${name}/`))),
  })),
]

let imports: Import[]
beforeAll(async () => {
  imports = await readImports()
})

test('every import stays inside the plan of the house', () => {
  const broken = imports.flatMap(({ from, to }) => {
    const rule = rules.find((candidate) => candidate.from.test(from))
    return rule && !rule.may(to) ? [`${from} imports ${to}`] : []
  })
  expect(broken).toEqual([])
})

test('every source of the product has a rule that holds it', () => {
  const loose = sources.filter(
    (file) =>
      /^(miniprogram|cloudfunctions|simulator)\/.*\.ts$/.test(file) &&
      !file.endsWith('.d.ts') &&
      !rules.some(({ from }) => from.test(file)),
  )
  expect(loose).toEqual([])
})

test('the SDKs and the environment have one door each', () => {
  const toPackages = imports
    .filter(({ from, to }) => from.startsWith('cloudfunctions/') && isPackage(to) && !isNode(to))
    .map(({ from, to }) => `${from} imports ${to}`)
  expect(toPackages.sort()).toEqual([
    'cloudfunctions/shared/store/open-store.ts imports @cloudbase/node-sdk',
    'cloudfunctions/shared/store/open-store.ts imports ioredis',
    'cloudfunctions/wechat/index.ts imports wx-server-sdk',
  ])
  const product = sources.filter(
    (file) => file.startsWith('cloudfunctions/') && file.endsWith('.ts'),
  )
  const saying = (words: string) => product.filter((file) => codeOf(file).includes(words))
  expect(saying('process.env')).toEqual(['cloudfunctions/shared/runtime/machine.ts'])
})

// Comments may speak of what the code must not do.
const codeOf = (file: string): string =>
  readFileSync(inRoot(file), 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
    .join('\n')

test('the wiring of a function has at most 25 lines', () => {
  for (const name of functionNames()) {
    const lines = readFileSync(inRoot('cloudfunctions', name, 'index.ts'), 'utf8').split(
      '\n',
    ).length
    expect([name, lines <= 25]).toEqual([name, true])
  }
})

test('files stay small: median at most 110 lines, 95 % at most 250, none over 400 (tests 500)', () => {
  const lengths = sources
    .filter((file) => !file.endsWith('.d.ts'))
    .map((file) => ({ file, lines: readFileSync(inRoot(file), 'utf8').split('\n').length - 1 }))
  const tooLong = lengths.filter(
    ({ file, lines }) => lines > (file.startsWith('test/') ? 500 : 400),
  )
  expect(tooLong).toEqual([])
  const product = lengths
    .filter(({ file }) => !file.startsWith('test/'))
    .map(({ lines }) => lines)
    .sort((a, b) => a - b)
  const at = (share: number) => product[Math.floor((product.length - 1) * share)] ?? 0
  expect(at(0.5)).toBeLessThanOrEqual(110)
  expect(at(0.95)).toBeLessThanOrEqual(250)
})

test('no room and no file is called by what it is not', () => {
  const nameless = /(^|[/-])(util|helper|common|manager|misc)s?([./-]|$)/i
  expect(sources.filter((file) => nameless.test(file))).toEqual([])
})
