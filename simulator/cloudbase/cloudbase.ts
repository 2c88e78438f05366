import http from 'node:http'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { readBody } from './body'
import { handleCallFunction } from './call-function'
import { handleAdmin } from './database/admin'
import { createDatabase, type DatabaseOptions } from './database/database'
import { createDatabaseFaults, type DatabaseFaults } from './database/faults'
import { handleFaults } from './database/serve-faults'
import { sdkEnvironment } from './environment'
import { InvocationError } from './errors'
import {
  callFunctionInvocation,
  functionInvocation,
  httpInvocation,
  timerInvocation,
  type ClientCaller,
  type HttpCall,
  type Invocation,
  type Target,
} from './events'
import { hostFunction, type HostedFunction } from './hosted-function'
import { functionAt, readHttpCall, writeFailure, writeResult } from './http-access'
import { createLogStream, type LogStream } from './log-stream'
import { readTimers, startTimers } from './timers'

export interface CloudbaseOptions {
  /** A folder with one built folder for each function. */
  functionsRoot: string
  /** The variables of each function that is deployed. A function sees its own and no others. */
  functions: Readonly<Record<string, { environment: Readonly<Record<string, string>> }>>
  /** HTTP access: which path leads to which function; `/web/*` is every path below `/web/`. */
  routes: Readonly<Record<string, string>>
  envId?: string
  /** The document database, which functions reach through Tencent's SDKs. */
  database?: DatabaseOptions
  /** Where `handle` is served, for the SDKs in the functions; `listen` knows it by itself. */
  url?: string
  /** For one call, in ms. */
  timeoutMs?: number
  memoryMb?: number
  /** Calls that one instance works on at once; with more than 1, process.env stays as it is. */
  concurrency?: number
  maximumInstances?: number
  /** Lets the timer triggers of the functions' config.json come due. */
  hasTimers?: boolean
  /** Epoch ms. */
  now?: () => number
}

export interface Cloudbase {
  /** What the functions write. */
  log: LogStream
  /** What goes wrong with requests to the database; also over the wire, at /_cloud/faults. */
  databaseFaults: DatabaseFaults
  callFunction(name: string, data: Record<string, unknown>, caller: ClientCaller): Promise<unknown>
  callHttp(name: string, call: HttpCall): Promise<unknown>
  callTimer(name: string, triggerName: string): Promise<unknown>
  /** False when the path is none of ours. */
  handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<boolean>
  /** On 127.0.0.1; port 0 takes a free one. */
  listen(port?: number): Promise<{ url: string; close(): Promise<void> }>
  /** Ends all instances, as a deployment does: the next call of each function is a cold start. */
  restart(): void
  /** Ends the functions, and writes what the database has still to write. */
  close(): void
}

/** Stands in for Tencent CloudBase: hosts built functions and reaches them as the platform does. */
export const createCloudbase = ({
  functionsRoot,
  functions,
  routes,
  envId = 'local',
  database: databaseOptions = {},
  url,
  timeoutMs = 20_000,
  memoryMb = 256,
  concurrency = 1,
  maximumInstances = 4,
  hasTimers = false,
  now = Date.now,
}: CloudbaseOptions): Cloudbase => {
  const log = createLogStream()
  const database = createDatabase({ now, ...databaseOptions })
  const databaseFaults = createDatabaseFaults()
  let servedAt = url
  const hosted = new Map<string, HostedFunction>()
  for (const [name, { environment: own }] of Object.entries(functions)) {
    const file = path.join(functionsRoot, name, 'index.js')
    if (!existsSync(file)) throw new Error(`${name} is not built: npm run build`)
    const onLine = (line: string) => log.add(name, line)
    const environment = () => ({ ...own, ...sdkEnvironment(servedAt, envId) })
    hosted.set(name, hostFunction({ file, environment, concurrency, maximumInstances, onLine }))
  }

  const invoke = async (name: string, make: (target: Target) => Invocation): Promise<unknown> => {
    const found = hosted.get(name)
    if (!found) throw new InvocationError('notFound')
    return found.invoke(make({ functionName: name, envId, timeoutMs, memoryMb, now }))
  }
  const cloudbase: Pick<Cloudbase, 'callFunction' | 'callHttp' | 'callTimer'> = {
    callFunction: (name, data, caller) =>
      invoke(name, (target) => callFunctionInvocation(target, data, caller)),
    callHttp: (name, call) => invoke(name, (target) => httpInvocation(target, call)),
    callTimer: (name, triggerName) =>
      invoke(name, (target) => timerInvocation(target, triggerName)),
  }

  const timers = startTimers({
    timers: hasTimers
      ? Object.keys(functions).flatMap((name) => readTimers(functionsRoot, name))
      : [],
    call: cloudbase.callTimer,
    now,
  })

  const admin = {
    database,
    faults: databaseFaults,
    invokeFunction: (name: string, data: unknown) =>
      invoke(name, (target) => functionInvocation(target, data)),
  }

  const handle: Cloudbase['handle'] = async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (pathname === '/_cloud/log') {
      log.serve(response)
      return true
    }
    if (pathname === '/_cloud/callFunction') {
      await handleCallFunction(cloudbase.callFunction, request, response)
      return true
    }
    if (pathname === '/admin') {
      await handleAdmin(admin, request, response)
      return true
    }
    if (pathname === '/_cloud/faults') {
      await handleFaults(databaseFaults, request, response)
      return true
    }
    const name = functionAt(routes, pathname)
    if (name === undefined) return false
    try {
      const call = readHttpCall(request, await readBody(request))
      writeResult(response, await cloudbase.callHttp(name, call))
    } catch (error) {
      writeFailure(response, error)
    }
    return true
  }
  const restart = () => {
    for (const one of hosted.values()) one.restart()
  }
  const close = () => {
    timers.end()
    for (const one of hosted.values()) one.close()
    log.close()
    database.close()
  }

  return {
    ...cloudbase,
    log,
    databaseFaults,
    handle,
    restart,
    close,
    listen: async (port = 0) => {
      const server = http.createServer((request, response) => {
        handle(request, response).then(
          (isOurs) => isOurs || response.writeHead(404).end(),
          // The caller is gone, in the middle of what it had to say.
          () => response.destroy(),
        )
      })
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
      const address = server.address()
      const bound = typeof address === 'object' && address ? address.port : port
      servedAt = `http://127.0.0.1:${bound}`
      return {
        url: servedAt,
        close: () =>
          new Promise((resolve) => {
            close()
            server.closeAllConnections()
            server.close(() => resolve())
          }),
      }
    },
  }
}
