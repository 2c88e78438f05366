import type { Session } from '../../typings/api'
import type { Audit } from '../shared/audit/audit'
import type { ClientKind } from '../shared/audit/client-kind'
import { AppError, toAppError } from '../shared/runtime/errors'
import { enter, type EnterDeps } from '../shared/session/enter'
import { resultOf, settle } from '../shared/single-use/outcome'
import type { SingleUse } from '../shared/single-use/single-use'
import type { WebVisitor } from '../shared/wecom/endpoints/web-visitor'

export interface ExchangeDeps extends EnterDeps {
  /** Exchanges a code of the authorize or scan page; each can be exchanged once. */
  readVisitor(authCode: string): Promise<WebVisitor>
  singleUse: SingleUse
  audit: Audit
}

// 网页授权 code: at most 512 bytes; WeCom documents no alphabet.
const authCodeShape = /^[\w.=+/-]{1,512}$/
// A person of a linked corp (互联企业) is named `CorpId/userid`: one of theirs, none of ours.
const userIdShape = /^[\w@.-]{1,64}$/
const via = 'web'

/**
 * Exchanges a code for a session, once, whatever arrives twice: a reload, a prefetch.
 *
 * @returns `refused` for a code that was brought before, has expired, or never was one
 * @throws AppError
 */
export const exchange = async (
  deps: ExchangeDeps,
  authCode: string,
  client: ClientKind,
): Promise<Session | 'refused'> => {
  if (!authCodeShape.test(authCode)) return 'refused'
  const use = await deps.singleUse.run(authCode, () => settle(signIn(deps, authCode, client)))
  const isRefused = use === 'used' || ('code' in use.outcome && use.outcome.code === 'CODE_REFUSED')
  return isRefused ? 'refused' : resultOf(use.outcome)
}

const signIn = async (
  deps: ExchangeDeps,
  authCode: string,
  client: ClientKind,
): Promise<Session> => {
  const onRecord = (userId?: string) => async (error: unknown) => {
    const reason = toAppError(error).code
    const who = { ...(userId && { userId }), via, client } as const
    await deps.audit.record({ kind: 'signInRefused', ...who, reason })
    throw error
  }
  const named = await identify(deps, authCode).catch(onRecord())
  const { session, employee } = await enter(deps, { userId: named, via }).catch(onRecord(named))
  await deps.audit.record({ kind: 'signIn', userId: employee.userId, via, client })
  return session
}

/** @throws AppError OTHER_CORP for whoever is no member: a customer, a stranger, somebody of a linked corp */
const identify = async ({ readVisitor }: ExchangeDeps, authCode: string): Promise<string> => {
  const { userId } = await readVisitor(authCode)
  if (userId === undefined || !userIdShape.test(userId)) throw new AppError('OTHER_CORP')
  return userId
}
