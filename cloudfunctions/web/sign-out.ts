import type { Audit } from '../shared/audit/audit'
import type { Mac } from '../shared/session/derived-keys'
import { seeOther } from './departure'
import type { WebHandler } from './route'
import { visitorOf, type VisitorDeps } from './visitor'
import { WebRefusal } from './web-refusal'

export interface SignOutDeps extends VisitorDeps {
  formMac: Mac
  publicBaseUrl: string
  audit: Audit
}

/** The field that a form of ours carries: only a page that we gave to this session knows it. */
export const formField = 'proof'

/**
 * POST /web/signout ends this session, here and at every function.
 *
 * @throws WebRefusal formRefused where another site may have sent the form
 */
export const createSignOut =
  (deps: SignOutDeps): WebHandler =>
  async (request) => {
    const origin = request.headers.get('origin')
    const isElsewhere = origin !== undefined && origin !== deps.publicBaseUrl
    if (isElsewhere) throw new WebRefusal('formRefused')
    const visitor = await visitorOf(deps, request)
    const { session: _ended, ...kept } = request.cookie
    const withoutSession = deps.cookie.write({ ...kept, pending: [] })
    if (visitor) {
      const { holder } = visitor
      const proof = new URLSearchParams(request.body.toString('utf8')).get(formField)
      if (!deps.formMac.fits(holder.sessionId, proof ?? '')) throw new WebRefusal('formRefused')
      const { userId, via, sessionId } = holder
      await deps.employees.endSession(userId, sessionId)
      await deps.audit.record({ kind: 'signedOut', userId, via, extent: 'oneSession' })
    }
    return seeOther('/web/signed-out', withoutSession)
  }
