import type { PhoneReport } from '../report'
import { redact } from './redact'

export type Lane = 'phone' | 'cloud' | 'wecom'

/** One step of what just happened, from one lane to another or within one. */
export interface Hop {
  id: number
  /** Epoch milliseconds. */
  at: number
  kind: 'opened' | 'call' | 'reply' | 'timer' | 'console' | 'unknown'
  from: Lane
  to: Lane
  /** For example `wx.qy.login`, `identity · signIn`, `/cgi-bin/gettoken`. */
  title: string
  /** Looked up among the meanings. */
  meaning: string
  /** A second, quiet line: how the request travelled, or what was printed. */
  detail: string
  ms?: number
  /** Absent while it runs; '' is good. */
  failure?: string
  traceId?: string
}

export interface Hops {
  /** Takes a report of the phone, or a line of the cloud's log; other things are ignored. */
  add(event: unknown): void
  /** In the order of time. */
  list(): readonly Hop[]
  clear(): void
}

const KEPT = 200

type Fields = Record<string, unknown>

/** Turns what the phone and the cloud tell into hops. */
export function createHops(): Hops {
  let hops: Hop[] = []
  let last = 0
  const phoneHops = new Map<number, Hop>()

  const push = (hop: Omit<Hop, 'id'>): Hop => {
    const made = { id: (last += 1), ...hop }
    hops = [...hops, made].sort((a, b) => a.at - b.at || a.id - b.id).slice(-KEPT)
    return made
  }

  const addReport = ({ id, at, name, target, ms, outcome }: PhoneReport) => {
    if (name === 'open') {
      // A phone that opens anew counts its calls from one again.
      if (outcome === undefined) phoneHops.clear()
      else push({ ...hopOfReport(at, name, target), failure: '' })
      return
    }
    const hop = phoneHops.get(id) ?? push(hopOfReport(at, name, target))
    phoneHops.set(id, hop)
    if (outcome === undefined) return
    if (ms !== undefined) hop.ms = ms
    hop.failure = isGood(outcome) ? '' : outcome
    phoneHops.delete(id)
  }

  const addLine = (event: Fields) => {
    const at = typeof event.at === 'number' ? event.at : (hops.at(-1)?.at ?? 0)
    const trace = typeof event.traceId === 'string' ? { traceId: event.traceId } : {}
    const ms = typeof event.ms === 'number' ? { ms: event.ms } : {}
    const title = [event.function, event.action].filter(Boolean).join(' · ')
    const call = { kind: 'call', meaning: '', detail: '', ...trace } as const
    switch (event.event) {
      case 'request': {
        const asked = [...phoneHops.values()].find(
          ({ detail, traceId }) => traceId === undefined && asksFor(detail, text(event.function)),
        )
        if (asked !== undefined) {
          Object.assign(asked, { title, meaning: text(event.action), ...trace })
        } else {
          const byTimer = event.via === 'timer'
          const lanes = { from: byTimer ? 'cloud' : 'phone', to: 'cloud' } as const
          const kind = byTimer ? 'timer' : 'call'
          push({ ...call, ...lanes, kind, at, title, meaning: text(event.action), failure: '' })
        }
        return
      }
      case 'upstream': {
        const path = text(event.path)
        const failure = event.failure ?? (Number(event.errcode ?? 0) === 0 ? '' : event.errcode)
        push({
          ...call,
          ...ms,
          at,
          from: 'cloud',
          to: 'wecom',
          title: path,
          meaning: path,
          failure: text(failure),
        })
        return
      }
      case 'reply':
        push({
          ...call,
          ...ms,
          at,
          kind: 'reply',
          from: 'cloud',
          to: 'phone',
          title,
          failure: event.code === 'ok' ? '' : text(event.code),
        })
        return
      // Inner workings: whoever wants them reads the log of the function.
      case 'token':
      case 'refused':
        return
      case 'console':
        push({
          ...call,
          at,
          kind: 'console',
          from: 'cloud',
          to: 'cloud',
          title: text(event.function),
          detail: text(event.text),
          failure: '',
        })
        return
      default:
        push({
          ...call,
          at,
          kind: 'unknown',
          from: 'cloud',
          to: 'cloud',
          title: text(event.event),
          detail: described(event),
          failure: '',
        })
    }
  }

  return {
    add(event) {
      if (typeof event !== 'object' || event === null) return
      const safe = redact(event) as Fields
      if (isReport(safe)) addReport(safe as unknown as PhoneReport)
      else if (safe.kind === undefined) addLine(safe)
    },
    list: () => hops,
    clear() {
      hops = []
      phoneHops.clear()
    },
  }
}

function hopOfReport(at: number, name: string, target: string): Omit<Hop, 'id'> {
  const hop = { at, from: 'phone', title: name, meaning: name, detail: target } as const
  if (name === 'open') return { ...hop, kind: 'opened', to: 'phone', title: target }
  const toCloud = name === 'wx.request' || name === 'wx.cloud.callFunction'
  if (!toCloud) return { ...hop, kind: 'call', to: 'wecom' }
  const how = name === 'wx.request' ? target : `callFunction ${target}`
  return { ...hop, kind: 'call', to: 'cloud', detail: how }
}

/** The fields of an event that nobody knows, but for those that every event has. */
function described(event: Fields): string {
  return Object.entries(event)
    .filter(([name]) => !['event', 'kind', 'at', 'traceId'].includes(name))
    .map(([name, value]) => `${name} ${text(value)}`)
    .join(' · ')
}

function isReport(event: Fields): boolean {
  return event.kind === 'phone' && typeof event.id === 'number' && typeof event.name === 'string'
}

/** Whether `POST /api/identity` or `callFunction identity` asks `name`. */
function asksFor(detail: string, name: string): boolean {
  return name !== '' && detail.split(/[ /]/).includes(name)
}

function isGood(outcome: string): boolean {
  return outcome === 'ok' || /^[23]\d\d$/.test(outcome)
}

function text(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
