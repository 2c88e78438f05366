/**
 * A refusal as the SDKs read it: `{ code, message }` with HTTP status 200. The texts of a duplicate
 * key, a conflict and a missing collection are those of the real cloud (a published log of node-sdk
 * 3.18.3, 2026-07); the others are likely wordings.
 */
export class DatabaseError extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'DatabaseError'
    this.code = code
  }
}

export const duplicateKey = (collection: string, id: unknown): DatabaseError =>
  new DatabaseError(
    'DATABASE_REQUEST_FAILED',
    '[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error ' +
      `collection: tnt-local.${collection} index: _id_ dup key: { _id: ${JSON.stringify(id)} }}]}, {<nil>}]`,
  )

export const collectionMissing = (collection: string): DatabaseError =>
  new DatabaseError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${collection}. ` +
      'Please check your request, but if the problem cannot be solved, contact us.',
  )

export const transactionConflict = (): DatabaseError =>
  new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  )

export const transactionMissing = (): DatabaseError =>
  new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    '[FailedOperation.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds.',
  )

export const invalidRequest = (what: string): DatabaseError =>
  new DatabaseError('INVALID_PARAM', `[InvalidParameter] ${what}`)
