import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { builtinModules, createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { collectionName } from '../../../../cloudfunctions/shared/store/cloudbase-collection'
import { readRedisUrl } from '../../../../cloudfunctions/shared/store/redis-nodes'
import { bundleFunction, type BuiltStore } from '../../../../scripts/functions'
import { createCloudbase, type Cloudbase } from '../../../../simulator/cloudbase/cloudbase'
import { describeWithRedis, startRedis } from '../../../support/redis'

type Main = (event: object) => Promise<unknown>

const root = mkdtempSync(path.join(os.tmpdir(), 'gongpai-bundles-'))
const fileOf = (store: BuiltStore) => path.join(root, store, 'index.js')
let cloudbase: Cloudbase
let close: () => Promise<void>

beforeAll(async () => {
  for (const store of ['cloudbase', 'redis'] as const) {
    mkdirSync(path.join(root, store))
    const entry = path.join(__dirname, 'every-operation.ts')
    await bundleFunction({ entry, outfile: fileOf(store), store })
  }
  cloudbase = createCloudbase({
    functionsRoot: root,
    functions: { cloudbase: { environment: {} }, redis: { environment: {} } },
    routes: {},
    database: { collections: [collectionName] },
    timeoutMs: 10_000,
  })
  ;({ close } = await cloudbase.listen())
})
afterAll(async () => {
  await close()
  rmSync(root, { recursive: true })
})

const caller = { appId: 'wx1', openId: 'o1', source: 'wx_client', address: '203.0.113.7' }
const call = (name: BuiltStore, event: object) =>
  cloudbase.callFunction(name, { key: 'a key', ...event }, caller)

const everythingWorked = {
  inserted: true,
  read: { a: '张三' },
  isSet: true,
  isSetAgain: false,
  keys: ['a key', 'a key:beside'],
  after: null,
}

test('a function with the CloudBase store round-trips every operation where it is hosted', async () => {
  expect(await call('cloudbase', { config: { engine: 'cloudbase' } })).toEqual(everythingWorked)
})

describeWithRedis('with a real Redis', () => {
  test('a function with the Redis store round-trips every operation where it is hosted', async () => {
    const redis = await startRedis()
    const config = { engine: 'redis', nodes: readRedisUrl(redis.url) }
    expect(await call('redis', { config })).toEqual(everythingWorked)
    await redis.close()
  })
})

test.each([
  ['cloudbase', 620],
  ['redis', 300],
] as const)(
  'with the %s store it weighs at most %i KB and needs no install',
  (store, kilobytes) => {
    expect(statSync(fileOf(store)).size).toBeLessThanOrEqual(kilobytes * 1024)
    const required = [...readFileSync(fileOf(store), 'utf8').matchAll(/\brequire\("([^"]+)"\)/g)]
    const outside = required
      .map(([, module = '']) => module.replace(/^node:/, ''))
      .filter((module) => !builtinModules.includes(module))
    expect(outside).toEqual([])
  },
)

test('a function that was built for the other store says so, and what to do', async () => {
  const { main } = createRequire(__filename)(fileOf('cloudbase')) as { main: Main }
  const config = { engine: 'redis', nodes: readRedisUrl('redis://127.0.0.1:1') }
  await expect(main({ config })).rejects.toThrow('STORE=redis npm run build')
})

test.each(['cloudbase', 'redis'] as const)(
  'a function that never asks its store never loads the SDK: %s',
  (store) => {
    // Both SDKs load node:net, which a bare process has not.
    const script = `const { main } = require(process.argv[1])
      main({}).then((answer) => {
        const isLoaded = process.moduleLoadList.includes('NativeModule net')
        console.log(JSON.stringify({ answer, isLoaded }))
      })`
    const printed = execFileSync(process.execPath, ['-e', script, fileOf(store)], {
      encoding: 'utf8',
    })
    expect(JSON.parse(printed)).toEqual({ answer: 'no store was opened', isLoaded: false })
  },
)
