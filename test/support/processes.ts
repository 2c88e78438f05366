import path from 'node:path'
import type { Reply } from '../../typings/api'
import { functionsRoot } from '../../scripts/functions'
import type { Stack } from '../../scripts/stack'
import { sdkEnvironment } from '../../simulator/cloudbase/environment'
import { hostFunction } from '../../simulator/cloudbase/hosted-function'
import { codeOf, httpOf } from './invoke'

/** Warm processes of one function, each of which is asked by itself, as chance does in the cloud. */
export interface Processes {
  count: number
  /** What each says to this session. */
  ask<T>(action: string, session: string): Promise<Reply<T>[]>
  codes(action: string, session: string): Promise<string[]>
  close(): void
}

/** Starts that many beside those of the stack, on the same store and with the same variables. */
export const startProcesses = (stack: Stack, name: string, count: number): Processes => {
  const environment = {
    ...stack.functions[name]?.environment,
    ...sdkEnvironment(stack.url, 'local'),
  }
  const processes = Array.from({ length: count }, () =>
    hostFunction({
      file: path.join(functionsRoot, name, 'index.js'),
      environment: () => environment,
      concurrency: 1,
      maximumInstances: 1,
      onLine: () => undefined,
    }),
  )
  const ask = <T>(action: string, session: string): Promise<Reply<T>[]> =>
    Promise.all(
      processes.map(async ({ invoke }) => {
        const headers = { authorization: `Bearer ${session}` }
        const answer = (await invoke(httpOf(JSON.stringify({ action }), { headers }))) as {
          body: string
        }
        return JSON.parse(answer.body) as Reply<T>
      }),
    )
  return {
    count,
    ask,
    codes: async (action, session) => (await ask<unknown>(action, session)).map(codeOf),
    close: () => {
      for (const { close } of processes) close()
    },
  }
}
