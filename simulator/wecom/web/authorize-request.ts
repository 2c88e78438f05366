import type { App, Corp } from '../company/company'
import { findApp, findCorp } from '../state/lookup'
import type { World } from '../state/world'
import { PageFault } from './problem'
import { readRedirectUri, type RedirectUri } from './redirect-uri'

/** 网页授权链接, checked. */
export interface AuthorizeRequest {
  corp: Corp
  /** undefined: the link named none, which only snsapi_base may. */
  app: App | undefined
  scope: Scope
  redirectUri: RedirectUri
  state: string | undefined
  /** Something the developer should know although the link works. */
  note?: string
}

type Scope = 'snsapi_base' | 'snsapi_userinfo' | 'snsapi_privateinfo'

const scopes: readonly string[] = ['snsapi_base', 'snsapi_userinfo', 'snsapi_privateinfo']

/**
 * Checks the parameters of the link; throws a PageFault. `#wechat_redirect` is a fragment: a browser
 * keeps it to itself, so no server can tell whether it is there.
 * https://developer.work.weixin.qq.com/document/path/91022
 */
export const readAuthorizeRequest = (
  query: URLSearchParams,
  { corps, choices }: Pick<World, 'corps' | 'choices'>,
): AuthorizeRequest => {
  const corp = findCorp(corps, query.get('appid') ?? '')
  if (!corp) throw new PageFault('APPID', 'no corp has this appid')
  const app = readApp(corp, query.get('agentid'))
  if (query.get('response_type') !== 'code') {
    throw new PageFault('RESPONSE_TYPE', 'response_type is not "code"')
  }
  const asked = query.get('scope') ?? ''
  if (!scopes.includes(asked)) throw new PageFault('SCOPE', 'this is none of the scopes')
  const state = readState(query.get('state'))
  const isDowngraded = asked === 'snsapi_privateinfo' && !app
  if (isDowngraded && choices.privateInfoWithoutAgent === 'error') {
    throw new PageFault('AGENTID', 'snsapi_privateinfo needs an agentid')
  }
  const redirectUri = readRedirectUri(query.get('redirect_uri'))
  if (!redirectUri) throw new PageFault('REDIRECT_URI', 'this is no complete http or https address')
  if (choices.untrustedDomain === 'authorize') refuseUntrusted(redirectUri, corp, app)
  return {
    corp,
    app,
    scope: isDowngraded ? 'snsapi_base' : (asked as Scope),
    redirectUri,
    state,
    ...(isDowngraded && { note: 'snsapi_privateinfo without agentid became snsapi_base' }),
  }
}

/** undefined where the link names no app. */
export const readApp = (corp: Corp, agentId: string | null): App | undefined => {
  if (!agentId) return undefined
  const app = /^\d{1,15}$/.test(agentId) ? findApp(corp, Number(agentId)) : undefined
  if (!app) throw new PageFault('AGENTID', `${corp.name} has no app with this agentid`)
  if (!app.enabled) throw new PageFault('APP_DISABLED', `${app.name} is disabled (应用已停用)`)
  return app
}

const readState = (state: string | null): string | undefined => {
  if (state === null) return undefined
  if (/^[a-zA-Z0-9]{0,128}$/.test(state)) return state
  const why = state.endsWith('#wechat_redirect')
    ? 'the "#" of #wechat_redirect was encoded and became part of the state'
    : 'state has other characters than letters and digits, or more than 128 bytes'
  throw new PageFault('STATE', why, 84025)
}

/** Host and port to the letter; the scheme and the path do not count. */
const refuseUntrusted = ({ domain }: RedirectUri, corp: Corp, app: App | undefined): void => {
  const trusting = corp.apps.filter(({ trustedDomains }) => trustedDomains.includes(domain))
  if (app ? trusting.includes(app) : trusting.length > 0) return
  const [other] = trusting
  if (other)
    throw new PageFault('REDIRECT_URI', `${domain} is trusted by ${other.name}, not by this app`)
  const trusted = (app ? [app] : corp.apps).flatMap(({ trustedDomains }) => trustedDomains)
  const list = trusted.length > 0 ? `trusted are ${trusted.join(', ')}` : 'no domain is trusted'
  throw new PageFault('REDIRECT_URI', `${domain} is not a trusted domain (可信域名): ${list}`)
}
