import type { BackendToken } from '../../typings/api'
import { decideOn } from '../shared/employees/admission'
import type { Profiles } from '../shared/employees/profiles'
import { AppError } from '../shared/runtime/errors'
import { textArgument } from '../shared/runtime/request'
import type { ActionCall } from '../shared/runtime/serve'
import type { BackendTokens } from '../shared/session/backend-token'
import type { Backends } from '../shared/session/backends'
import { callerOf } from '../shared/session/caller'
import type { SessionGate } from '../shared/session/session-gate'

export interface TokenForDeps {
  gate: SessionGate
  profiles: Profiles
  backends: Backends
  backendTokens: BackendTokens
}

/**
 * A token that names the caller to one of BACKENDS, for five minutes.
 *
 * @throws AppError BAD_INPUT for a back-end that is not configured
 */
export const tokenFor = async (
  { gate, profiles, backends, backendTokens }: TokenForDeps,
  call: ActionCall,
): Promise<BackendToken> => {
  const { holder, record } = await callerOf(gate, call)
  const audience = textArgument(call, 'audience', /^[^]{1,64}$/)
  if (!backends.has(audience)) throw new AppError('BAD_INPUT', { field: 'audience' })
  // Something has happened that WeCom has to be asked about, before anybody else believes us.
  if (record.employee.confirmedAt === 0) {
    await decideOn(record.userId, () => profiles.confirm(record, record.userId))
  }
  return backendTokens.sign(audience, { ...holder, userId: record.userId })
}
