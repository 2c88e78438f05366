/** One call as the control page and the tests see it: no token, no secret, no code. */
export interface JournalEntry {
  /** Counts up from 1. */
  id: number
  /** When the call came in, epoch ms. */
  at: number
  method: string
  path: string
  /** The query, every value hidden but those that identify nothing secret. */
  query: Record<string, string>
  /** The JSON of a POST, redacted in the same way. */
  input?: unknown
  from: string
  /** HTTP status; 0 when nothing was sent. */
  status: number
  /** null when another body than WeCom's was sent. */
  errcode: number | null
  /** The JSON that was sent, or was to be, redacted in the same way. */
  answer?: unknown
  ms: number
  /** One line for the developer, where the call was refused or spoiled. */
  why?: string
  /** What a refusal means, and what to do. */
  explanation?: Explanation
}

/** What an errcode means and what to do, for whoever watches the requests. */
export interface Explanation {
  zh: string
  en: string
}
