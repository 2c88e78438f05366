import type { SignInResult } from '../../../typings/api'
import type { Audit } from '../audit/audit'
import type { ClientKind } from '../audit/client-kind'
import { AppError, toAppError } from '../runtime/errors'
import { enter, type EnterDeps } from './enter'
import type { Door } from './session-token'

/** Whom WeCom names for a code. */
export interface Named {
  /** Undefined for whoever is nobody of our corp. */
  userId: string | undefined
  /** 手机设备号, where WeCom tells it. */
  deviceId: string | undefined
}

/** Somebody at one of our doors, who has brought a code. */
export interface Knock<N extends Named> {
  via: Door
  client: ClientKind
  /** Asks WeCom whose the code is. */
  identify(): Promise<N>
  /** Is done beside the writing of the record, for the id of the new session. */
  meanwhile?: (sessionId: string, named: N) => Promise<unknown> | undefined
}

/**
 * A sign-in from the answer of WeCom to the session, on record whichever way it ends.
 *
 * @throws AppError OTHER_CORP for nobody of ours, WecomError, StoreError
 */
export const letIn = async <N extends Named>(
  deps: EnterDeps & { audit: Audit },
  { via, client, identify, meanwhile }: Knock<N>,
): Promise<SignInResult> => {
  let known: { userId?: string; deviceId?: string } = {}
  const signIn = async (): Promise<SignInResult> => {
    const named = await identify()
    const { userId, deviceId } = named
    known = { ...(userId && { userId }), ...(deviceId && { deviceId }) }
    if (!userId) throw new AppError('OTHER_CORP')
    return enter(deps, { userId, via }, (sessionId) => meanwhile?.(sessionId, named))
  }
  const result = await signIn().catch(async (error: unknown) => {
    const reason = toAppError(error).code
    await deps.audit.record({ kind: 'signInRefused', ...known, via, client, reason })
    throw error
  })
  const { userId } = result.employee
  await deps.audit.record({ kind: 'signIn', ...known, userId, via, client })
  return result
}
