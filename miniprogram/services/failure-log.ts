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
  /** It is over, or somebody else's. */
  forget(): void
}

/** Remembers the last failure that an employee was shown, until all is well again. */
export function createFailureLog(clock: () => number): FailureLog {
  let latest: NotedFailure | null = null
  return {
    note(failure) {
      // The same one, told once more: it happened when it happened.
      if (latest?.failure !== failure) latest = { failure, at: clock() }
    },
    latest: () => latest,
    forget() {
      latest = null
    },
  }
}
