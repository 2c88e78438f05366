import type { ErrorCode, ErrorDetails, Retry } from '../../../typings/api'
import { AppError, toAppError } from '../runtime/errors'

/** What became of some work, in JSON: whoever shares it gets the same answer, a refusal included. */
export type Outcome<T> = { result: T } | { code: ErrorCode; retry: Retry; details?: ErrorDetails }

/** Turns work into its outcome. A fault of ours is thrown: it is logged by whoever has the stack. */
export const settle = <T>(work: Promise<T>): Promise<Outcome<T>> =>
  work.then(
    (result) => ({ result }),
    (error: unknown) => {
      const { code, details, retry } = toAppError(error)
      if (code === 'INTERNAL') throw error
      return { code, retry, ...(details && { details }) }
    },
  )

/** @throws AppError where the outcome is a refusal */
export const resultOf = <T>(outcome: Outcome<T>): T => {
  if ('result' in outcome) return outcome.result
  throw new AppError(outcome.code, outcome.details, outcome.retry)
}
