import type { StoreConfig } from '../../store/open-store'
import { readRedisUrl } from '../../store/redis-nodes'
import { newSealKey, readSealRing, type SealRing } from '../../store/seal'
import type { Settings } from '../settings'

/** Where what the instances share lies. */
export const readStore = (settings: Settings): StoreConfig => {
  const engine = readEngine(settings)
  return engine === 'redis'
    ? { engine, nodes: settings.parsed('REDIS_URL', readRedisUrl) }
    : { engine }
}

/** What nobody who reads the store may use is sealed with these. */
export const readSeal = (settings: Settings): SealRing => {
  // What one process keeps to itself may be sealed with a key that dies with it.
  const ownKeys = readEngine(settings) === 'memory' ? JSON.stringify([newSealKey(0)]) : undefined
  return settings.parsed('STORE_KEYS', readSealRing, ownKeys)
}

const readEngine = (settings: Settings) =>
  settings.oneOf('STORE', ['cloudbase', 'redis', 'memory'], 'cloudbase')
