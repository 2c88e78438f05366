import type { ActiveRecord, EmployeeRecord } from '../shared/employees/employee-record'
import type { Employees } from '../shared/employees/employees'
import { jsonResponse, type HttpResponse } from '../shared/runtime/http'
import type { BackendTokens } from '../shared/session/backend-token'
import type { Backends } from '../shared/session/backends'
import { issuer } from '../shared/session/claims'
import { formValue } from './form'
import type { WebHandler, WebRequest } from './route'

export interface IntrospectDeps {
  corpId: string
  backends: Backends
  backendTokens: BackendTokens
  employees: Employees
}

/**
 * POST /web/introspect with `token` (RFC 7662): whether a token still counts, and what its employee is
 * in the company right now, for a back-end that shows its secret. Why a token does not count, nobody is
 * told; one for another back-end does not.
 *
 * @throws AppError BAD_INPUT, StoreError when the store has been away for more than a minute
 */
export const createIntrospect =
  (deps: IntrospectDeps): WebHandler =>
  async (request) => {
    const audience = backendOf(deps.backends, request)
    if (audience === undefined) return unknownBackend
    return jsonResponse(200, await describe(deps, formValue(request, 'token'), audience))
  }

const describe = async (
  { corpId, backendTokens, employees }: IntrospectDeps,
  token: string,
  audience: string,
): Promise<object> => {
  const inactive = { active: false }
  const holder = backendTokens.read(token, audience)
  if (!holder) return inactive
  const { userId, sessionId } = holder
  // Before it is refused it is looked up anew: it may be of a session that began a moment ago.
  const record =
    ifLive(sessionId, await employees.current(userId)) ??
    ifLive(sessionId, await employees.anew(userId))
  if (!record) return inactive
  const { confirmedAt, name, departments, roles } = record.employee
  // Something has happened that WeCom has to be asked about, and a back-end can't ask it.
  if (confirmedAt === 0) return inactive
  return {
    active: true,
    iss: issuer,
    aud: audience,
    sub: record.userId,
    cid: corpId,
    iat: holder.issuedAt,
    exp: holder.expiresAt,
    name,
    departments: departments.map(({ id }) => id),
    roles,
  }
}

/** The record of somebody who may work, if this session of theirs still counts. */
const ifLive = (
  sessionId: string,
  record: EmployeeRecord | undefined,
): ActiveRecord | undefined => {
  const isLive = record?.sessions.some((session) => session.sessionId === sessionId)
  return record?.active && isLive ? record : undefined
}

// `WWW-Authenticate` and this body are what OAuth clients expect: RFC 6749 §5.2.
const unknownBackend: HttpResponse = {
  ...jsonResponse(401, { error: 'invalid_client' }),
  headers: {
    'content-type': 'application/json; charset=utf-8',
    'www-authenticate': 'Basic realm="introspect", charset="UTF-8"',
  },
}

/** The back-end that shows its secret, by HTTP Basic (RFC 7617) as its name and its password. */
const backendOf = (
  backends: Backends,
  { headers, log }: Pick<WebRequest, 'headers' | 'log'>,
): string | undefined => {
  const [, encoded = ''] = /^Basic ([\w+/]+={0,2})$/i.exec(headers.get('authorization') ?? '') ?? []
  const given = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = given.indexOf(':')
  const audience = given.slice(0, Math.max(colon, 0))
  if (backends.isSecretOf(audience, given.slice(colon + 1))) return audience
  log({ event: 'refused', code: 'NOT_ALLOWED', reason: 'backendSecret' })
  return undefined
}
