import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readCron, type IsDue } from './cron'

export interface Timer {
  functionName: string
  triggerName: string
  isDue: IsDue
}

/**
 * The timer triggers that a function asks for in its config.json, which applies when it is deployed.
 *
 * @throws Error when one is no timer that the platform would take
 */
export const readTimers = (functionsRoot: string, functionName: string): Timer[] => {
  const file = path.join(functionsRoot, functionName, 'config.json')
  if (!existsSync(file)) return []
  const { triggers = [] } = JSON.parse(readFileSync(file, 'utf8')) as {
    triggers?: { name: string; type: string; config: string }[]
  }
  return triggers
    .filter(({ type }) => type === 'timer')
    .map(({ name, config }) => ({ functionName, triggerName: name, isDue: readCron(config) }))
}

export interface TimersOptions {
  timers: readonly Timer[]
  call(functionName: string, triggerName: string): Promise<unknown>
  /** Epoch ms. */
  now(): number
}

/** Calls what is due, each second once, until it is ended. Nobody hears what comes of it but the log. */
export const startTimers = ({ timers, call, now }: TimersOptions): { end(): void } => {
  let lastSecond = Math.floor(now() / 1000)
  const look = () => {
    const second = Math.floor(now() / 1000)
    if (second <= lastSecond) return
    // A process that was busy may be woken a second late.
    for (let each = Math.max(lastSecond + 1, second - 2); each <= second; each++) {
      for (const { functionName, triggerName, isDue } of timers) {
        if (isDue(each * 1000)) call(functionName, triggerName).catch(() => undefined)
      }
    }
    lastSecond = second
  }
  const ticking = setInterval(look, 500)
  ticking.unref()
  return { end: () => clearInterval(ticking) }
}
