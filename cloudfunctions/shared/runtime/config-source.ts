import { openStore } from '../store/open-store'
import { createSeal } from '../store/seal'
import { ConfigError, loadConfig, loadStoreConfig, type Config } from './config'
import type { Machine } from './machine'
import type { Environment } from './settings'

/** The configuration, and the variables that it was read from. */
export interface Configured {
  config: Config
  environment: Environment
}

export interface ConfigSource {
  /** The same object as long as nothing has changed. @throws ConfigError */
  current(): Promise<Configured>
}

/** Where the sealed variables lie when CONFIG=store, and what they are sealed for. */
export const configKey = 'config'

// A new secret is taken up this late, without deploying anything.
const lookAgainMs = 60_000

/**
 * Reads the configuration from the environment; with CONFIG=store over it the variables of one sealed
 * document in the store, which `npm run config` writes. With the store away the last ones count on.
 */
export const createConfigSource = ({ environment, clock }: Machine): ConfigSource => {
  const readStored =
    environment.CONFIG === 'store' ? createStoredVariables({ environment, clock }) : undefined
  let last: (Configured & { text: string }) | undefined
  let readAt = -Infinity

  return {
    async current() {
      if (last && (!readStored || clock.now() - readAt < lookAgainMs)) return last
      const text = readStored
        ? await readStored().catch((error: unknown) => keep(last?.text, error))
        : '{}'
      readAt = clock.now()
      if (last?.text === text) return last
      const all = { ...environment, ...(JSON.parse(text) as Environment) }
      last = { config: loadConfig(all), environment: all, text }
      return last
    },
  }
}

const keep = (text: string | undefined, error: unknown): string => {
  if (text === undefined) throw error
  return text
}

const createStoredVariables = ({ environment, clock }: Machine): (() => Promise<string>) => {
  let read: (() => Promise<string>) | undefined
  return async () => {
    read ??= (() => {
      const { store: settings, sealRing } = loadStoreConfig(environment)
      const store = openStore(settings, clock)
      const seal = createSeal(sealRing, clock)
      return async () => {
        const sealed = (await store.get(configKey))?.value
        const text = typeof sealed === 'string' ? seal.open(sealed, configKey) : undefined
        if (text === undefined) {
          throw new ConfigError(['CONFIG=store, but the store holds no variables: npm run config'])
        }
        return text
      }
    })()
    return read()
  }
}
