/**
 * What goes wrong on purpose: `path` is an API path or '*'; `times` calls of it (one by default).
 * A wait combines with one other effect; otherwise the first rule that fits is used up first.
 */
export type FaultRule = { path: string; times?: number | 'always' } & (
  | { kind: 'errcode'; errcode: number; text?: string }
  | { kind: 'wait'; ms: number }
  | { kind: 'cut'; when: 'before' | 'after' }
  | { kind: 'html' }
  | { kind: 'body'; body: string; contentType?: string }
)

/** What happens to one call. */
export interface InjectedFault {
  waitMs: number
  effect?:
    | { kind: 'errcode'; errcode: number; text: string }
    | { kind: 'cut'; when: 'before' | 'after' }
    | { kind: 'body'; body: string; contentType: string }
}

export interface Faults {
  add(rule: FaultRule): void
  clear(): void
  /** The rules that still have calls to spoil. */
  list(): FaultRule[]
  /** Uses up what is due for one call of `path`. */
  take(path: string): InjectedFault
}

type Standing = FaultRule & { times: number | 'always' }

export const createFaults = (): Faults => {
  let rules: Standing[] = []

  const use = (path: string, fits: (rule: FaultRule) => boolean): FaultRule | undefined => {
    const rule = rules.find((one) => (one.path === '*' || one.path === path) && fits(one))
    if (!rule) return undefined
    if (rule.times !== 'always') rule.times -= 1
    rules = rules.filter(({ times }) => times === 'always' || times > 0)
    return rule
  }

  return {
    add: (rule) => {
      rules.push({ times: 1, ...rule })
    },
    clear: () => {
      rules = []
    },
    list: () => structuredClone(rules),
    take: (path) => {
      const pause = use(path, ({ kind }) => kind === 'wait')
      const effect = effectOf(use(path, ({ kind }) => kind !== 'wait'))
      return { waitMs: pause?.kind === 'wait' ? pause.ms : 0, ...(effect && { effect }) }
    },
  }
}

const effectOf = (rule: FaultRule | undefined): InjectedFault['effect'] => {
  switch (rule?.kind) {
    case 'errcode':
      return { kind: 'errcode', errcode: rule.errcode, text: rule.text ?? 'injected fault' }
    case 'cut':
      return { kind: 'cut', when: rule.when }
    case 'html':
      return { kind: 'body', body: gatewayPage, contentType: 'text/html' }
    case 'body':
      return {
        kind: 'body',
        body: rule.body,
        contentType: rule.contentType ?? 'application/json; charset=UTF-8',
      }
    default:
      return undefined
  }
}

// What a captive portal or a company proxy puts in the way: status 200, and no JSON.
const gatewayPage = '<!doctype html><title>Gateway</title><h1>Please sign in to the network</h1>'
