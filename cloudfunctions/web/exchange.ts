import type { Session } from '../../typings/api'
import type { Audit } from '../shared/audit/audit'
import type { ClientKind } from '../shared/audit/client-kind'
import type { EnterDeps } from '../shared/session/enter'
import { letIn, type Named } from '../shared/session/let-in'
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
  const identify = () => memberOf(deps, authCode)
  const { session } = await letIn(deps, { via: 'web', client, identify })
  return session
}

/** Nobody of ours is whoever is no member: a customer, a stranger, somebody of a linked corp. */
const memberOf = async ({ readVisitor }: ExchangeDeps, authCode: string): Promise<Named> => {
  const { userId = '', deviceId } = await readVisitor(authCode)
  return { userId: userIdShape.test(userId) ? userId : undefined, deviceId }
}
