import { createSeal } from '../store/seal'
import { loadConfig, type Config, type Section } from './config'
import { ConfigError } from './config-error'
import type { Machine } from './machine'
import type { OpenStore } from './stores'
import type { Environment } from './settings'

/** The configuration, and the variables that it was read from. */
export interface Configured<S extends Section> {
  config: Config<S>
  environment: Environment
}

export interface ConfigSource<S extends Section> {
  /** The same object as long as nothing has changed. @throws ConfigError */
  current(): Promise<Configured<S>>
}

export interface ConfigSurroundings extends Pick<Machine, 'environment' | 'clock'> {
  openStore: OpenStore
}

/** Where the sealed variables lie when CONFIG=store, and what they are sealed for. */
export const configKey = 'config'

// A new secret is taken up this late, without deploying anything.
const lookAgainMs = 60_000

/**
 * Reads the configuration from the environment; with CONFIG=store under it the variables of one sealed
 * document in the store, which `npm run config` writes. With the store away the last ones count on.
 */
export const createConfigSource = <S extends Section>(
  needs: readonly S[],
  { environment, clock, openStore }: ConfigSurroundings,
): ConfigSource<S> => {
  const readStored =
    environment.CONFIG === 'store'
      ? createStoredVariables({ environment, clock, openStore })
      : undefined
  let last: (Configured<S> & { text: string }) | undefined
  let readAt = -Infinity

  return {
    async current() {
      if (last && (!readStored || clock.now() - readAt < lookAgainMs)) return last
      const text = readStored
        ? await readStored().catch((error: unknown) => keep(last?.text, error))
        : '{}'
      readAt = clock.now()
      if (last?.text === text) return last
      const all = { ...(JSON.parse(text) as Environment), ...own(environment) }
      try {
        last = { config: loadConfig(all, needs), environment: all, text }
      } catch (error) {
        // A mistake in the store: what worked goes on working until it is put right.
        if (!last) throw error
        last = { ...last, text }
      }
      return last
    },
  }
}

/** What opens the store can't come out of it; empty lines of an example count for nothing. */
const own = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))

const keep = (text: string | undefined, error: unknown): string => {
  if (text === undefined) throw error
  return text
}

const createStoredVariables = ({
  environment,
  clock,
  openStore,
}: ConfigSurroundings): (() => Promise<string>) => {
  let read: (() => Promise<string>) | undefined
  return async () => {
    read ??= (() => {
      const config = loadConfig(environment, ['store', 'seal'])
      const store = openStore(config.store)
      const seal = createSeal(config.seal, clock)
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
