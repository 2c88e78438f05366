import { build } from 'esbuild'
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inRoot } from '../../../../../scripts/paths'
import { createSealRing } from '../../../../../scripts/seal-ring'
import { startStoreServer, type StoreServer } from '../../../../support/store-server'
import type { Order, Report, WorkerSettings } from './orders'
import { startTokenServer, type TokenServer } from './token-server'
import { watchInvariants, type Invariants } from './invariants'

export interface Worker {
  pid: number
  /** Tells without waiting. */
  tell(order: Order): void
  /** Tells and waits for the report; undefined when the worker died meanwhile. */
  ask(order: Order): Promise<Report | undefined>
  /** Resolves when the process is gone. */
  gone: Promise<void>
  kill(): void
}

/** Real processes that share a store and a WeCom, both of them servers of this process. */
export interface Troop {
  store: StoreServer
  wecom: TokenServer
  invariants: Invariants
  key: string
  start(settings?: Partial<WorkerSettings>): Promise<Worker>
  startAll(count: number, settings?: (place: number) => Partial<WorkerSettings>): Promise<Worker[]>
  /** Ends every process and both servers. */
  close(): Promise<void>
}

/** Bundles the worker once, into a folder that `remove` deletes. */
export const bundleWorker = async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-worker-'))
  const file = path.join(folder, 'worker.cjs')
  await build({
    entryPoints: [inRoot('test/cloudfunctions/shared/access-token/processes/worker.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  })
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export const startTroop = async (
  workerFile: string,
  timings: WorkerSettings['timings'] = {},
): Promise<Troop> => {
  const [store, wecom] = await Promise.all([startStoreServer(), startTokenServer()])
  const key = 'access-token:troop'
  const ring = JSON.stringify(createSealRing())
  const workers = new Set<ChildProcess>()

  const start = async (settings: Partial<WorkerSettings> = {}): Promise<Worker> => {
    const all: WorkerSettings = {
      storeUrl: store.url,
      tokenUrl: wecom.url,
      checkPort: wecom.checkPort,
      ring,
      key,
      skewMs: 0,
      timings,
      ...settings,
    }
    const child = fork(workerFile, { env: { WORKER: JSON.stringify(all) } })
    workers.add(child)
    const gone = new Promise<void>((resolve) =>
      child.once('exit', () => {
        workers.delete(child)
        resolve()
      }),
    )
    await new Promise((resolve) => child.once('message', resolve))
    const tell = (order: Order) => void (child.connected && child.send(order))
    return {
      pid: child.pid ?? 0,
      tell,
      gone,
      ask(order) {
        const answer = new Promise<Report>((resolve) => child.once('message', resolve))
        tell(order)
        return Promise.race([answer, gone.then(() => undefined)])
      },
      kill: () => void child.kill('SIGKILL'),
    }
  }
  return {
    store,
    wecom,
    invariants: watchInvariants(store, wecom),
    key,
    start,
    startAll: (count, settings = () => ({})) =>
      Promise.all(Array.from({ length: count }, (_, place) => start(settings(place)))),
    async close() {
      for (const child of workers) child.kill('SIGKILL')
      await Promise.all([store.close(), wecom.close()])
    },
  }
}

/** What several workers tell, together. */
export const summed = (reports: readonly (Report | undefined)[]): Report => {
  const told = reports.filter((report) => report !== undefined)
  const medians = told.map(({ medianMs }) => medianMs).sort((a, b) => a - b)
  return {
    succeeded: told.reduce((sum, { succeeded }) => sum + succeeded, 0),
    failures: addUp(told.map(({ failures }) => failures)),
    longestMs: Math.max(0, ...told.map(({ longestMs }) => longestMs)),
    medianMs: medians[medians.length >> 1] ?? 0,
    events: addUp(told.map(({ events }) => events)),
  }
}

const addUp = (counts: Partial<Record<string, number>>[]): Record<string, number> => {
  const sum: Record<string, number> = {}
  for (const [name, count = 0] of counts.flatMap((count) => Object.entries(count)))
    sum[name] = (sum[name] ?? 0) + count
  return sum
}
