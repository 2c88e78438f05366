import { execFile, spawnSync } from 'node:child_process'
import { build, type BuildFailure } from 'esbuild'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { systemClock } from '../../cloudfunctions/shared/runtime/clock'
import { collectionName } from '../../cloudfunctions/shared/store/cloudbase-collection'
import { openStore } from '../../cloudfunctions/shared/store/open-store'
import { contentKey, storedContent } from '../../cloudfunctions/workbench/content-source'
import { inRoot } from '../../scripts/paths'
import { createCloudbase } from '../../simulator/cloudbase/cloudbase'
import { sdkEnvironment } from '../../simulator/cloudbase/environment'
import { embedContent } from '../../scripts/workbench/embed-content'

jest.setTimeout(30_000)

const example = readFileSync(inRoot('cloudfunctions', 'workbench', 'content.yaml'), 'utf8')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-workbench-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (text: string): string => {
  mkdirSync(path.join(folder, 'workbench'))
  const file = path.join(folder, 'workbench', 'content.yaml')
  writeFileSync(file, text)
  return file
}
const bundle = (text: string) =>
  build({
    stdin: {
      contents: `import content from ${JSON.stringify(write(text))}\nmodule.exports = content`,
      resolveDir: folder,
    },
    bundle: true,
    write: false,
    format: 'cjs',
    plugins: [embedContent],
    logLevel: 'silent',
  })
const line = (text: string, start: string): number =>
  text.split('\n').findIndex((one) => one.trimStart().startsWith(start)) + 1

test('the build puts the example into the function, without its comments', async () => {
  const { outputFiles } = await bundle(example)
  const text = outputFiles[0]?.text ?? ''
  expect(text).toContain('hr.qiming.example.com/roster')
  expect(text).not.toContain('write your')
})

test('the build ends at an audience that is wrong, and names its line', async () => {
  const wrong = example.replace(
    '{ roles: [hr] }\n      - id: payroll',
    '{ role: hr }\n      - id: payroll',
  )
  const failure = await bundle(wrong).then(
    () => undefined,
    (error: BuildFailure) => error,
  )
  expect(failure?.errors).toHaveLength(1)
  const [error] = failure?.errors ?? []
  expect(error?.text).toMatch(/^"role" is not known here/)
  expect(error?.location).toMatchObject({
    line: line(wrong, 'audience: { role: hr }'),
    column: 20,
    lineText: '        audience: { role: hr }',
  })
})

test('npm run workbench -- FILE names each mistake by line, and ends with 1', () => {
  const file = write(
    'groups:\n  - title: 日常\n    entries:\n      - id: leave\n        title: 7\n',
  )
  const { status, stderr } = spawnSync(
    process.execPath,
    [inRoot('scripts', 'run.cjs'), 'workbench', file],
    { encoding: 'utf8' },
  )
  expect(status).toBe(1)
  expect(stderr.trim().split('\n')).toEqual([
    `${file}:4:9 must have either a page or a url`,
    `${file}:4:9 lacks an audience: everyone, leaders, or one of departments, roles, people, all, any, not`,
    `${file}:5:16 is not a text of 1 to 32 characters (a number needs quotes)`,
  ])
})

test('npm run workbench -- --set FILE writes what a function with WORKBENCH=store then shows', async () => {
  const cloudbase = createCloudbase({
    functionsRoot: folder,
    functions: {},
    routes: {},
    database: { collections: [collectionName] },
  })
  const { url, close } = await cloudbase.listen()
  const before = { ...process.env }
  Object.assign(process.env, sdkEnvironment(url, 'local'))
  try {
    const file = write('groups:\n  - title: 来自存储\n')
    await promisify(execFile)(
      process.execPath,
      [inRoot('scripts', 'run.cjs'), 'workbench', '--set', file],
      { env: { ...process.env, WECOM_CORP_ID: 'ww1', WECOM_AGENT_ID: '7' } },
    )
    const store = openStore({ engine: 'cloudbase', timeoutMs: 20_000 }, systemClock)
    const { groups } = await storedContent(store, contentKey('ww1:7'), systemClock).current()
    expect(groups).toEqual([{ title: '来自存储', entries: [] }])
  } finally {
    process.env = before
    await close()
  }
})
