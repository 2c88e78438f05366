import type { Clock } from './clock'

/** One call as the start page and the tests see it: no token, no secret, no code. */
export interface JournalEntry {
  /** Counts up from 1. */
  id: number
  /** When the call came in, epoch ms. */
  at: number
  method: string
  path: string
  /** The query, every value hidden but those that identify nothing secret. */
  query: Record<string, string>
  from: string
  /** HTTP status; 0 when the connection was cut. */
  status: number
  /** null when another body than WeCom's was sent. */
  errcode: number | null
  ms: number
  /** One line for the developer, where the call was refused or spoiled. */
  why?: string
}

export interface Journal {
  note(call: {
    method: string
    url: URL
    from: string
    startedAt: number
    status: number
    errcode: number | null
    why?: string
  }): void
  /** The latest calls, oldest first. */
  entries(): JournalEntry[]
  /** Forgets them; the ids count on. */
  clear(): void
}

/**
 * The only values that are shown, and only in this shape: a secret in the wrong place stays hidden,
 * and so does a parameter that is new to us.
 */
const shown: Record<string, RegExp> = {
  corpid: /^w[wx][0-9a-f]{16}$/,
  userid: /^[A-Za-z0-9_.@-]{1,64}$/,
  id: /^\d{1,10}$/,
  grant_type: /^authorization_code$/,
  appid: /^w[wx][0-9a-f]{16}$/,
  agentid: /^\d{1,10}$/,
  scope: /^snsapi_\w{1,20}$/,
  response_type: /^code$/,
  login_type: /^(Corp|Service)App$/,
  entry: /^(workbench|menu|message)$/,
  lang: /^(zh|en)$/,
}
const hidden = '[hidden]'
const capacity = 500

/** Keeps the latest calls; `onEntry` hears of each one as it ends. */
export const createJournal = (deps: {
  clock: Clock
  onEntry?: ((entry: JournalEntry) => void) | undefined
}): Journal => {
  const entries: JournalEntry[] = []
  let count = 0

  return {
    note: ({ method, url, from, startedAt, status, errcode, why }) => {
      count += 1
      const entry: JournalEntry = {
        id: count,
        at: startedAt,
        method,
        path: url.pathname.slice(0, 200),
        query: redacted(url.searchParams),
        from,
        status,
        errcode,
        ms: deps.clock.now() - startedAt,
        ...(why !== undefined && { why }),
      }
      entries.push(entry)
      if (entries.length > capacity) entries.shift()
      deps.onEntry?.(entry)
    },
    entries: () => structuredClone(entries),
    clear: () => void entries.splice(0),
  }
}

const redacted = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries(
    [...query].map(([name, value]) => [
      name.slice(0, 64),
      Object.hasOwn(shown, name) && shown[name]?.test(value) ? value : hidden,
    ]),
  )
