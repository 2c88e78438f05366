import type { Store } from './store'

/**
 * Why an engine did not do it. `away`: it was not reached or did not answer in time, and may do it
 * another time; a write may have been carried out. `refused`: it said no, and will say so again.
 */
export type StoreFailure = 'away' | 'refused'

export type StoreOperation = keyof Store

/**
 * An operation that an engine did not carry out. It holds neither a key nor a value, nor the engine's
 * own error, in which addresses and passwords may stand.
 */
export class StoreError extends Error {
  readonly failure: StoreFailure
  readonly operation: StoreOperation

  constructor(failure: StoreFailure, operation: StoreOperation) {
    super(`store: ${operation} ${failure}`)
    this.name = 'StoreError'
    this.failure = failure
    this.operation = operation
  }
}
