import type { FailureCode } from './answer'

/**
 * `refused` and `failed` look alike to the employee; but a refusal is an answer about the person, so
 * nothing of the person may stay on the phone, while `failed` says nothing about them.
 */
export type FailureKind = 'outside' | 'notEmployee' | 'noAccess' | 'refused' | 'failed'

const KINDS: Record<FailureCode, FailureKind> = {
  NOT_BOUND: 'outside',
  OTHER_CORP: 'notEmployee',
  MINIPROGRAM_NOT_LINKED: 'notEmployee',
  MEMBER_DISABLED: 'noAccess',
  MEMBER_LEFT: 'noAccess',
  MEMBER_NOT_ACTIVATED: 'noAccess',
  MEMBER_NOT_VISIBLE: 'noAccess',
  CODE_REFUSED: 'refused',
  SESSION_REFUSED: 'refused',
  NOT_ALLOWED: 'refused',
  DATA_REFUSED: 'failed',
  BAD_INPUT: 'failed',
  TOO_LARGE: 'failed',
  SLOW_DOWN: 'failed',
  IP_NOT_TRUSTED: 'failed',
  SECRET_REFUSED: 'failed',
  NOT_CONFIGURED: 'failed',
  WECOM_REFUSED: 'failed',
  WECOM_BUSY: 'failed',
  WECOM_UNREACHABLE: 'failed',
  WECOM_TIMEOUT: 'failed',
  WECOM_ODD_REPLY: 'failed',
  UNAVAILABLE: 'failed',
  INTERNAL: 'failed',
  OFFLINE: 'failed',
  TIMEOUT: 'failed',
  NO_REPLY: 'failed',
  NOT_GIVEN: 'failed',
}

/** Every code that this version of the mini program has words for. */
export const FAILURE_CODES = Object.keys(KINDS) as FailureCode[]

/** What a failure says about the person who is asking. */
export function failureKind(code: FailureCode): FailureKind {
  return KINDS[code]
}

/** Whether outside text is a code that this version knows. */
export function isFailureCode(text: unknown): text is FailureCode {
  return typeof text === 'string' && Object.prototype.hasOwnProperty.call(KINDS, text)
}
