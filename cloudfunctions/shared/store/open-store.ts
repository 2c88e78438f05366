import type { Clock } from '../runtime/clock'
import { createCloudbaseStore } from './cloudbase-store'
import { createMemoryStore } from './memory-store'
import type { RedisNodes } from './redis-nodes'
import { createRedisStore } from './redis-store'
import type { Store } from './store'

/** STORE, and what goes with it. */
export type StoreConfig =
  | { engine: 'memory'; timeoutMs?: number } // never waits, whatever it is allowed
  | { engine: 'cloudbase'; envId?: string; timeoutMs?: number }
  | { engine: 'redis'; nodes: RedisNodes; timeoutMs?: number }

// Set when a function is built (scripts/functions.ts): the other engine's SDK is then left out.
declare const BUILT_STORE: 'cloudbase' | 'redis' | undefined

/**
 * The store that the configuration names. Nothing is loaded or connected before the first operation.
 *
 * @throws Error when this function was built for another engine
 */
export const openStore = (config: StoreConfig, clock: Clock): Store => {
  if (config.engine === 'memory') return createMemoryStore(clock)
  if (config.engine === 'cloudbase') {
    if (typeof BUILT_STORE === 'undefined' || BUILT_STORE === 'cloudbase') {
      const { engine: _engine, ...options } = config
      const loadSdk = () => import('@cloudbase/node-sdk').then(unwrapped)
      return createCloudbaseStore({ loadSdk, clock, ...options })
    }
  } else if (typeof BUILT_STORE === 'undefined' || BUILT_STORE === 'redis') {
    const { engine: _engine, ...options } = config
    return createRedisStore({ loadRedis: () => import('ioredis'), ...options })
  }
  throw new Error(`this function was built for another store: STORE=${config.engine} npm run build`)
}

// Bundled, a CommonJS module is its own namespace; in a bare node all of it is the default export.
const unwrapped = <T extends object>(loaded: T): T =>
  'init' in loaded ? loaded : ((loaded as { default?: T }).default ?? loaded)
