import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Redis } from 'ioredis'

const program = '/usr/bin/redis-server'

/**
 * `describe` where Debian's redis-server is installed; elsewhere its tests are counted as skipped. In
 * CI they run and fail instead.
 */
export const describeWithRedis =
  existsSync(program) || process.env.CI !== undefined ? describe : describe.skip

export interface RunningRedis {
  /** For REDIS_URL. */
  url: string
  port: number
  /** Stops its process for a while, as a machine that is frozen does. */
  freeze(): void
  thaw(): void
  close(): Promise<void>
}

/** A real Redis on a free port of this machine, with nothing in it and nothing kept. */
export const startRedis = async (
  options: readonly string[] = [],
  tries = 5,
): Promise<RunningRedis> => {
  const port = await freePort()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-redis-'))
  const basics = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder]
  const server = spawn(program, [...basics, ...options], { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve()).once('error', () => resolve())
  })
  const close = async () => {
    server.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  if (!(await answers(port, server))) {
    await close()
    // Somebody else took the port in the meantime.
    if (existsSync(program) && tries > 1) return startRedis(options, tries - 1)
    throw new Error(`${program} does not start: apt-get install redis-server`)
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
    close,
  }
}

/**
 * A way to a Redis that can go silent, as a NAT or a frozen machine does: connections that are open
 * stay open and carry nothing any more, new ones work.
 */
export const startSilencer = async (redis: { port: number }) => {
  const sockets = new Set<net.Socket>()
  const server = net.createServer((near) => {
    const far = net.connect(redis.port, '127.0.0.1')
    near.pipe(far).pipe(near)
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as net.AddressInfo
  return {
    url: `redis://127.0.0.1:${port}`,
    silence() {
      for (const socket of sockets) socket.unpipe().pause()
    },
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** Three nodes that share the keys between them. */
export const startRedisCluster = async (): Promise<Omit<RunningRedis, 'port'>> => {
  const nodes = await Promise.all(
    [1, 2, 3].map(() => startRedis(['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000'])),
  )
  const clients = nodes.map(({ port }) => new Redis(port))
  const slots = 16_384
  const each = Math.ceil(slots / clients.length)
  for (const [at, client] of clients.entries()) {
    const last = Math.min(slots, (at + 1) * each) - 1
    await client.call('CLUSTER', 'ADDSLOTSRANGE', String(at * each), String(last))
    await client.call('CLUSTER', 'MEET', '127.0.0.1', String(nodes[0]?.port))
  }
  for (const client of clients) {
    while (!String(await client.call('CLUSTER', 'INFO')).includes('cluster_state:ok')) {
      await pause(50)
    }
    client.disconnect()
  }
  return {
    url: nodes.map(({ url }) => url).join(','),
    freeze: () => nodes.forEach((node) => node.freeze()),
    thaw: () => nodes.forEach((node) => node.thaw()),
    close: async () => void (await Promise.all(nodes.map((node) => node.close()))),
  }
}

// The bus of a cluster listens 10 000 above; all of it is below what the system gives to connections.
const freePort = async (): Promise<number> => {
  const port = 10_000 + Math.floor(Math.random() * 10_000)
  return (await isFree(port)) && (await isFree(port + 10_000)) ? port : freePort()
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = net.createServer().once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

/** False when it ends, or takes longer than any start does. */
const answers = async (port: number, server: ChildProcess): Promise<boolean> => {
  for (let attempt = 0; attempt < 100; attempt++) {
    await pause(30)
    if (server.pid === undefined || server.exitCode !== null) return false
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1')
      socket.once('connect', () => (socket.destroy(), resolve(true)))
      socket.once('error', () => resolve(false))
    })
    if (isUp) return true
  }
  return false
}
