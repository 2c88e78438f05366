// npm run config -- --set FILE: puts the variables of an env file into the store, sealed, for functions
// that run with CONFIG=store. npm run config: says which variables lie there, and never their values.
// It takes STORE, REDIS_URL and STORE_KEYS, or CLOUDBASE_APIKEY and TCB_ENV, from the environment.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs, parseEnv } from 'node:util'
import { systemClock } from '../cloudfunctions/shared/runtime/clock'
import { identity } from '../cloudfunctions/identity/define'
import { loadConfig } from '../cloudfunctions/shared/runtime/config'
import { configKey } from '../cloudfunctions/shared/runtime/config-source'
import type { Environment } from '../cloudfunctions/shared/runtime/settings'
import { createSeal } from '../cloudfunctions/shared/store/seal'
import { openPatientStore } from './patient-store'

const { values } = parseArgs({ options: { set: { type: 'string' } } })

// A configuration has no end; a store wants one.
const tenYearsMs = 10 * 365 * 24 * 60 * 60 * 1000

const fingerprint = (value: string): string =>
  createHash('sha256').update(value).digest('hex').slice(0, 8)

const run = async () => {
  const settings = loadConfig(process.env, ['store', 'seal'])
  const store = openPatientStore(settings.store)
  const seal = createSeal(settings.seal, systemClock)

  if (values.set !== undefined) {
    const variables = parseEnv(readFileSync(values.set, 'utf8')) as Environment
    // What the functions would refuse is refused here.
    loadConfig({ ...process.env, ...variables }, identity.needs)
    await store.put(configKey, seal.seal(JSON.stringify(variables), configKey), tenYearsMs)
  }
  const sealed = (await store.get(configKey))?.value
  const text = typeof sealed === 'string' ? seal.open(sealed, configKey) : undefined
  if (text === undefined)
    throw new Error('存储里没有可以读取的配置。 The store holds no readable variables.')
  for (const [name, value] of Object.entries(JSON.parse(text) as Record<string, string>)) {
    console.log(`${name}  ${value.length} 字符 characters  sha256 ${fingerprint(value)}…`)
  }
}

// The engine's connection would keep the command alive: it ends when its work is done.
run().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)
