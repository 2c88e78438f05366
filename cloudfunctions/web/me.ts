import { jsonResponse } from '../shared/runtime/http'
import { jsonForEmployees, type VisitorDeps } from './visitor'

/** GET /web/me: the employee of this browser's session, for scripts of our own pages. */
export const createMe = (deps: VisitorDeps) =>
  jsonForEmployees(deps, ({ record: { employee } }) =>
    jsonResponse(200, { ok: true, data: { employee } }),
  )
