import type { Random } from '../state/random'
import type { FaultKind, FaultRule, StandingFault } from './rule'

/** What happens to one call. */
export interface InjectedFault {
  waitMs: number
  effect?: Exclude<FaultKind, { kind: 'wait' }>
}

/** Of the rules that fit a call, the first is used up first. */
export interface Faults {
  add(rule: FaultRule): StandingFault
  /** Gives false where there is no such rule. */
  remove(id: number): boolean
  clear(): void
  /** The rules that still have calls to spoil. */
  list(): StandingFault[]
  /** Uses up what is due for one call of `path`. */
  take(path: string): InjectedFault
}

/** `onChange` hears when a rule is added, used or taken away. */
export const createFaults = (deps: { random: Random; onChange?: () => void }): Faults => {
  const { random, onChange = () => undefined } = deps
  let rules: StandingFault[] = []
  let count = 0

  const become = (next: StandingFault[]) => {
    rules = next
    onChange()
  }
  /** At least 0, less than 1. */
  const fraction = () => random(4).readUInt32BE() / 2 ** 32

  const use = (path: string, fits: (rule: FaultRule) => boolean): FaultRule | undefined => {
    const struck = rules.find(
      (rule) =>
        (rule.path === '*' || rule.path === path) &&
        fits(rule) &&
        (rule.chance === undefined || fraction() < rule.chance),
    )
    if (!struck || struck.times === 'always') return struck
    const left = struck.times - 1
    become(
      rules.flatMap((rule) =>
        rule !== struck ? [rule] : left > 0 ? [{ ...rule, times: left }] : [],
      ),
    )
    return struck
  }

  return {
    add: (rule) => {
      count += 1
      const standing: StandingFault = { times: 1, ...rule, id: count }
      become([...rules, standing])
      return standing
    },
    remove: (id) => {
      const others = rules.filter((rule) => rule.id !== id)
      if (others.length === rules.length) return false
      become(others)
      return true
    },
    clear: () => become([]),
    list: () => structuredClone(rules),
    take: (path) => {
      if (rules.length === 0) return { waitMs: 0 }
      const pause = use(path, ({ kind }) => kind === 'wait')
      const effect = use(path, ({ kind }) => kind !== 'wait')
      return {
        waitMs: pause?.kind === 'wait' ? pause.ms + fraction() * (pause.jitterMs ?? 0) : 0,
        ...(effect && effect.kind !== 'wait' && { effect }),
      }
    },
  }
}
