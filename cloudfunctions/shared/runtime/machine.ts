import { systemClock, type Clock } from './clock'
import type { Environment } from './settings'

/** What a function takes from the machine that it runs on. */
export interface Machine {
  environment: Environment
  clock: Clock
  /** Takes one line of the log; standard output when absent. */
  write?: (line: string) => void
}

/** The one place that touches process.env; what is in it is read and judged by `config`. */
export const thisMachine: Machine = { environment: process.env, clock: systemClock }
