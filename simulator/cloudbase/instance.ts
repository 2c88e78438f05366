import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { InvocationError } from './errors'
import type { Invocation } from './events'

/** One process that runs one function; it is reused until it is closed or has timed out. */
export interface Instance {
  /** How many calls it is working on. */
  readonly load: number
  readonly isClosed: boolean
  /** @throws InvocationError */
  invoke(invocation: Invocation): Promise<unknown>
  close(reason?: InvocationError): void
}

export interface InstanceOptions {
  /** The built index.js. */
  file: string
  /** The variables of the process, and no others. */
  environment: Readonly<Record<string, string>>
  /** False where several calls share the process: then no call may change process.env. */
  setsEnvironment: boolean
  onLine(line: string): void
}

// CloudBase's limit both ways: 6 MiB.
const maximumJsonBytes = 6 * 1024 * 1024

interface Pending {
  resolve(result: unknown): void
  reject(error: InvocationError): void
  timer: NodeJS.Timeout
}

type Answer = { ready: true } | { id: number; json: string } | { id: number; error: string }

/** Starts an instance: a cold start, as far as the caller can tell. */
export const startInstance = ({
  file,
  environment,
  setsEnvironment,
  onLine,
}: InstanceOptions): Instance => {
  const child = spawn(process.execPath, [path.join(__dirname, 'instance.cjs'), file], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const pending = new Map<number, Pending>()
  let isClosed = false
  let lastId = 0

  const finish = (id: number): Pending | undefined => {
    const call = pending.get(id)
    pending.delete(id)
    clearTimeout(call?.timer)
    return call
  }
  const close = (reason = new InvocationError('crashed')) => {
    isClosed = true
    for (const id of [...pending.keys()]) finish(id)?.reject(reason)
    child.kill('SIGKILL')
  }

  child.on('message', (answer: Answer) => {
    if ('ready' in answer) return
    const call = finish(answer.id)
    if ('error' in answer) call?.reject(new InvocationError('threw'))
    else if (Buffer.byteLength(answer.json) > maximumJsonBytes) {
      call?.reject(new InvocationError('tooLarge'))
    } else call?.resolve(JSON.parse(answer.json))
  })
  child.on('exit', () => close())
  child.on('error', () => close())
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', onLine)
  }

  return {
    get load() {
      return pending.size
    },
    get isClosed() {
      return isClosed
    },
    invoke: ({ event, context }) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new InvocationError('crashed'))
        if (Buffer.byteLength(JSON.stringify(event)) > maximumJsonBytes) {
          return reject(new InvocationError('tooLarge'))
        }
        const id = ++lastId
        // A call that takes too long takes its instance with it.
        const timer = setTimeout(
          () => close(new InvocationError('timedOut', context.time_limit_in_ms)),
          context.time_limit_in_ms,
        )
        pending.set(id, { resolve, reject, timer })
        child.send({ id, event, context, setsEnvironment })
      }),
    close,
  }
}
