import type { MovableClock } from './clock'
import type { Company } from './company/company'
import type { Faults } from './faults/faults'
import type { FaultRule } from './faults/rule'
import { dropOldest } from './state/drop-oldest'
import { companyOf, replaceCompany } from './state/replace-company'
import type { World } from './state/world'

/** What a snapshot holds, besides its name. */
export interface Snapshot {
  name: string
  /** When it was taken, by the simulator's clock; epoch ms. */
  at: number
  members: number
}

/**
 * The company, the clock and the faults, kept under a name while the simulator runs. Tokens, codes
 * and what was requested are no part of it: they go on as they would in a real WeCom.
 */
export interface Snapshots {
  /** Takes one; another of the same name is replaced. */
  take(name: string): Snapshot
  /** Gives false where there is none of that name. */
  restore(name: string): boolean
  remove(name: string): boolean
  /** The oldest first. */
  list(): Snapshot[]
}

interface Kept {
  at: number
  company: Company
  aheadMs: number
  faults: FaultRule[]
}

/** How many are kept; the oldest goes. */
const capacity = 50

export const createSnapshots = (deps: {
  world: Pick<World, 'corps' | 'changes' | 'trustedIps'>
  clock: MovableClock
  faults: Faults
}): Snapshots => {
  const { world, clock, faults } = deps
  const kept = new Map<string, Kept>()
  const describe = (name: string, { at, company }: Kept): Snapshot => ({
    name,
    at,
    members: company.members.length,
  })

  return {
    take: (name) => {
      const snapshot: Kept = {
        at: clock.now(),
        company: companyOf(world),
        aheadMs: clock.aheadMs(),
        faults: faults.list(),
      }
      kept.delete(name) // a Map keeps the place of what it knows
      dropOldest(kept, capacity)
      kept.set(name, snapshot)
      return describe(name, snapshot)
    },
    restore: (name) => {
      const snapshot = kept.get(name)
      if (!snapshot) return false
      clock.reset()
      clock.advance(snapshot.aheadMs / 1000)
      replaceCompany(world, snapshot.company)
      world.trustedIps.settle()
      faults.clear()
      for (const rule of snapshot.faults) faults.add(rule)
      return true
    },
    remove: (name) => kept.delete(name),
    list: () => [...kept].map(([name, snapshot]) => describe(name, snapshot)),
  }
}
