import { AppError } from '../runtime/errors'
import type { ActionCall } from '../runtime/serve'
import type { Caller, SessionGate, SessionRefusal } from './session-gate'

/**
 * Who makes this call. Outside, every refusal is the same; its reason stands in the log.
 *
 * @throws AppError SESSION_REFUSED
 */
export const callerOf = async (
  gate: SessionGate,
  { session, log }: Pick<ActionCall, 'session' | 'log'>,
): Promise<Caller> => {
  const verdict = await gate.verify(session)
  return 'caller' in verdict ? verdict.caller : refuseSession({ log }, verdict.refusal)
}

/** @throws AppError SESSION_REFUSED, always */
export const refuseSession = (
  { log }: Pick<ActionCall, 'log'>,
  reason: SessionRefusal | 'tooOld' | 'forgotten',
): never => {
  log({ event: 'refused', code: 'SESSION_REFUSED', reason })
  throw new AppError('SESSION_REFUSED')
}
