import { clientKindOf } from '../shared/audit/client-kind'
import type { HttpResponse } from '../shared/runtime/http'
import { returnPathIn } from './callback-address'
import { takeConsent, type ConsentDeps } from './consent'
import { depart, seeOther, type DepartureDeps } from './departure'
import { exchange } from './exchange'
import type { WebHandler, WebRequest } from './route'
import { homePath } from './safe-return-path'
import { visitorOf, type Visitor, type VisitorDeps } from './visitor'
import type { PendingSignIn } from './web-cookie'
import { WebRefusal } from './web-refusal'

export interface CallbackDeps extends DepartureDeps, VisitorDeps, ConsentDeps {}

/**
 * GET /web/callback?to=…&code=…&state=…: where WeCom sends a visitor back to. A code counts only in the
 * browser that we sent away; every other way to get here ends at a clean address, or begins anew, once.
 *
 * @throws AppError, WebRefusal
 */
export const createCallback =
  (deps: CallbackDeps): WebHandler =>
  async (request) => {
    const { query, cookie } = request
    const state = deps.states.read(query.get('state'), returnPathIn(query))
    const pending = state && cookie.pending.find(({ nonce }) => nonce === state.nonce)
    const returnPath = state?.returnPath ?? homePath

    const visitor = await visitorOf(deps, request)
    if (visitor) {
      const isConsent = pending?.purpose === 'consent' && !pending.isDone && !state?.isExpired
      if (isConsent) return finishConsent(deps, request, visitor, pending)
      return seeOther(returnPath, visitor.setCookie)
    }
    if (!state) throw new WebRefusal('stateNotOurs')
    const again = (reason: WebRefusal['problem']) =>
      beginAnew(deps, request, { returnPath, attempt: state.attempt, reason })
    if (!pending) return again('cookieLost')
    if (state.isExpired || pending.isDone) return again('tooLate')
    const authCode = query.get('code')
    // The visitor pressed cancel.
    if (!authCode) throw new WebRefusal('declined')

    const client = clientKindOf(request.headers.get('user-agent'))
    const session = await exchange(deps, authCode, client)
    if (session === 'refused') return again('tooLate')
    const content = { ...cookie, session: session.token, pending: done(cookie.pending, pending) }
    return seeOther(returnPath, deps.cookie.write(content))
  }

const finishConsent = async (
  deps: CallbackDeps,
  { query, cookie }: WebRequest,
  visitor: Visitor,
  pending: PendingSignIn,
): Promise<HttpResponse> => {
  const authCode = query.get('code')
  const outcome = authCode ? await takeConsent(deps, authCode, visitor) : 'kept'
  const news = outcome === 'refused' ? '' : `?consent=${outcome}`
  const content = { ...cookie, pending: done(cookie.pending, pending) }
  return seeOther(homePath + news, deps.cookie.write(content))
}

/** Where something was lost on the way the second try goes well, or there is no point in a third. */
const beginAnew = (
  deps: DepartureDeps,
  request: WebRequest,
  {
    returnPath,
    attempt,
    reason,
  }: { returnPath: string; attempt: number; reason: WebRefusal['problem'] },
): HttpResponse => {
  request.log({ event: 'refused', code: 'CODE_REFUSED', reason })
  if (attempt > 0) throw new WebRefusal(reason)
  return depart(deps, request, { returnPath, purpose: 'signIn', attempt: attempt + 1 })
}

const done = (all: readonly PendingSignIn[], one: PendingSignIn): PendingSignIn[] =>
  all.map((pending) => (pending === one ? { ...pending, isDone: true } : pending))
