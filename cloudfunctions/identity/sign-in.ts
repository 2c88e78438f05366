import type { SignInResult } from '../../typings/api'
import type { Audit } from '../shared/audit/audit'
import type { PrivateData } from '../shared/backend/private-data'
import { AppError, toAppError } from '../shared/runtime/errors'
import { textArgument } from '../shared/runtime/request'
import type { ActionCall } from '../shared/runtime/serve'
import type { EnterDeps } from '../shared/session/enter'
import { letIn } from '../shared/session/let-in'
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
const exchangePath = '/cgi-bin/miniprogram/jscode2session'

/** Exchanges a code for a session, once, whatever arrives twice. @throws AppError */
export const signIn = async (deps: SignInDeps, call: ActionCall): Promise<SignInResult> => {
  const jsCode = textArgument(call, 'jsCode', jsCodeShape)
  const use = await deps.singleUse.run(jsCode, () => settle(exchange(deps, call, jsCode)))
  if (use === 'used') throw new AppError('CODE_REFUSED')
  return resultOf(use.outcome)
}

const exchange = (deps: SignInDeps, { client }: ActionCall, jsCode: string) =>
  letIn(deps, {
    via: 'wecom-miniprogram',
    client,
    identify: () => identify(deps, jsCode),
    meanwhile: (sessionId, { sessionKey }) =>
      // Without it a person can work, and will be asked to sign in again where it is needed.
      deps.privateData?.sessionKeys.keep(sessionId, sessionKey).catch(() => undefined),
  })

const identify = async ({ corpId: ownCorpId, exchangeCode }: SignInDeps, jsCode: string) => {
  const caller = await exchangeCode(jsCode).catch(askForAnotherCode)
  const { corpId, userId, deviceId, sessionKey } = caller
  // A person of another corp is no error to WeCom: without this line they would be one of ours.
  return { userId: corpId === ownCorpId ? userId : undefined, deviceId, sessionKey }
}

// The code may be spent, whatever WeCom would have answered: only a new one can help.
const askForAnotherCode = (error: unknown): never => {
  const isUnanswered = error instanceof WecomError && /noAnswer|oddReply/.test(error.failure)
  if (!isUnanswered || error.path !== exchangePath) throw error
  const { code, details } = toAppError(error)
  throw new AppError(code, details, 'signIn')
}
