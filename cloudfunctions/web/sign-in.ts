import { depart, seeOther, type DepartureDeps } from './departure'
import type { WebHandler } from './route'
import { safeReturnPath } from './safe-return-path'
import { visitorOf, type VisitorDeps } from './visitor'

/**
 * GET /web/signin?to=/path: the cookie first; only who has no session is sent to WeCom.
 *
 * @throws AppError NOT_BOUND in plain WeChat
 */
export const createSignIn =
  (deps: DepartureDeps & VisitorDeps): WebHandler =>
  async (request) => {
    const returnPath = safeReturnPath(request.query.get('to'))
    const visitor = await visitorOf(deps, request)
    if (visitor) return seeOther(returnPath, visitor.setCookie)
    return depart(deps, request, { returnPath, purpose: 'signIn' })
  }
