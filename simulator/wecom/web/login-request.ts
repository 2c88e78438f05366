import type { App, Corp } from '../company/company'
import { findCorp } from '../state/lookup'
import type { World } from '../state/world'
import { readApp } from './authorize-request'
import { PageFault } from './problem'
import { readRedirectUri, type RedirectUri } from './redirect-uri'

/** The link of a scan login (企业微信授权登录), checked. */
export interface LoginRequest {
  corp: Corp
  app: App
  redirectUri: RedirectUri
  state: string | undefined
}

/**
 * Checks the parameters of either login link; throws a PageFault with the number that the login
 * panel gives the same mistake. Unlike authorize it has no rule for state.
 * https://developer.work.weixin.qq.com/document/path/98152
 */
export const readLoginRequest = (
  { pathname, searchParams: query }: URL,
  { corps, choices }: Pick<World, 'corps' | 'choices'>,
): LoginRequest => {
  const loginType = query.get('login_type')
  const isOldLink = pathname.endsWith('/qrConnect')
  if (!isOldLink && loginType !== 'CorpApp') {
    const why =
      loginType === 'ServiceApp'
        ? 'ServiceApp is the login of service providers (服务商), which is not simulated'
        : 'login_type must be CorpApp'
    throw new PageFault('LOGIN_TYPE', why, loginType === 'ServiceApp' ? -31034 : -31040)
  }
  const corp = findCorp(corps, query.get('appid') ?? '')
  if (!corp) throw new PageFault('APPID', 'no corp has this appid', -31027)
  const app = readApp(corp, query.get('agentid'))
  if (!app) throw new PageFault('AGENTID', 'there is no agentid', -31028)
  const given = query.get('redirect_uri')
  if (!given) throw new PageFault('REDIRECT_URI', 'redirect_uri is empty', -31035)
  const redirectUri = readRedirectUri(given)
  if (!redirectUri) throw new PageFault('REDIRECT_URI', 'this is no complete http or https address')
  if (choices.untrustedDomain === 'authorize') refuseUntrusted(redirectUri, app)
  return { corp, app, redirectUri, state: query.get('state') ?? undefined }
}

const refuseUntrusted = ({ domain }: RedirectUri, app: App): void => {
  const { trustedDomains, loginDomains } = app
  if (trustedDomains.includes(domain) || loginDomains.includes(domain)) return
  const known = [...loginDomains, ...trustedDomains]
  throw new PageFault(
    'REDIRECT_URI',
    `${domain} is neither a login domain (授权登录回调域) nor a trusted domain (可信域名) of ${app.name}` +
      (known.length > 0 ? `; those are ${known.join(', ')}` : ''),
    loginDomains.length > 0 ? -31020 : -31039,
  )
}
