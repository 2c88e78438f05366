import type { ProfileField, Sealed, Unsealed } from '../../typings/api'
import type { PrivateData } from '../shared/backend/private-data'
import type { Employees } from '../shared/employees/employees'
import type { Given } from '../shared/employees/given'
import { unseal } from '../shared/private-data/unseal'
import type { Clock } from '../shared/runtime/clock'
import { AppError } from '../shared/runtime/errors'
import { textArgument } from '../shared/runtime/request'
import type { ActionCall } from '../shared/runtime/serve'
import { callerOf } from '../shared/session/caller'
import type { Caller, SessionGate } from '../shared/session/session-gate'

export interface UnsealDeps {
  gate: SessionGate
  employees: Employees
  /** Undefined while MINIPROGRAM_APP_ID is not set. */
  privateData: PrivateData | undefined
  /** PROFILE_FIELDS: of what is opened, only this is stored. */
  fields: ReadonlySet<ProfileField>
  clock: Clock
}

const kindShape = /^(userInfo|mobile|email)$/
const anyText = /^[^]{1,8192}$/

/**
 * Opens what wx.qy gave the caller's phone encrypted. Whatever does not fit is one error, which says to
 * sign in again: a newer sign-in may have replaced the key, and nobody learns more from it.
 *
 * @throws AppError DATA_REFUSED, SLOW_DOWN, NOT_CONFIGURED; StoreError
 */
export const unsealForCaller = async (deps: UnsealDeps, call: ActionCall): Promise<Unsealed> => {
  const { privateData, employees, fields } = deps
  const caller = await callerOf(deps.gate, call)
  const sealed = readSealed(call)
  if (!privateData) {
    call.log({ event: 'misconfigured', problems: ['MINIPROGRAM_APP_ID is missing'] })
    throw new AppError('NOT_CONFIGURED')
  }
  const { userId } = caller.record
  if (!(await privateData.limit.take(userId.toLowerCase()))) throw new AppError('SLOW_DOWN')
  const opened = await open(sealed, caller, privateData, deps.clock.now())
  if ('refusal' in opened) {
    call.log({ event: 'refused', code: 'DATA_REFUSED', reason: opened.refusal })
    throw new AppError('DATA_REFUSED')
  }
  const given = listed(opened.data, fields)
  if (Object.keys(given).length > 0) await employees.give(userId, given)
  return opened.data
}

const open = async (
  sealed: Sealed,
  { holder, record }: Caller,
  { sessionKeys, miniprogramAppId, oldestMs }: PrivateData,
  now: number,
) => {
  const sessionKey = await sessionKeys.read(holder.sessionId)
  if (sessionKey === undefined) return { refusal: 'noSessionKey' }
  const { corpId } = holder
  const { userId } = record
  return unseal(sealed, { sessionKey, miniprogramAppId, corpId, userId, now, oldestMs })
}

const readSealed = (call: ActionCall): Sealed => {
  const text = (name: string) => textArgument(call, name, anyText)
  const ifGiven = <N extends 'rawData' | 'signature'>(name: N) =>
    Object.hasOwn(call.arguments, name) && { [name]: text(name) }
  return {
    kind: textArgument(call, 'kind', kindShape) as Sealed['kind'],
    encryptedData: text('encryptedData'),
    iv: text('iv'),
    ...ifGiven('rawData'),
    ...ifGiven('signature'),
  }
}

const listed = ({ mobile, email, gender }: Unsealed, fields: ReadonlySet<ProfileField>): Given => ({
  ...(mobile && fields.has('mobile') && { mobile }),
  ...(email && fields.has('email') && { email }),
  ...(gender && fields.has('gender') && { gender }),
})
