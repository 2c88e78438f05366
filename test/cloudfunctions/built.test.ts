import { build } from 'esbuild'
import { readFileSync, statSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import path from 'node:path'
import { buildFunctions, functionNames, functionsRoot } from '../../scripts/functions'
import { inRoot } from '../../scripts/paths'
import type { Main } from '../../cloudfunctions/shared/runtime/serve'
import { call, codeOf } from '../support/invoke'

const indexOf = (name: string) => path.join(functionsRoot, name, 'index.js')

beforeAll(() => buildFunctions())

describe.each(functionNames())('%s as it is deployed', (name) => {
  test('is one self-contained file beside its package.json and config.json', () => {
    const required = [...readFileSync(indexOf(name), 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)]
    const outside = required
      .map(([, module = '']) => module.replace(/^node:/, ''))
      .filter((module) => !builtinModules.includes(module))
    expect(outside).toEqual([])
    for (const file of ['package.json', 'config.json']) {
      expect(() =>
        JSON.parse(readFileSync(path.join(functionsRoot, name, file), 'utf8')),
      ).not.toThrow()
    }
  })

  test('exports main(event, context), which answers with a reply before anything is configured', async () => {
    const { main } = createRequire(__filename)(indexOf(name)) as { main: Main }
    expect(main).toHaveLength(2)
    expect(['BAD_INPUT', 'NOT_CONFIGURED']).toContain(codeOf(await call(main, {})))
  })
})

test('identity weighs at most 120 KB without the SDK of its store, and 680 KB with it', async () => {
  const { outputFiles } = await build({
    entryPoints: [inRoot('cloudfunctions', 'identity', 'index.ts')],
    bundle: true,
    minify: true,
    write: false,
    platform: 'node',
    external: ['@cloudbase/node-sdk', 'ioredis'],
    define: { BUILT_STORE: '"cloudbase"' },
  })
  expect(outputFiles[0]?.contents.length).toBeLessThanOrEqual(120 * 1024)
  expect(statSync(indexOf('identity')).size).toBeLessThanOrEqual(680 * 1024)
})
