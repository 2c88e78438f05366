import type { Reader } from '../reader'

/** What a page's JS-SDK signature is made with. 400 an hour for a corp, 100 for an app: keep it. */
export interface JsapiTicket {
  ticket: string
  /** Normally 7200. */
  expiresInSeconds: number
}

/** Reads the ticket of the corp and that of the app alike. */
export const readJsapiTicket = (reply: Reader): JsapiTicket => {
  const ticket = reply.text('ticket')
  const expiresInSeconds = reply.integer('expires_in')
  if (ticket === '') throw reply.odd('ticket')
  if (expiresInSeconds <= 0) throw reply.odd('expires_in')
  return { ticket, expiresInSeconds }
}
