import type { Clock } from '../clock'
import type { Live } from '../control/live'
import type { JournalEntry } from './entry'
import { explain } from './explain'
import { redactedBody, redactedQuery } from './redact'

/** A call that has ended, as it was. */
export interface EndedCall {
  method: string
  url: URL
  /** The body of a POST. */
  input?: string
  from: string
  startedAt: number
  status: number
  errcode: number | null
  body?: string
  why?: string
}

export interface Journal {
  note(call: EndedCall): void
  /** The latest calls, oldest first. */
  entries(): JournalEntry[]
  /** Forgets them; the ids count on. */
  clear(): void
}

const capacity = 500

/** Keeps the latest calls; `onEntry` hears of each one as it ends, and so do open pages. */
export const createJournal = (deps: {
  clock: Clock
  live: Pick<Live, 'tell'>
  onEntry?: ((entry: JournalEntry) => void) | undefined
}): Journal => {
  const { clock, live, onEntry } = deps
  const calls: (EndedCall & { id: number; ms: number })[] = []
  let count = 0

  return {
    note: (call) => {
      count += 1
      const noted = { ...call, id: count, ms: clock.now() - call.startedAt }
      calls.push(noted)
      if (calls.length > capacity) calls.shift()
      onEntry?.(entryOf(noted))
      live.tell(() => ({ kind: 'request', entry: entryOf(noted) }))
    },
    // Redacted when somebody looks: most calls are never looked at.
    entries: () => calls.map(entryOf),
    clear: () => {
      calls.splice(0)
      live.tell(() => ({ kind: 'requests' }))
    },
  }
}

const entryOf = ({
  id,
  ms,
  method,
  url,
  input,
  from,
  startedAt,
  status,
  errcode,
  body,
  why,
}: EndedCall & { id: number; ms: number }): JournalEntry => ({
  id,
  at: startedAt,
  method,
  path: url.pathname.slice(0, 200),
  query: redactedQuery(url.searchParams),
  ...(input !== undefined && input !== '' && { input: redactedBody(input) }),
  from,
  status,
  errcode,
  ...(body !== undefined && { answer: redactedBody(body) }),
  ms,
  ...(why !== undefined && { why }),
  ...(errcode !== null && errcode !== 0 && { explanation: explain(errcode) }),
})
