import { AppError } from '../shared/runtime/errors'
import { jsonResponse } from '../shared/runtime/http'
import type { BackendTokens } from '../shared/session/backend-token'
import type { Backends } from '../shared/session/backends'
import { formValue } from './form'
import { jsonForEmployees, type VisitorDeps } from './visitor'

export interface TokenForDeps extends VisitorDeps {
  backends: Backends
  backendTokens: BackendTokens
}

/**
 * POST /web/token with `audience`: a token that names this browser's employee to one of BACKENDS, for
 * scripts of our own pages. No other site can have it: its POST comes without our cookie.
 */
export const createTokenFor = (deps: TokenForDeps) =>
  jsonForEmployees(deps, ({ holder, record: { userId } }, request) => {
    const audience = formValue(request, 'audience')
    if (!deps.backends.has(audience)) throw new AppError('BAD_INPUT', { field: 'audience' })
    const data = deps.backendTokens.sign(audience, { ...holder, userId })
    return jsonResponse(200, { ok: true, data })
  })
