import type { MemberDetail } from '../shared/wecom/endpoints/auth-getuserdetail'
import { AppError } from '../shared/runtime/errors'
import { resultOf, settle } from '../shared/single-use/outcome'
import { depart, type DepartureDeps } from './departure'
import type { ExchangeDeps } from './exchange'
import { hostAppOf } from './host-app'
import { homePath } from './safe-return-path'
import { pageForEmployees, type Visitor, type VisitorDeps } from './visitor'
import { WebRefusal } from './web-refusal'

export interface ConsentDeps extends ExchangeDeps {
  /** What a 成员票据 opens. */
  readDetail(userTicket: string): Promise<MemberDetail>
}

/**
 * GET /web/consent: asks the employee, on a page of WeCom, for the fields that WeCom keeps from this app.
 * https://developer.work.weixin.qq.com/document/path/91022
 *
 * @throws AppError NOT_BOUND in a browser on a desk: a scan brings no consent
 */
export const createConsent = (deps: DepartureDeps & VisitorDeps) =>
  pageForEmployees(deps, (_visitor, request) => {
    if (hostAppOf(request.headers.get('user-agent')) !== 'wecom') throw new AppError('NOT_BOUND')
    return depart(deps, request, { returnPath: homePath, purpose: 'consent' })
  })

/** `given`: the record holds them now. `kept`: the employee kept them. `refused`: the code was used. */
export type ConsentOutcome = 'given' | 'kept' | 'refused'

/**
 * Takes what an employee agreed to show into their record. The ticket is used here and kept nowhere.
 *
 * @throws WebRefusal otherPerson where somebody else came back
 */
export const takeConsent = async (
  deps: ConsentDeps,
  authCode: string,
  visitor: Visitor,
): Promise<ConsentOutcome> => {
  const { userId } = visitor.record
  const use = await deps.singleUse.run(authCode, () => settle(take(deps, authCode, userId)))
  if (use === 'used') return 'refused'
  const outcome = resultOf(use.outcome)
  if (outcome === 'otherPerson') throw new WebRefusal('otherPerson')
  return outcome
}

const take = async (
  { readVisitor, readDetail, employees }: ConsentDeps,
  authCode: string,
  userId: string,
): Promise<'given' | 'kept' | 'otherPerson'> => {
  // WeCom compares user ids without regard to case.
  const isThem = (named: string | undefined) => named?.toLowerCase() === userId.toLowerCase()
  const { userId: named, userTicket } = await readVisitor(authCode)
  if (!isThem(named)) return 'otherPerson'
  if (!userTicket) return 'kept'
  const { userId: detailOf, avatar: _avatar, ...given } = await readDetail(userTicket)
  if (!isThem(detailOf)) return 'otherPerson'
  await employees.give(userId, given)
  return 'given'
}
