import { AppError } from '../runtime/errors'
import type { ActionCall } from '../runtime/serve'
import type { Caller, SessionGate } from './session-gate'

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
  if ('caller' in verdict) return verdict.caller
  log({ event: 'refused', code: 'SESSION_REFUSED', reason: verdict.refusal })
  throw new AppError('SESSION_REFUSED')
}
