import { InvocationError } from './errors'
import type { Invocation } from './events'
import { startInstance, type Instance } from './instance'

export interface HostedFunctionOptions {
  file: string
  /** The variables of a new instance. */
  environment(): Readonly<Record<string, string>>
  /** Calls that one instance works on at the same time; CloudBase's default is 1. */
  concurrency: number
  /** Further calls wait. */
  maximumInstances: number
  onLine(line: string): void
}

export interface HostedFunction {
  /** @throws InvocationError */
  invoke(invocation: Invocation): Promise<unknown>
  /** Ends all instances; the next call is a cold start. */
  restart(): void
  /** Ends all instances, and refuses whoever still waits. */
  close(): void
}

/** A deployed function: instances come with the load, and stay warm. */
export const hostFunction = ({
  file,
  environment,
  concurrency,
  maximumInstances,
  onLine,
}: HostedFunctionOptions): HostedFunction => {
  let instances: Instance[] = []
  const waiting: (() => void)[] = []
  let isClosed = false

  const free = (): Instance | undefined => {
    instances = instances.filter((instance) => !instance.isClosed)
    const idle = instances.find((instance) => instance.load < concurrency)
    if (idle || instances.length >= maximumInstances) return idle
    const started = startInstance({
      file,
      environment: environment(),
      setsEnvironment: concurrency === 1,
      onLine,
    })
    instances.push(started)
    return started
  }

  const restart = () => {
    for (const instance of instances) instance.close(new InvocationError('crashed'))
  }

  return {
    async invoke(invocation) {
      let instance = free()
      while (!instance) {
        await new Promise<void>((resolve) => waiting.push(resolve))
        if (isClosed) throw new InvocationError('crashed')
        instance = free()
      }
      try {
        return await instance.invoke(invocation)
      } finally {
        waiting.shift()?.()
      }
    },
    restart,
    close() {
      isClosed = true
      restart()
      for (const wake of waiting.splice(0)) wake()
    },
  }
}
