import type { HttpResponse } from '../shared/runtime/http'
import { AppError } from '../shared/runtime/errors'
import type { EnterDeps } from '../shared/session/enter'
import { prolong } from '../shared/session/prolong'
import type { Caller, SessionGate } from '../shared/session/session-gate'
import { isAllowed, type AllowedEmployees } from '../shared/session/with-employee'
import type { Clock } from '../shared/runtime/clock'
import { seeOther } from './departure'
import type { WebHandler, WebRequest } from './route'
import { addressOf } from './wanted-path'
import type { WebCookie } from './web-cookie'

export interface VisitorDeps extends EnterDeps {
  gate: SessionGate
  cookie: WebCookie
  lifeSeconds: number
  clock: Clock
}

/** An employee at one of our pages. */
export interface Visitor extends Caller {
  /** The Set-Cookie header, where their session was prolonged. */
  setCookie?: string
}

/**
 * Who sent this request, by its cookie alone. In the second half of its life a session is prolonged.
 *
 * @returns undefined for whoever has no session that counts
 * @throws AppError for an employee whom WeCom does not want any more, StoreError
 */
export const visitorOf = async (
  deps: VisitorDeps,
  { cookie, log }: Pick<WebRequest, 'cookie' | 'log'>,
): Promise<Visitor | undefined> => {
  const verdict = await deps.gate.verify(cookie.session)
  if ('refusal' in verdict) {
    if (verdict.refusal !== 'absent')
      log({ event: 'refused', code: 'SESSION_REFUSED', reason: verdict.refusal })
    return undefined
  }
  const { caller } = verdict
  const isForgotten = caller.record.employee.confirmedAt === 0
  if (!isForgotten && remainingMs(deps, caller) > (deps.lifeSeconds * 1000) / 2) return caller
  const session = await prolong(deps, caller)
  if (session === 'ended' || (session === 'tooOld' && isForgotten)) return undefined
  const record = await deps.employees.current(caller.record.userId)
  const current = record?.active ? { ...caller, record } : caller
  if (current.record.employee.confirmedAt === 0) throw new AppError('UNAVAILABLE')
  if (session === 'tooOld') return current
  return { ...current, setCookie: deps.cookie.write({ ...cookie, session: session.token }) }
}

const remainingMs = ({ clock }: VisitorDeps, { holder, record }: Caller): number => {
  const live = record.sessions.find(({ sessionId }) => sessionId === holder.sessionId)
  return (live?.expiresAt ?? 0) - clock.now()
}

export type ForVisitor = (
  visitor: Visitor,
  request: WebRequest,
) => HttpResponse | Promise<HttpResponse>

/**
 * A page for employees: whoever is not known is sent to sign in, and comes back to this very address.
 * Whom it is not for is told NOT_ALLOWED.
 */
export const pageForEmployees =
  (deps: VisitorDeps, show: ForVisitor, allowed: AllowedEmployees = {}): WebHandler =>
  async (request) => {
    const visitor = await visitorOf(deps, request)
    if (visitor) return answer(show, visitor, request, allowed)
    return seeOther(`/web/signin?to=${encodeURIComponent(addressOf(request))}`)
  }

/** The same for programs: whoever is not known is told SESSION_REFUSED. */
export const jsonForEmployees =
  (deps: VisitorDeps, give: ForVisitor, allowed: AllowedEmployees = {}): WebHandler =>
  async (request) => {
    const visitor = await visitorOf(deps, request)
    if (!visitor) throw new AppError('SESSION_REFUSED')
    return answer(give, visitor, request, allowed)
  }

const answer = async (
  show: ForVisitor,
  visitor: Visitor,
  request: WebRequest,
  allowed: AllowedEmployees,
): Promise<HttpResponse> => {
  if (!isAllowed(visitor.record.standing, allowed)) throw new AppError('NOT_ALLOWED')
  const response = await show(visitor, request)
  const { setCookie } = visitor
  return {
    ...response,
    headers: { ...(setCookie && { 'set-cookie': setCookie }), ...response.headers },
  }
}
