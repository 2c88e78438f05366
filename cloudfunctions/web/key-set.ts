import { jsonResponse } from '../shared/runtime/http'
import type { KeyRing } from '../shared/session/key-ring'
import { keySetOf } from '../shared/session/key-set'
import type { WebHandler } from './route'

// A new key stands here a day before it signs; one that was stolen is believed no longer than this.
const keptSeconds = 600

/** GET /web/jwks.json: the public keys by which other back-ends verify our tokens. */
export const createKeySet = (ring: KeyRing): WebHandler => {
  const { status, headers, body = '' } = jsonResponse(200, keySetOf(ring))
  const cacheControl = { 'cache-control': `public, max-age=${keptSeconds}` }
  return () => Promise.resolve({ status, headers: { ...headers, ...cacheControl }, body })
}
