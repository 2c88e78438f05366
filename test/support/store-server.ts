import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMemoryStore } from '../../cloudfunctions/shared/store/memory-store'
import type { Store } from '../../cloudfunctions/shared/store/store'

/** What goes wrong at the store from now on. */
export interface StoreFaults {
  /** Connections are cut before anything is done. */
  isAway: boolean
  /** Nothing is done, nothing is answered. */
  hangs: boolean
  /** Ms before anything is done; half as much to one and a half times as much. */
  delayMs: number
  /** The share of writes that are done and never answered. */
  answersLost: number
}

/** One write, seen from inside. */
export interface SeenWrite {
  key: string
  before: unknown
  after: unknown
  /** By the server's own clock, ms that never go back. */
  at: number
}

export interface StoreServer {
  url: string
  /** Changes some of the faults. */
  fail(faults: Partial<StoreFaults>): void
  /** Called inside each write that changes something, in their order. */
  onWrite(observe: (write: SeenWrite) => void): void
  read(key: string): Promise<unknown>
  close(): Promise<void>
}

const noFaults: StoreFaults = { isAway: false, hangs: false, delayMs: 0, answersLost: 0 }

type Operation = keyof Store

interface Call {
  operation: Operation
  parameters: unknown[]
}

const writes: readonly Operation[] = ['insert', 'cas', 'put', 'del']

/**
 * A store that several processes share over loopback, atomic because one process serves it, with
 * faults on demand. It is reached with `connectStore`.
 */
export const startStoreServer = async (): Promise<StoreServer> => {
  const store = createMemoryStore({ now: Date.now })
  const values = new Map<string, unknown>()
  let faults = noFaults
  let observe: (write: SeenWrite) => void = () => undefined

  const carryOut = async ({ operation, parameters }: Call): Promise<unknown> => {
    const result = await (store[operation] as (...given: unknown[]) => Promise<unknown>)(
      ...parameters,
    )
    if (!writes.includes(operation) || result === false) return result
    const key = String(parameters[0])
    const after = operation === 'cas' ? parameters[2] : parameters[1]
    observe({ key, before: values.get(key), after, at: performance.now() })
    values.set(key, after)
    return result
  }

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = []
    const answer = async () => {
      const { isAway, hangs, delayMs, answersLost } = faults
      if (isAway) return void request.socket.destroy()
      if (hangs) return
      if (delayMs > 0) await pause(delayMs * (0.5 + Math.random()))
      const call = JSON.parse(Buffer.concat(chunks).toString()) as Call
      const result = await carryOut(call)
      const isLost = writes.includes(call.operation) && Math.random() < answersLost
      if (isLost) request.socket.destroy()
      else response.end(JSON.stringify({ result: result ?? null }))
    }
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => void answer())
    request.on('error', () => undefined)
  })
  const { url, close } = await listen(server)
  return {
    url,
    fail: (change) => {
      faults = { ...faults, ...change }
    },
    onWrite: (given) => {
      observe = given
    },
    read: async (key) => (await store.get(key))?.value,
    close,
  }
}

/** The store as another process reaches it. */
export const connectStore = (url: string): Store => {
  const agent = new http.Agent({ keepAlive: true })
  const call = (operation: Operation, ...parameters: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const request = http.request(url, { method: 'POST', agent }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const { result } = JSON.parse(Buffer.concat(chunks).toString()) as { result: unknown }
          resolve(result)
        })
      })
      request.on('error', reject)
      request.end(JSON.stringify({ operation, parameters } satisfies Call))
    })
  return {
    get: (key) => call('get', key) as ReturnType<Store['get']>,
    insert: (key, value, ttlMs) => call('insert', key, value, ttlMs) as Promise<boolean>,
    cas: (key, rev, value, ttlMs) => call('cas', key, rev, value, ttlMs) as Promise<boolean>,
    put: (key, value, ttlMs) => call('put', key, value, ttlMs) as Promise<void>,
    del: (key) => call('del', key) as Promise<void>,
    scan: (prefix, limit, after) =>
      call('scan', prefix, limit, ...(after === undefined ? [] : [after])) as Promise<string[]>,
    removeExpired: () => call('removeExpired') as Promise<number>,
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Listens on a free port of loopback. */
export const listen = async (
  server: http.Server,
): Promise<{ url: string; close: () => Promise<void> }> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
