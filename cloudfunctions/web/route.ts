import type { HttpResponse } from '../shared/runtime/http'
import type { Log } from '../shared/runtime/log'
import type { Language } from './language'
import type { CookieContent } from './web-cookie'

/** A request for one of our routes. */
export interface WebRequest {
  method: 'GET' | 'POST'
  /** As the route has it. */
  path: string
  query: ReadonlyMap<string, string>
  /** Names in lower case. */
  headers: ReadonlyMap<string, string>
  body: Buffer
  /** What our one cookie holds, and the language that this address chooses. */
  cookie: CookieContent
  /** Of what is shown. */
  language: Language
  log: Log
}

/** @throws AppError, WecomError or StoreError: shown as a page, or as JSON where the route is `json`. */
export type WebHandler = (request: WebRequest) => Promise<HttpResponse>

export interface WebRoute {
  method: WebRequest['method']
  /** Compared to the letter. */
  path: string
  answers: 'page' | 'json'
  handle: WebHandler
}
