import { openStore, type StoreConfig } from '../store/open-store'
import type { Store } from '../store/store'
import type { Clock } from './clock'
import { ConfigError } from './config-error'

/** @throws ConfigError when the function was built for another engine */
export type OpenStore = (settings: StoreConfig) => Store

/** Opens each store once: a connection belongs to the instance, not to one version of its configuration. */
export const createStores = (clock: Clock): OpenStore => {
  const stores = new Map<string, Store>()

  return (settings) => {
    const name = JSON.stringify(settings)
    const known = stores.get(name)
    if (known) return known
    const opened = open(settings, clock)
    stores.set(name, opened)
    return opened
  }
}

const open = (settings: StoreConfig, clock: Clock): Store => {
  try {
    return openStore(settings, clock)
  } catch (error) {
    throw new ConfigError([error instanceof Error ? error.message : 'STORE cannot be opened'])
  }
}
