import { createAccessTokenCache } from '../access-token/access-token'
import { fingerprint } from '../access-token/fingerprint'
import type { Runtime } from '../runtime/serve-function'
import { createSeal } from '../store/seal'
import type { JsapiTicket } from '../wecom/endpoints/jsapi-ticket'
import type { Storage } from './storage'
import type { Upstream } from './upstream'

/** jsapi_ticket: what the JS-SDK of our pages is signed with. */
export interface Tickets {
  /** The corp's, for `wx.config`. @throws WecomError */
  ofCorp(): Promise<string>
  /** The app's, for `wx.agentConfig`. @throws WecomError */
  ofApp(): Promise<string>
}

/**
 * A ticket lives and is renewed as an access_token does: the same one until it dies, 7200 s, and few
 * may be asked for. So it is kept as one: sealed, for all instances, with one of them asking WeCom.
 */
export const openTickets = (
  { config, clock, remainingMs }: Runtime<'app' | 'seal' | 'wecom'>,
  { patient, keyPrefix }: Storage,
  { wecomForAll, ask }: Upstream,
): Tickets => {
  const { apiBase, corpSecret } = config.wecom
  const owner = fingerprint(JSON.stringify([apiBase, corpSecret]))
  const kept = (
    kind: 'corp' | 'app',
    path: string,
    read: (accessToken: string) => Promise<JsapiTicket>,
  ) => {
    const cache = createAccessTokenCache({
      fetch: async () => {
        const { ticket, expiresInSeconds } = await ask(path, read)
        return { accessToken: ticket, expiresInSeconds }
      },
      store: patient,
      seal: createSeal(config.seal, clock),
      key: `${keyPrefix}:ticket:${kind}:${owner}`,
      clock,
    })
    return () => cache.use(async (ticket) => ticket, { remainingMs })
  }
  return {
    ofCorp: kept('corp', '/cgi-bin/get_jsapi_ticket', wecomForAll.getJsapiTicket),
    ofApp: kept('app', '/cgi-bin/ticket/get', wecomForAll.ticket.get),
  }
}
