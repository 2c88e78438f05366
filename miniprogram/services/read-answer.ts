import type { ErrorDetails, Retry } from '../../typings/api'
import { phoneFailure } from './answer'
import type { Answer } from './answer'
import { isFailureCode } from './failure-kinds'

const RETRIES: Retry[] = ['no', 'later', 'signIn']

/**
 * Reads what came back from the wire, in whatever shape, as an answer. A proxy's error page, an empty
 * body or half a reply is NO_REPLY; a code of a newer server than this phone knows is INTERNAL.
 */
export function readAnswer<T>(body: unknown): Answer<T> {
  if (!isObject(body)) return phoneFailure('NO_REPLY')
  if (body.ok === true && isObject(body.data)) return { ok: true, data: body.data as T }
  if (body.ok !== false || !isObject(body.error)) return phoneFailure('NO_REPLY')
  const { code, retry, traceId, details } = body.error
  if (typeof code !== 'string') return phoneFailure('NO_REPLY')
  return {
    ok: false,
    error: {
      code: isFailureCode(code) ? code : 'INTERNAL',
      retry: RETRIES.find((known) => known === retry) ?? 'no',
      traceId: typeof traceId === 'string' ? traceId : '',
      ...(isObject(details) ? { details: details as ErrorDetails } : {}),
    },
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
