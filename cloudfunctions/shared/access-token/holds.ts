import { isRefusal, WecomError } from '../wecom/errors'
import type { Timings } from './timings'
import type { Hold } from './token-document'

// Corp id, secret or app are wrong, or the quota of the path is used up for a while: asking again
// changes nothing. https://developer.work.weixin.qq.com/document/path/90313 and 90454 (quota)
const firmErrcodes = [40001, 40013, 40091, 40125, 41002, 41004, 45009, 45033]

export type HoldLength = Pick<Hold, 'ms' | 'watchMs' | 'reason'>

const stepped = ({ spacingMs, backoffMaxMs }: Timings, failures: number) =>
  Math.min(spacingMs * 2 ** failures, backoffMaxMs)

/** @param failures How many gettokens in a row were of no use before this one. */
export const holdAfterFailure = (
  error: unknown,
  failures: number,
  timings: Timings,
): HoldLength => {
  const isFirm = isRefusal(error, ...firmErrcodes)
  const ms = isFirm ? timings.firmHoldMs : stepped(timings, failures)
  const reason =
    error instanceof WecomError
      ? { failure: error.failure, errcode: error.errcode ?? null }
      : { failure: 'noAnswer' as const, errcode: null }
  // A firm hold must last its whole length, whatever the clocks say.
  return { ms, watchMs: isFirm ? ms : timings.spacingMs, reason }
}

export const holdAfterSuccess = ({ spacingMs }: Timings): HoldLength => ({
  ms: spacingMs,
  watchMs: spacingMs,
  reason: null,
})

// https://developer.work.weixin.qq.com/document/path/90313: an access_token that is not valid.
const invalidToken = 40014

/** WeCom rejects a token and gives the same one again: asked less and less often. */
export const holdAfterStubbornness = (failures: number, timings: Timings): HoldLength => ({
  ms: stepped(timings, failures),
  watchMs: timings.spacingMs,
  reason: { failure: 'refused', errcode: invalidToken },
})
