import type { SignInResult } from '../../typings/api'
import type { Audit } from '../shared/audit/audit'
import type { PrivateData } from '../shared/backend/private-data'
import { AppError, toAppError } from '../shared/runtime/errors'
import { textArgument } from '../shared/runtime/request'
import type { ActionCall } from '../shared/runtime/serve'
import { enter, type EnterDeps } from '../shared/session/enter'
import { resultOf, settle } from '../shared/single-use/outcome'
import type { SingleUse } from '../shared/single-use/single-use'
import type { MiniprogramCaller } from '../shared/wecom/endpoints/miniprogram-jscode2session'
import { WecomError } from '../shared/wecom/errors'

export interface SignInDeps extends EnterDeps {
  corpId: string
  /** Exchanges a code of wx.qy.login; each can be exchanged once. */
  exchangeCode(jsCode: string): Promise<MiniprogramCaller>
  singleUse: SingleUse
  audit: Audit
  /** Keeps the session_key for `unseal`; undefined where nothing is unsealed. */
  privateData: PrivateData | undefined
}

// 临时登录凭证: WeCom documents no alphabet; codes seen are base64url and dots.
const jsCodeShape = /^[\w.=+/-]{1,512}$/
const via = 'wecom-miniprogram'
const exchangePath = '/cgi-bin/miniprogram/jscode2session'

/** Exchanges a code for a session, once, whatever arrives twice. @throws AppError */
export const signIn = async (deps: SignInDeps, call: ActionCall): Promise<SignInResult> => {
  const jsCode = textArgument(call, 'jsCode', jsCodeShape)
  const use = await deps.singleUse.run(jsCode, () => settle(exchange(deps, call, jsCode)))
  if (use === 'used') throw new AppError('CODE_REFUSED')
  return resultOf(use.outcome)
}

const exchange = async (
  deps: SignInDeps,
  { client }: ActionCall,
  jsCode: string,
): Promise<SignInResult> => {
  const onRecord = (userId?: string) => async (error: unknown) => {
    const reason = toAppError(error).code
    const who = { ...(userId && { userId }), via, client } as const
    await deps.audit.record({ kind: 'signInRefused', ...who, reason })
    throw error
  }
  const caller = await identify(deps, jsCode).catch(onRecord())
  const result = await admit(deps, caller).catch(onRecord(caller.userId))
  await deps.audit.record({ kind: 'signIn', userId: result.employee.userId, via, client })
  return result
}

const identify = async (
  { corpId, exchangeCode }: SignInDeps,
  jsCode: string,
): Promise<MiniprogramCaller> => {
  const caller = await exchangeCode(jsCode).catch(askForAnotherCode)
  // A person of another corp is no error to WeCom: without this line they would be one of ours.
  if (caller.corpId !== corpId) throw new AppError('OTHER_CORP')
  return caller
}

// The code may be spent, whatever WeCom would have answered: only a new one can help.
const askForAnotherCode = (error: unknown): never => {
  const isUnanswered = error instanceof WecomError && /noAnswer|oddReply/.test(error.failure)
  if (!isUnanswered || error.path !== exchangePath) throw error
  const { code, details } = toAppError(error)
  throw new AppError(code, details, 'signIn')
}

const admit = (deps: SignInDeps, { userId, sessionKey }: MiniprogramCaller) =>
  enter(deps, { userId, via }, (sessionId) =>
    // Without it a person can work, and will be asked to sign in again where it is needed.
    deps.privateData?.sessionKeys.keep(sessionId, sessionKey).catch(() => undefined),
  )
