import { once } from 'node:events'
import type * as redisModule from 'ioredis'
import type { Cluster, Redis } from 'ioredis'
import type { RedisNodes } from './redis-nodes'

/** The module of ioredis; only its type, so that nothing is loaded before it is needed. */
export type RedisModule = typeof redisModule

export type RedisClient = Redis | Cluster

// Once Redis is back, it is noticed within this.
const longestPauseMs = 500

/** A connection that is kept; to one node, or to a cluster through any of those that are named. */
export const connectRedis = (
  { Redis, Cluster }: RedisModule,
  { nodes, username, password, isTls, database, socketPath }: RedisNodes,
  timeoutMs: number,
): RedisClient => {
  const pause = (times: number) => Math.min(times * 50, longestPauseMs)
  const options = {
    connectTimeout: timeoutMs,
    // An instance that was frozen wakes with a connection that is dead and does not know it.
    socketTimeout: timeoutMs,
    // A write whose answer was lost must not be sent again, nor one that its caller has given up on.
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    ...(username && { username }),
    ...(password && { password }),
    ...(isTls && { tls: {} }),
  }
  const client =
    nodes.length > 1
      ? new Cluster(nodes, {
          redisOptions: options,
          enableOfflineQueue: false,
          clusterRetryStrategy: pause,
        })
      : new Redis({
          ...options,
          ...(socketPath ? { path: socketPath } : nodes[0]),
          db: database ?? 0,
          enableOfflineQueue: false,
          retryStrategy: pause,
        })
  // As many operations as there are may wait for it; ten is where Node suspects a leak.
  client.setMaxListeners(0)
  // Without a listener it prints the error, with the address; each operation fails by itself.
  client.on('error', () => undefined)
  return client
}

/**
 * Nothing is queued while there is no connection: a queue would carry out, seconds later, what its
 * caller has long given up on.
 */
export const whenReady = async (client: RedisClient, signal: AbortSignal): Promise<void> => {
  if (client.status !== 'ready') await once(client, 'ready', { signal })
}

/** The nodes that hold the keys. */
export const masters = (client: RedisClient): Redis[] =>
  'nodes' in client ? client.nodes('master') : [client]

/** Whether Redis itself said no; these words mean that it, or its cluster, is not there just now. */
export const isRedisRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  error.name === 'ReplyError' &&
  !/^(LOADING|CLUSTERDOWN|MASTERDOWN|READONLY|TRYAGAIN|BUSY)\b/.test(error.message)
