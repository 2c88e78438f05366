import { createGuard } from './guard'
import { loadOnce } from './load-once'
import {
  connectRedis,
  isRedisRefusal,
  masters,
  whenReady,
  type RedisClient,
  type RedisModule,
} from './redis-client'
import type { RedisNodes } from './redis-nodes'
import { casScript, insertScript, putScript } from './redis-scripts'
import { mostKeysAtOnce, type Store } from './store'

export interface RedisStoreOptions {
  /** Loads ioredis: a function that finds all it needs in memory never pays for it. */
  loadRedis: () => Promise<RedisModule>
  nodes: RedisNodes
  /** For one operation, in ms. */
  timeoutMs?: number
  /** Before every key, because others may use the same Redis. */
  keyPrefix?: string
}

export interface RedisStore extends Store {
  /** Ends the connection; the store cannot be used any more. */
  close(): Promise<void>
}

/**
 * A store in Redis 6 or newer, on one node or a cluster. Times to live go by Redis's own clock. A key
 * with braces puts itself on the node of what stands between them, which is no harm here: no operation
 * takes two keys.
 */
export const createRedisStore = ({
  loadRedis,
  nodes,
  timeoutMs = 1000,
  keyPrefix = 'gongpai:',
}: RedisStoreOptions): RedisStore => {
  const guard = createGuard({ timeoutMs, isRefusal: isRedisRefusal })
  const connect = loadOnce(async () => connectRedis(await loadRedis(), nodes, timeoutMs))
  const ready = async (signal: AbortSignal): Promise<RedisClient> => {
    const client = await connect()
    await whenReady(client, signal)
    signal.throwIfAborted()
    return client
  }
  const run = async (signal: AbortSignal, script: string, key: string, ...values: string[]) =>
    (await (await ready(signal)).eval(script, 1, keyPrefix + key, ...values)) === 1

  return {
    get: (key) =>
      guard('get', async (signal) => {
        const [json, rev] = await (await ready(signal)).hmget(keyPrefix + key, 'v', 'r')
        return json && rev ? { value: JSON.parse(json) as unknown, rev: Number(rev) } : null
      }),
    insert: (key, value, ttlMs) =>
      guard('insert', (signal) =>
        run(signal, insertScript, key, JSON.stringify(value), life(ttlMs)),
      ),
    cas: (key, rev, value, ttlMs) =>
      guard('cas', (signal) =>
        run(signal, casScript, key, JSON.stringify(value), life(ttlMs), String(rev)),
      ),
    put: (key, value, ttlMs) =>
      guard('put', async (signal) => {
        await run(signal, putScript, key, JSON.stringify(value), life(ttlMs))
      }),
    del: (key) =>
      guard('del', async (signal) => {
        await (await ready(signal)).del(keyPrefix + key)
      }),
    scan: (prefix, limit, after) =>
      guard('scan', async (signal) => {
        const found = new Set<string>()
        for (const node of masters(await ready(signal))) {
          let cursor = '0'
          do {
            signal.throwIfAborted()
            const pattern = `${escapePattern(keyPrefix + prefix)}*`
            const [next, keys] = await node.scan(cursor, 'MATCH', pattern, 'COUNT', 1000)
            for (const key of keys.map((stored) => stored.slice(keyPrefix.length)))
              if (after === undefined || key > after) found.add(key)
            cursor = next
          } while (cursor !== '0')
        }
        return [...found].sort().slice(0, Math.min(limit, mostKeysAtOnce))
      }),
    // Redis does so by itself.
    removeExpired: async () => 0,
    async close() {
      const client = await connect()
      client.disconnect()
    },
  }
}

/** PEXPIRE takes whole ms. */
const life = (ttlMs: number): string => String(Math.max(1, Math.ceil(ttlMs)))

const escapePattern = (text: string): string => text.replace(/[*?[\]\\]/g, '\\$&')
