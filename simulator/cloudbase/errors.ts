/** Why the platform itself, not the function, answers a call. */
export type InvocationFailure = 'notFound' | 'threw' | 'timedOut' | 'crashed' | 'tooLarge'

const messages: Record<InvocationFailure, string> = {
  notFound: 'function not found',
  threw: 'function threw an error',
  timedOut: 'Invoking task timed out',
  crashed: 'function exited before it answered',
  tooLarge: 'body size is too long',
}

export class InvocationError extends Error {
  readonly failure: InvocationFailure

  /** @param limitMs With `timedOut`: the limit that was passed. */
  constructor(failure: InvocationFailure, limitMs?: number) {
    const after = limitMs === undefined ? '' : ` after ${limitMs / 1000} seconds`
    super(messages[failure] + after)
    this.name = 'InvocationError'
    this.failure = failure
  }
}
