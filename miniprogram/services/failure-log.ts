import type { Failure } from './answer'

/** What went wrong last, for the page that helps with it. */
export interface NotedFailure {
  failure: Failure
  /** Epoch milliseconds of the phone's clock. */
  at: number
}

export interface FailureLog {
  note(failure: Failure): void
  latest(): NotedFailure | null
}

/** Remembers the last failure that an employee was shown, until the mini program ends. */
export function createFailureLog(clock: () => number): FailureLog {
  let latest: NotedFailure | null = null
  return {
    note(failure) {
      // The same one, told once more: it happened when it happened.
      if (latest?.failure !== failure) latest = { failure, at: clock() }
    },
    latest: () => latest,
  }
}
