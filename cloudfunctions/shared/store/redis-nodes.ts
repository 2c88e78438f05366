/** Where Redis is: one node, or several of a cluster, all with the same credentials. */
export interface RedisNodes {
  nodes: { host: string; port: number }[]
  username?: string
  password?: string
  isTls: boolean
  /** A database other than 0; a cluster has no others. */
  database?: number
  /** A Unix socket instead of nodes. */
  socketPath?: string
}

const usualPort = 6379

/**
 * Reads REDIS_URL: `redis://user:password@host:6379/0`, `rediss://…`, several of them with commas
 * between, or the path of a Unix socket.
 *
 * @throws Error that says what is wrong and quotes nothing
 */
export const readRedisUrl = (text: string): RedisNodes => {
  if (text.startsWith('/')) return { nodes: [], isTls: false, socketPath: text }
  const urls = text.split(',').map((one) => readNode(one.trim()))
  const [first] = urls
  if (!first) throw new Error('is empty')
  if (urls.some(({ protocol }) => protocol !== first.protocol)) {
    throw new Error('mixes redis:// and rediss://')
  }
  const database = Number(first.pathname.slice(1))
  if (!Number.isSafeInteger(database) || database < 0)
    throw new Error('has a database that is no number')
  if (database > 0 && urls.length > 1) throw new Error('names a database, which a cluster has not')
  return {
    nodes: urls.map(({ hostname, port }) => ({ host: hostname, port: Number(port) || usualPort })),
    isTls: first.protocol === 'rediss:',
    ...(first.username && { username: decodeURIComponent(first.username) }),
    ...(first.password && { password: decodeURIComponent(first.password) }),
    ...(database > 0 && { database }),
  }
}

const readNode = (text: string): URL => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isRedis = url && /^rediss?:$/.test(url.protocol) && url.hostname !== ''
  if (!isRedis) throw new Error('is not of the form redis://host:port')
  return url
}
