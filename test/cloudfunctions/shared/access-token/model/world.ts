import type { FaultKind, Scenario } from './scenario'
import { createVirtualTime, type VirtualTime } from './virtual-time'

/** What the parts of a simulation share. */
export interface World {
  scenario: Scenario
  time: VirtualTime
  /** The same numbers in every run of the same scenario. */
  random(): number
  /** Something near that many ms. */
  around(ms: number): number
  isNow(kind: FaultKind): boolean
  /** What must never happen, and did. */
  violations: string[]
}

// A linear congruential generator (Numerical Recipes): quick, and the same everywhere.
const createRandom = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

export const createWorld = (scenario: Scenario): World => {
  const time = createVirtualTime()
  const begunAt = time.now()
  const random = createRandom(scenario.seed)
  return {
    scenario,
    time,
    random,
    around: (ms) => ms * (0.5 + random()),
    isNow: (kind) => {
      const passed = time.now() - begunAt
      return scenario.faults.some(
        (fault) => fault.kind === kind && passed >= fault.at && passed < fault.at + fault.length,
      )
    },
    violations: [],
  }
}
