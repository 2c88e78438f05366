/** CONFIG=store: the variables lie sealed in the store, and a new secret needs no deployment. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { loadConfig } from '../../cloudfunctions/shared/runtime/config'
import { configured, serveFunction } from '../../cloudfunctions/shared/runtime/serve-function'
import { openStore } from '../../cloudfunctions/shared/store/open-store'
import { createSeal } from '../../cloudfunctions/shared/store/seal'
import { createKeyRing } from '../../scripts/key-ring'
import { inRoot } from '../../scripts/paths'
import { createSealRing } from '../../scripts/seal-ring'
import { createCloudbase, type Cloudbase } from '../../simulator/cloudbase/cloudbase'
import { sdkEnvironment } from '../../simulator/cloudbase/environment'
import { createTestClock } from '../support/clock'
import { call, codeOf } from '../support/invoke'

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-config-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run config', () => {
  const environment = { STORE: 'cloudbase', STORE_KEYS: JSON.stringify(createSealRing()) }
  const file = path.join(folder, 'database.json')
  let cloudbase: Cloudbase
  let sdk: Record<string, string>
  let close: () => Promise<void>

  beforeAll(async () => {
    const database = { file, collections: ['gongpai_store'] }
    cloudbase = createCloudbase({ functionsRoot: folder, functions: {}, routes: {}, database })
    const listening = await cloudbase.listen()
    close = listening.close
    sdk = sdkEnvironment(listening.url, 'local')
    // Where the SDK looks, in the function under test as in the command.
    Object.assign(process.env, sdk)
  })
  afterAll(async () => {
    for (const name of Object.keys(sdk)) delete process.env[name]
    await close()
  })

  const config = (...parameters: string[]) =>
    promisify(execFile)(process.execPath, [inRoot('scripts', 'run.cjs'), 'config', ...parameters], {
      env: { PATH: process.env.PATH ?? '', ...sdk, ...environment },
    })
  const write = (name: string, secret: string): string => {
    const file = path.join(folder, name)
    const variables = {
      WECOM_CORP_ID: 'ww1',
      WECOM_AGENT_ID: '7',
      WECOM_CORP_SECRET: secret,
      SESSION_KEYS: JSON.stringify(createKeyRing()),
    }
    writeFileSync(
      file,
      Object.entries(variables)
        .map(([key, value]) => `${key}='${value}'`)
        .join('\n'),
    )
    return file
  }
  /** A function that says how long the secret is that it works with. */
  const createFunction = (clock = createTestClock(Date.now())) => {
    const lines: string[] = []
    const main = serveFunction(
      'under-test',
      configured(['wecom'], ({ config, log }) => ({
        via: ['callFunction'],
        actions: {
          length: async () => {
            const { corpSecret } = config.wecom
            log({ event: 'refused', code: 'INTERNAL', reason: corpSecret })
            return corpSecret.length
          },
        },
      })),
      {
        environment: { ...environment, CONFIG: 'store' },
        clock,
        write: (line) => lines.push(line),
      },
    )
    return { main, lines, clock }
  }
  const ask = (main: ReturnType<typeof serveFunction>) => call(main, { action: 'length' })

  test('says what is missing before anything was set', async () => {
    await expect(config()).rejects.toMatchObject({ stderr: expect.stringContaining('no readable') })
    const { main, lines } = createFunction()
    expect(codeOf(await ask(main))).toBe('NOT_CONFIGURED')
    expect(lines.join()).toContain('npm run config')
  })

  test('seals the variables, and shows names and fingerprints only', async () => {
    const { stdout } = await config('--set', write('one.env', 'the-first-secret'))
    expect(stdout).toMatch(/WECOM_CORP_SECRET {2}16 .* sha256 [0-9a-f]{8}…/)
    expect(stdout).not.toContain('the-first-secret')
    const held = await (
      await fetch(JSON.parse(sdk.TCB_CONTEXT_CNFG ?? '').URL, {
        method: 'POST',
        headers: { authorization: 'Bearer local', 'content-type': 'application/json' },
        body: JSON.stringify({
          action: 'database.getDocument',
          collectionName: 'gongpai_store',
          queryType: 'WHERE',
          query: '{}',
        }),
      })
    ).text()
    expect(held).toContain('g1.')
    expect(held.includes('the-first-secret')).toBe(false)
  })

  test('a running function takes up a new secret within a minute, and never logs either', async () => {
    const { main, lines, clock } = createFunction()
    expect(await ask(main)).toMatchObject({ data: 16 })
    await config('--set', write('two.env', 'the-second-one-is-longer'))
    expect(await ask(main)).toMatchObject({ data: 16 })
    clock.advance(60_000)
    expect(await ask(main)).toMatchObject({ data: 24 })
    expect(lines.join()).not.toMatch(/the-first-secret|the-second-one/)
  })

  test('refuses what the functions would refuse', async () => {
    const file = path.join(folder, 'bad.env')
    writeFileSync(file, 'WECOM_CORP_ID=w w\n')
    await expect(config('--set', file)).rejects.toMatchObject({
      stderr: expect.stringContaining('WECOM_CORP_ID'),
    })
  })

  test('a mistake that somebody put into the store leaves the last good variables at work', async () => {
    const { main, clock } = createFunction()
    expect(await ask(main)).toMatchObject({ data: 24 })
    const { store, seal } = loadConfig(environment, ['store', 'seal'])
    const opened = openStore(store, clock)
    const before = (await opened.get('config'))?.value
    const broken = createSeal(seal, clock).seal('{"WECOM_CORP_SECRET":"w w"}', 'config')
    await opened.put('config', broken, 60_000_000)
    for (let minute = 0; minute < 3; minute++) {
      clock.advance(60_000)
      expect(await ask(main)).toMatchObject({ data: 24 })
    }
    await opened.put('config', before, 60_000_000)
  })

  test('with the store away, the last variables count on', async () => {
    const { main, clock } = createFunction()
    expect(await ask(main)).toMatchObject({ ok: true })
    cloudbase.databaseFaults.add({ kind: 'away', action: '*', times: 'always' })
    clock.advance(60_000)
    const reply = await ask(main)
    cloudbase.databaseFaults.clear()
    expect(reply).toMatchObject({ data: 24 })
  })
})
