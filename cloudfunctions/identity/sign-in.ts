import type { ErrorCode, ErrorDetails, Retry, SignInResult } from '../../typings/api'
import type { Audit } from '../shared/audit/audit'
import type { PrivateData } from '../shared/backend/private-data'
import type { ActiveRecord } from '../shared/employees/employee-record'
import type { Employees } from '../shared/employees/employees'
import type { Confirmed, Profiles } from '../shared/employees/profiles'
import { AppError, toAppError } from '../shared/runtime/errors'
import { textArgument } from '../shared/runtime/request'
import type { ActionCall } from '../shared/runtime/serve'
import type { Sessions } from '../shared/session/sessions'
import type { SingleUse } from '../shared/single-use/single-use'
import type { MiniprogramCaller } from '../shared/wecom/endpoints/miniprogram-jscode2session'
import { WecomError } from '../shared/wecom/errors'
import { decideOn } from './admission'

export interface SignInDeps {
  corpId: string
  /** Exchanges a code of wx.qy.login; each can be exchanged once. */
  exchangeCode(jsCode: string): Promise<MiniprogramCaller>
  employees: Employees
  profiles: Profiles
  sessions: Sessions
  singleUse: SingleUse
  audit: Audit
  /** Keeps the session_key for `unseal`; undefined where nothing is unsealed. */
  privateData: PrivateData | undefined
}

// 临时登录凭证: WeCom documents no alphabet; codes seen are base64url and dots.
const jsCodeShape = /^[\w.=+/-]{1,512}$/
const via = 'wecom-miniprogram'
const exchangePath = '/cgi-bin/miniprogram/jscode2session'

type SignInOutcome =
  { result: SignInResult } | { code: ErrorCode; retry: Retry; details?: ErrorDetails }

/** Exchanges a code for a session, once, whatever arrives twice. @throws AppError */
export const signIn = async (deps: SignInDeps, call: ActionCall): Promise<SignInResult> => {
  const jsCode = textArgument(call, 'jsCode', jsCodeShape)
  const use = await deps.singleUse.run(jsCode, () => outcomeOf(exchange(deps, call, jsCode)))
  if (use === 'used') throw new AppError('CODE_REFUSED')
  if ('result' in use.outcome) return use.outcome.result
  const { code, details, retry } = use.outcome
  throw new AppError(code, details, retry)
}

/** Whoever brings the same code meanwhile gets the same answer, so a refusal is one as well. */
const outcomeOf = (signingIn: Promise<SignInResult>): Promise<SignInOutcome> =>
  signingIn.then(
    (result) => ({ result }),
    (error: unknown) => {
      const { code, details, retry } = toAppError(error)
      // A fault of ours is logged by whoever has the stack.
      if (code === 'INTERNAL') throw error
      return { code, retry, ...(details && { details }) }
    },
  )

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
  const result = await enter(deps, caller).catch(onRecord(caller.userId))
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

/** Twice at most: a revocation that came while WeCom was asked is decided by asking it again. */
const enter = async (deps: SignInDeps, caller: MiniprogramCaller): Promise<SignInResult> => {
  const result = (await admit(deps, caller)) ?? (await admit(deps, caller))
  if (!result) throw new AppError('SESSION_REFUSED')
  return result
}

/** Undefined when the person was revoked meanwhile. */
const admit = async (
  { employees, profiles, sessions, privateData }: SignInDeps,
  { userId, sessionKey }: MiniprogramCaller,
): Promise<SignInResult | undefined> => {
  // With the store away nobody is known, and WeCom is asked.
  const record = await employees.read(userId).catch(() => undefined)
  const fresh = profiles.fresh(record)
  const confirmed = fresh
    ? fromRecord(fresh)
    : await decideOn(userId, () => profiles.ask(record, userId))
  const { employee } = confirmed
  const { session, live } = sessions.issue({ userId: employee.userId, via })
  const [admission] = await Promise.all([
    employees.admit(confirmed, live, confirmed.askedAt),
    // Without it a person can work, and will be asked to sign in again where it is needed.
    privateData?.sessionKeys.keep(live.sessionId, sessionKey).catch(() => undefined),
  ])
  return admission === 'admitted' ? { session, employee } : undefined
}

const fromRecord = ({ employee, standing }: ActiveRecord): Confirmed => ({
  employee,
  standing,
  status: 'active',
  askedAt: employee.confirmedAt,
})
