import type { Reply } from '../wire/envelope'

/** A request for a page as it came. */
export interface Visit {
  url: URL
  /** What a form sent; empty for GET. */
  form: URLSearchParams
  userAgent: string
  cookies: string
}

/** What a page came to; `why` and `errcode` are noted for the developer. */
export interface Answer {
  reply: Reply
  errcode?: number
  why?: string
}
