import type { Employee, ErrorCode, ErrorDetails, Retry, SignInResult } from '../../typings/api'
import type { Directory, DirectoryEntry } from '../shared/directory/directory'
import { AppError, toAppError } from '../shared/runtime/errors'
import { textArgument } from '../shared/runtime/request'
import type { ActionCall, FunctionDefinition } from '../shared/runtime/serve'
import type { Sessions } from '../shared/session/sessions'
import type { SingleUse } from '../shared/single-use/single-use'
import type { MiniprogramCaller } from '../shared/wecom/endpoints/miniprogram-jscode2session'
import type { MemberStatus } from '../shared/wecom/endpoints/user-get'
import { WecomError } from '../shared/wecom/errors'

export interface IdentityDeps {
  corpId: string
  /** Exchanges a code of wx.qy.login; each can be exchanged once. */
  exchangeCode(jsCode: string): Promise<MiniprogramCaller>
  directory: Directory
  sessions: Sessions
  singleUse: SingleUse
}

// 临时登录凭证: WeCom documents no alphabet; codes seen are base64url and dots.
const jsCodeShape = /^[\w.=+/-]{1,512}$/
const exchangePath = '/cgi-bin/miniprogram/jscode2session'
// What WeCom gives instead of an id to an app that is not linked: `wo` and 30 more.
const encryptedIdShape = /^wo[\w-]{30}$/

/** Who is this, and what may they see: the one function that answers it for all others. */
export const createIdentity = (deps: IdentityDeps): FunctionDefinition => ({
  via: ['callFunction', 'http'],
  actions: {
    signIn: (call) => signIn(deps, call),
    profile: (call) => profile(deps, call),
  },
})

type SignInOutcome =
  { result: SignInResult } | { code: ErrorCode; retry: Retry; details?: ErrorDetails }

const signIn = async (deps: IdentityDeps, call: ActionCall): Promise<SignInResult> => {
  const jsCode = textArgument(call, 'jsCode', jsCodeShape)
  const use = await deps.singleUse.run(jsCode, () => outcomeOf(exchange(deps, jsCode)))
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
  { corpId, exchangeCode, directory, sessions }: IdentityDeps,
  jsCode: string,
): Promise<SignInResult> => {
  const caller = await exchangeCode(jsCode).catch(askForAnotherCode)
  // A person of another corp is no error to WeCom: without this line they would be one of ours.
  if (caller.corpId !== corpId) throw new AppError('OTHER_CORP')
  const employee = await admit(() => directory.confirm(caller.userId), caller.userId)
  const session = sessions.issue({ userId: employee.userId, via: 'wecom-miniprogram' })
  return { session, employee }
}

// The code may be spent, whatever WeCom would have answered: only a new one can help.
const askForAnotherCode = (error: unknown): never => {
  const isUnanswered = error instanceof WecomError && /noAnswer|oddReply/.test(error.failure)
  if (!isUnanswered || error.path !== exchangePath) throw error
  const { code, details } = toAppError(error)
  throw new AppError(code, details, 'signIn')
}

const profile = async (
  { directory, sessions }: IdentityDeps,
  { session, log }: ActionCall,
): Promise<{ employee: Employee }> => {
  const verdict = sessions.verify(session)
  if ('refusal' in verdict) {
    log({ event: 'refused', code: 'SESSION_REFUSED', reason: verdict.refusal })
    throw new AppError('SESSION_REFUSED')
  }
  const { userId } = verdict.holder
  return { employee: await admit(() => directory.entry(userId), userId) }
}

const refusals: Record<Exclude<MemberStatus, 'active'>, ErrorCode> = {
  disabled: 'MEMBER_DISABLED',
  left: 'MEMBER_LEFT',
  notActivated: 'MEMBER_NOT_ACTIVATED',
}

const admit = async (
  readEntry: () => Promise<DirectoryEntry>,
  userId: string,
): Promise<Employee> => {
  const { employee, status } = await readEntry().catch((error: unknown) => {
    const { code, details } = toAppError(error)
    // Our own corp with an encrypted id: the mini program is not linked to the app of this secret.
    // Decided only now, because a real user id may happen to look like one.
    if (code === 'MEMBER_NOT_VISIBLE' && encryptedIdShape.test(userId)) {
      throw new AppError('MINIPROGRAM_NOT_LINKED', details)
    }
    throw error
  })
  if (status !== 'active') throw new AppError(refusals[status])
  return employee
}
