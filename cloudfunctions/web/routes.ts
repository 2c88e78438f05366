import type { DomainProof } from '../shared/runtime/sections/web'
import type { KeyRing } from '../shared/session/key-ring'
import { createBadge } from './badge'
import { createCallback, type CallbackDeps } from './callback'
import { createConsent } from './consent'
import { domainProofRoute } from './domain-proof'
import { createIntrospect, type IntrospectDeps } from './introspect'
import { createJssdk, type JssdkDeps } from './jssdk'
import { createKeySet } from './key-set'
import { createMe } from './me'
import { signedOutPage } from './pages/signed-out-page'
import { createPayroll } from './payroll'
import type { WebRoute } from './route'
import { createSignIn } from './sign-in'
import { createSignOut, type SignOutDeps } from './sign-out'
import { createTokenFor, type TokenForDeps } from './token-for'

export interface RoutesDeps
  extends CallbackDeps, SignOutDeps, TokenForDeps, IntrospectDeps, JssdkDeps {
  ring: KeyRing
  domainProof: DomainProof | undefined
}

/** Every address of the web pages. */
export const createRoutes = (deps: RoutesDeps): readonly WebRoute[] => {
  const badge = createBadge(deps)
  return [
    { method: 'GET', path: '/web', answers: 'page', handle: badge },
    { method: 'GET', path: '/web/', answers: 'page', handle: badge },
    { method: 'GET', path: '/web/signin', answers: 'page', handle: createSignIn(deps) },
    { method: 'GET', path: '/web/callback', answers: 'page', handle: createCallback(deps) },
    { method: 'GET', path: '/web/me', answers: 'json', handle: createMe(deps) },
    { method: 'GET', path: '/web/consent', answers: 'page', handle: createConsent(deps) },
    { method: 'GET', path: '/web/payroll', answers: 'page', handle: createPayroll(deps) },
    { method: 'POST', path: '/web/token', answers: 'json', handle: createTokenFor(deps) },
    { method: 'GET', path: '/web/jwks.json', answers: 'json', handle: createKeySet(deps.ring) },
    { method: 'POST', path: '/web/introspect', answers: 'json', handle: createIntrospect(deps) },
    { method: 'GET', path: '/web/jssdk', answers: 'json', handle: createJssdk(deps) },
    { method: 'POST', path: '/web/signout', answers: 'page', handle: createSignOut(deps) },
    { method: 'GET', path: '/web/signed-out', answers: 'page', handle: signedOutPage },
    ...(deps.domainProof ? [domainProofRoute(deps.domainProof)] : []),
  ]
}
