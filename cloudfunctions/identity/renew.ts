import type { Session } from '../../typings/api'
import type { ActionCall } from '../shared/runtime/serve'
import { callerOf, refuseSession } from '../shared/session/caller'
import type { EnterDeps } from '../shared/session/enter'
import { prolong } from '../shared/session/prolong'
import type { SessionGate } from '../shared/session/session-gate'

export interface RenewDeps extends EnterDeps {
  gate: SessionGate
}

/** A new token for the same session. @throws AppError */
export const renew = async (deps: RenewDeps, call: ActionCall): Promise<{ session: Session }> => {
  const session = await prolong(deps, await callerOf(deps.gate, call))
  return typeof session === 'string' ? refuseSession(call, session) : { session }
}
