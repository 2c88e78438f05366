import { authorizeUrl } from '../shared/wecom/endpoints/authorize-url'
import { scanLoginUrl } from '../shared/wecom/endpoints/scan-login-url'
import { AppError } from '../shared/runtime/errors'
import type { HttpResponse } from '../shared/runtime/http'
import { callbackAddress } from './callback-address'
import { hostAppOf } from './host-app'
import type { WebRequest } from './route'
import type { States } from './state'
import type { PendingSignIn, WebCookie } from './web-cookie'

export interface DepartureDeps {
  corpId: string
  agentId: number
  publicBaseUrl: string
  authorizeBase: string
  loginBase: string
  cookie: WebCookie
  states: States
  /** Gives that many random bytes. */
  random(bytes: number): Buffer
}

export type Departure = Pick<PendingSignIn, 'purpose'> & {
  /** Where they want to go: a path of ours. */
  returnPath: string
  /** How often this sign-in was begun anew. */
  attempt?: number
}

/** Sends a visitor to another address, which no cache may remember. */
export const seeOther = (location: string, setCookie?: string): HttpResponse => ({
  status: 303,
  headers: { location, ...(setCookie && { 'set-cookie': setCookie }) },
})

const nonceBytes = 16

/**
 * Sends a visitor to WeCom to be known, and remembers in their cookie that they went. Inside WeCom
 * nobody notices; in a browser on a desk they scan a code.
 *
 * @throws AppError NOT_BOUND in plain WeChat, which has no way to say which employee it is
 */
export const depart = (
  deps: DepartureDeps,
  { cookie, headers, language }: Pick<WebRequest, 'cookie' | 'headers' | 'language'>,
  { returnPath, purpose, attempt = 0 }: Departure,
): HttpResponse => {
  const { corpId, agentId, publicBaseUrl, authorizeBase, loginBase } = deps
  const hostApp = hostAppOf(headers.get('user-agent'))
  if (hostApp === 'wechat') throw new AppError('NOT_BOUND')
  const nonce = deps.random(nonceBytes).toString('hex')
  const link = {
    corpId,
    agentId,
    redirectUri: publicBaseUrl + callbackAddress(returnPath),
    state: deps.states.make(nonce, attempt, returnPath),
  }
  const scope = purpose === 'consent' ? 'snsapi_privateinfo' : 'snsapi_base'
  const location =
    hostApp === 'wecom'
      ? authorizeUrl(authorizeBase, { ...link, scope })
      : scanLoginUrl(loginBase, { ...link, language })
  const pending = [...cookie.pending, { nonce, purpose }]
  return seeOther(location, deps.cookie.write({ ...cookie, pending }))
}
