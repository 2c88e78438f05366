import type { ErrorCode, ErrorDetails, Retry } from '../../typings/api'

/** What stops a call on the phone itself, before any server could answer. */
export type PhoneFailureCode = 'OFFLINE' | 'TIMEOUT' | 'NO_REPLY' | 'NOT_GIVEN'

export type FailureCode = ErrorCode | PhoneFailureCode

export interface Failure {
  code: FailureCode
  retry: Retry
  /** Empty when no server was reached. */
  traceId: string
  details?: ErrorDetails
}

/** A reply of the cloud, or the reason why there is none. */
export type Answer<T> = { ok: true; data: T } | { ok: false; error: Failure }

/** Answer for a call that failed on the phone. */
export function phoneFailure(code: PhoneFailureCode): { ok: false; error: Failure } {
  const retry = code === 'NOT_GIVEN' ? 'no' : 'later'
  return { ok: false, error: { code, retry, traceId: '' } }
}
